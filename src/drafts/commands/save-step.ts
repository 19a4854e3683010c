import type { Service } from '../../catalogue/public.ts'
import { getServiceVersion } from '../../catalogue/public.ts'
import type { TypedValues } from '../../forms/answers.ts'
import { readPosted, withoutUntouched } from '../../forms/posted.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { type Content, typedIn } from '../content.ts'
import { merge } from '../merge.ts'
import type { OpenDraft } from '../model.ts'
import { readRevision, readUndecided } from '../posted-step.ts'
import { openRow } from '../private-space.ts'
import { draftOf } from '../queries/get-draft.ts'
import { writeChange } from './write-change.ts'

export type SaveStep = {
  readonly draft: string
  readonly step: string
  readonly posted: PostedForm
  /**
   * `button`: the person has seen what the page shows, and what they typed counts. `autosave`: a conflict on the page waits for them.
   * `resume`: nobody sees the answer, so what conflicts is kept beside it.
   */
  readonly by: 'button' | 'autosave' | 'resume'
  /** Where the owner stands after it, by what is then typed; the step itself when absent. */
  readonly destination?: (typed: TypedValues, service: Service) => string
}

export type SavedStep = {
  readonly service: Service
  /** As it is stored now. */
  readonly draft: OpenDraft
  /** What the page goes on showing: what is stored, and before it what the person typed. */
  readonly typed: TypedValues
  /** Questions that weren't saved, since another window has saved something else meanwhile. */
  readonly conflicts: readonly string[]
}

/**
 * Saves what was typed in a step, right or wrong, and keeps the draft for another while. Throws as `getDraft` does, and `not-found`
 * for a step that the form doesn't have.
 */
export async function saveStep(ctx: Context, input: SaveStep): Promise<Result<SavedStep, 'sent'>> {
  return await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, input.draft, 'lock')
    if (row.state === 'sent') return failed('sent')
    const service = await getServiceVersion(ctx, row.versionId, tx)
    // Not the visible questions alone: another window may have hidden some of them, and what was typed must not be lost.
    const step = service.definition.form.steps.find(({ id }) => id === input.step)
    if (!step) throw notFound()

    const posted = readPosted(step, input.posted)
    const { answers, changed, conflicts } = merge(row.content.answers, {
      seen: readRevision(input.posted),
      posted: withoutUntouched(step, posted, typedIn(row.content.answers)),
      next: row.revision + 1,
      undecided: input.by === 'autosave' ? readUndecided(input.posted) : new Set(),
    })
    const waiting = waitingAfter(row.content.waiting, { by: input.by, posted, conflicts })
    const typed = { ...typedIn(answers), ...posted }
    const stand = conflicts.length > 0 ? input.step : (input.destination?.(typed, service) ?? input.step)
    const content: Content = { ...row.content, answers, waiting }
    const isChange = changed || !sameKeys(waiting, row.content.waiting)
    const written = isChange || stand !== row.step ? await writeChange(ctx, tx, { row, content, step: stand }) : row
    const draft = draftOf(written)
    if (draft.state !== 'open') throw new Error('A draft was sent while it was locked')
    return ok({ service, draft, typed, conflicts })
  })
}

/** What still waits for the person's decision: they decide by saving the question by a button. */
function waitingAfter(
  before: Content['waiting'],
  {
    by,
    posted,
    conflicts,
  }: { readonly by: SaveStep['by']; readonly posted: TypedValues; readonly conflicts: readonly string[] },
): Content['waiting'] {
  if (by === 'autosave') return before
  const decided = Object.entries(before).filter(([id]) => !Object.hasOwn(posted, id) || conflicts.includes(id))
  const added = by === 'resume' ? Object.entries(posted).filter(([id]) => conflicts.includes(id)) : []
  return Object.fromEntries([...decided, ...added])
}

const sameKeys = (a: object, b: object): boolean =>
  Object.keys(a).toSorted().join() === Object.keys(b).toSorted().join()
