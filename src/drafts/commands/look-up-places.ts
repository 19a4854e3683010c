import { readPosted } from '../../forms/posted.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import { placesToLookUp, type ToldPlaces } from '../../forms/questions/address-search/places-to-look-up.ts'
import { keyOf } from '../../forms/questions/address-search/query.ts'
import { place } from '../../forms/questions/place/type.ts'
import { property } from '../../forms/questions/property/type.ts'
import type { Context } from '../../platform/context.ts'
import type { FindPlaces } from '../ports.ts'
import { readAction } from '../posted-step.ts'
import { getDraft } from '../queries/get-draft.ts'
import { getDraftService } from '../queries/get-draft-service.ts'

type LookUpPlaces = { readonly draft: string; readonly step: string; readonly posted: PostedForm }

/**
 * Asks the address register about what was typed in a step, when "Sök" or "Nästa" was pressed and it hasn't answered that already. Before
 * any transaction begins, since the register may take seconds. Throws as `getDraft` does.
 */
export async function lookUpPlaces(
  ctx: Context,
  findPlaces: FindPlaces,
  { draft, step, posted }: LookUpPlaces,
): Promise<ToldPlaces> {
  const { kind } = readAction(posted)
  if (kind !== 'next' && kind !== 'question') return new Map()
  const { form } = (await getDraftService(ctx, draft)).definition
  const shown = form.steps.find(({ id }) => id === step)
  if (!shown?.questions.some((question) => property.is(question) || place.is(question))) return new Map()
  const stored = await getDraft(ctx, draft)
  const typed = readPosted(shown, posted, stored.state === 'open' ? stored.typed : {})
  const told = await Promise.all(
    placesToLookUp(shown.questions, typed).map(async ({ questionId, query }) => {
      const answer = await findPlaces(query)
      return [questionId, { asked: keyOf(query), at: ctx.clock.now().toISOString(), answer }] as const
    }),
  )
  return new Map(told)
}
