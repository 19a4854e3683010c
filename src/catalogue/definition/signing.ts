import { z } from 'zod'
import { type FormShape, questionsOf } from '../../forms/form.ts'
import { Id } from '../../forms/question.ts'
import { child } from '../../forms/questions/child/type.ts'
import type { DefinitionFault } from './status-faults.ts'

/** Where those who sign beside the applicant are named: by the register, as the child's other guardians, or in the form. */
const Others = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('guardians'), question: Id }).readonly(),
  z
    .strictObject({
      from: z.literal('parties'),
      question: Id,
      /** What they are: they apply together with the applicant, or represent the same organisation. */
      role: z.enum(['co-applicant', 'signatory']),
    })
    .readonly(),
])

/** Who signs an application before it is sent, and how; without it nobody does. The applicant always signs, and first. */
export const SigningSettings = z
  .strictObject({
    others: z.array(Others).default([]).readonly(),
    /** Whether the others are invited all at once, or each when the one before has signed. */
    order: z.enum(['parallel', 'in-order']).default('parallel'),
    /** `may-send`: the applicant may send it without somebody who hasn't signed in time or won't; the case is then marked so. */
    missing: z.enum(['all', 'may-send']).default('all'),
    /** Who signs a supplement by form. */
    supplements: z.enum(['nobody', 'applicant', 'all']).default('applicant'),
  })
  .readonly()

export type SigningSettings = z.infer<typeof SigningSettings>

type Signed = { readonly signing?: SigningSettings | undefined; readonly login: string; readonly form: FormShape }

/** Signers whom nobody could be, and questions to other parties where there are none. */
export function signingFaults({ signing, login, form }: Signed): readonly DefinitionFault[] {
  const others = signing?.others ?? []
  const unasked = others.length > 0 ? [] : partyQuestionFaults(form)
  if (!signing) return unasked
  const asked = new Set<string>()
  const ofOthers = others.flatMap((other, index): readonly DefinitionFault[] => {
    const message = asked.has(other.question) ? `"${other.question}" is named twice` : whyNobody(other, form)
    asked.add(other.question)
    return message === undefined ? [] : [{ path: ['signing', 'others', index, 'question'], message }]
  })
  const known = login === 'required'
  return [
    ...(known ? [] : [{ path: ['signing'], message: 'only who is logged in can sign: login must be required' }]),
    ...ofOthers,
    ...unasked,
  ]
}

/** Why a question names nobody who could sign; undefined when it does. */
function whyNobody({ from, question: id }: z.infer<typeof Others>, form: FormShape): string | undefined {
  const question = questionsOf(form).find((one) => one.id === id)
  if (!question) return `there is no question "${id}"`
  if (question.filledInBy === 'party') return `"${id}" is answered by another party, when the applicant has signed`
  if (from === 'parties') return question.type === 'parties' ? undefined : `"${id}" is no parties question`
  if (!child.is(question)) return `"${id}" is no child question`
  return question.guardians === 'all' ? undefined : `"${id}" must say guardians: all, so that each of them can be told`
}

const partyQuestionFaults = ({ steps }: FormShape): readonly DefinitionFault[] =>
  steps.flatMap(({ questions }, step) =>
    questions.flatMap(({ filledInBy }, index): readonly DefinitionFault[] =>
      filledInBy === 'party'
        ? [
            {
              path: ['form', 'steps', step, 'questions', index, 'filledInBy'],
              message: 'there is no other party to answer it: name them in signing.others',
            },
          ]
        : [],
    ),
  )
