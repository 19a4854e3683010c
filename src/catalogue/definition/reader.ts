import type { FormShape } from '../../forms/form.ts'
import { exampleInWords } from '../../forms/proof/finding.ts'
import type { Reader } from '../../forms/proof/reader.ts'
import { withoutFirstStep } from '../../forms/proof/without-first-step.ts'
import type { Open } from './open.ts'
import type { DefinitionFault } from './status-faults.ts'

type ForWhom = { readonly login: Reader['login']; readonly open?: Open | undefined }

/** Who may fill in the form of a service, as its rules may see them. */
export const readerOf = ({ login, open }: ForWhom): Reader => ({
  login,
  minimumAge: open?.minimumAge,
  ...(open?.residence === 'here' ? { livesHere: true } : {}),
})

/** Anybody fills in a form on paper, logged in or not. */
export const anybody: Reader = { login: 'optional' }

/** That some of those who may begin a form would have no step to begin at. */
export function firstStepFaults(form: FormShape, reader: Reader): readonly DefinitionFault[] {
  const example = withoutFirstStep(form, reader)
  if (!example) return []
  return [{ path: ['form', 'steps'], message: `no step is shown to begin with for ${exampleInWords(example)}` }]
}
