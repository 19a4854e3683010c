import { readPosted } from '../../forms/posted.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { numbersToLookUp } from '../../forms/questions/organisation/numbers-to-look-up.ts'
import { organisation } from '../../forms/questions/organisation/type.ts'
import type { Context } from '../../platform/context.ts'
import type { DraftPorts } from '../ports.ts'
import { readAction } from '../posted-step.ts'
import { getDraftService } from '../queries/get-draft-service.ts'

type LookUpCompanies = { readonly draft: string; readonly step: string; readonly posted: PostedForm }

/**
 * Asks the company register about the numbers that were given in a step, when "Hämta uppgifter" or "Nästa" was pressed: its answers are
 * facts from then on. Before any transaction begins, since the register may take seconds. Throws as `getDraft` does.
 */
export async function lookUpCompanies(
  ctx: Context,
  ports: Pick<DraftPorts, 'readFacts' | 'lookUpOrganisation'>,
  { draft, step, posted }: LookUpCompanies,
): Promise<void> {
  const { kind } = readAction(posted)
  if (kind !== 'next' && kind !== 'question') return
  const { form } = (await getDraftService(ctx, draft)).definition
  const shown = form.steps.find(({ id }) => id === step)
  if (!shown?.questions.some(organisation.is)) return
  const facts = await ports.readFacts(ctx, factsNeeded(form))
  const numbers = numbersToLookUp(shown.questions, readPosted(shown, posted), facts)
  await Promise.all(numbers.map(async (number) => await ports.lookUpOrganisation(ctx, number)))
}
