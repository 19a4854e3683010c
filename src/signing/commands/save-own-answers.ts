import { keepPartyAnswers, type ReadFacts, readPartyAnswers, readSealed } from '../../drafts/public.ts'
import type { FilledForm } from '../../forms/filled.ts'
import { partyForm } from '../../forms/parties.ts'
import { readPosted } from '../../forms/posted.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import type { StepProblems } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { enterActor, holdRequest, ownParty } from '../hold-request.ts'
import { factsOfSigner, ownForm, readOwnPart, versionToSign } from '../own-part.ts'

/** How a party's own questions stand when what they posted has been saved; `filled` is undefined where nothing is asked of them. */
export type SavedOwnAnswers = { readonly filled: FilledForm | undefined; readonly problems: readonly StepProblems[] }

/** Saves what a party has typed in their own questions, right or wrong: nothing typed is lost. Throws `not-found` for all who aren't asked to sign. */
export async function saveOwnAnswers(
  ctx: Context,
  readFacts: ReadFacts,
  { draft, posted }: { readonly draft: string; readonly posted: PostedForm },
): Promise<SavedOwnAnswers> {
  const { service, facts } = await factsOfSigner(ctx, readFacts, await versionToSign(ctx, draft))
  const [step] = partyForm(service.definition.form).steps
  return await inTransaction(ctx, async (tx) => {
    const party = ownParty(ctx, await holdRequest(ctx, tx, { draft, verb: 'answer-own' }))
    await enterActor(ctx, tx)
    const { copy, key } = await readSealed(ctx, tx, draft)
    const before = (await readPartyAnswers(ctx, tx, { draft, party: party.id, key })) ?? {}
    const typed = { ...before, ...(step ? readPosted(step, posted, before) : {}) }
    await keepPartyAnswers(ctx, tx, { draft, party: party.id, key, typed })
    const filled = ownForm({ service, copy, typed, facts })
    const part = readOwnPart(filled)
    return { filled, problems: part.ok ? [] : part.error }
  })
}
