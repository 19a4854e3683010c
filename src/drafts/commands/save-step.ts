import type { FilledInService } from '../../catalogue/public.ts'
import { getFilledInVersion } from '../../catalogue/public.ts'
import type { TypedValues } from '../../forms/answers.ts'
import type { Step } from '../../forms/definition.ts'
import { held, type Json } from '../../forms/json.ts'
import { fieldId, partId, questionElementId } from '../../forms/names.ts'
import { readPosted, withoutUntouched } from '../../forms/posted.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import { type ToldPlaces, withPlaces } from '../../forms/questions/address-search/places-to-look-up.ts'
import { typeOf } from '../../forms/questions/registry.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { type Content, type StoredAnswers, typedAnswer, typedIn } from '../content.ts'
import { isSame, merge } from '../merge.ts'
import type { NotOpen, OpenDraft } from '../model.ts'
import { passedAfter } from '../passed.ts'
import {
  type QuestionPress,
  readRevision,
  readUndecided,
  takesAsItStands,
  withoutSuggested,
  withSuggested,
} from '../posted-step.ts'
import { openRow } from '../private-space.ts'
import { draftOf } from '../queries/get-draft.ts'
import { saveMoved } from './save-moved.ts'
import { writeChange } from './write-change.ts'

export type SaveStep = {
  readonly draft: string
  readonly step: string
  readonly posted: PostedForm
  /** What the address register answered to what was typed: kept beside it. */
  readonly told?: ToldPlaces | undefined
  /**
   * `button`: the person has seen what the page shows, and what they typed counts. `autosave`: a conflict on the page waits for them.
   * `resume`: nobody sees the answer, so what conflicts is kept beside it.
   */
  readonly by: 'button' | 'autosave' | 'resume'
  /** Where the owner stands after it, by what is then typed; the step itself when absent. */
  readonly destination?: (standing: Pick<OpenDraft, 'typed' | 'before'>, service: FilledInService) => string
  /** The button of a question's field that was pressed: done once the step is saved, unless that question is in conflict. */
  readonly pressed?: QuestionPress | undefined
}

export type SavedStep = {
  readonly service: FilledInService
  /** As it is stored now. */
  readonly draft: OpenDraft
  /** What the page goes on showing: what is stored, and before it what the person typed. */
  readonly typed: TypedValues
  /** Questions that weren't saved, since another window has saved something else meanwhile. */
  readonly conflicts: readonly string[]
  /** The element that a pressed button leads to. */
  readonly goTo?: string | undefined
  /** The page was of an earlier version than the draft is in by now: it can't be shown again. */
  readonly moved?: boolean
}

/**
 * Saves what was typed in a step, right or wrong, and keeps the draft for another while. Throws as `getDraft` does, and `not-found`
 * for a step that the form doesn't have.
 */
export async function saveStep(ctx: Context, input: SaveStep): Promise<Result<SavedStep, NotOpen>> {
  return await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, input.draft, 'lock')
    if (row.state !== 'open') return failed(row.state)
    const isTaken = input.by === 'button' && takesAsItStands(input.posted)
    const undecided = input.by === 'autosave' ? readUndecided(input.posted) : new Set<string>()
    const moved = await saveMoved(ctx, tx, { row, input, isTaken, undecided })
    if (moved) return ok(moved)
    const service = await getFilledInVersion(ctx, row.versionId, tx)
    // Not the visible questions alone: another window may have hidden some of them, and what was typed must not be lost.
    const step = service.definition.form.steps.find(({ id }) => id === input.step)
    if (!step) throw notFound()

    const stored = typedIn(row.content.answers)
    const onPage = withPlaces(readPosted(step, input.posted, stored), input.told ?? new Map(), step.questions)
    const posted = isTaken ? onPage : withoutSuggested(onPage, input.posted, stored)
    const next = row.revision + 1
    const merged = merge(row.content.answers, {
      seen: readRevision(input.posted),
      posted: withoutUntouched(step, posted, withSuggested(stored, input.posted)),
      next,
      undecided,
      said: (id, typed) => saidIn(step, id, typed),
    })
    const { conflicts } = merged
    const acted = input.pressed && press(step, { ...typedIn(merged.answers), ...onPage }, input.pressed, conflicts)
    const answers = acted ? { ...merged.answers, ...answersOf(acted.typed, next) } : merged.answers
    const changed = merged.changed || acted !== undefined
    const waiting = waitingAfter(row.content.waiting, { by: input.by, posted, conflicts })
    const typed = { ...typedIn(answers), ...posted, ...acted?.typed }
    const stand =
      conflicts.length > 0
        ? input.step
        : (input.destination?.({ typed, before: row.content.before }, service) ?? input.step)
    const { form } = service.definition
    const saved: Content = { ...row.content, answers, waiting }
    const passed = passedAfter({ ...row, content: saved }, { form, step: input.step, to: stand, revision: next })
    const content: Content = { ...saved, ...(passed && { passed }) }
    const isChange = changed || !isSame(waiting, row.content.waiting)
    const written = isChange || stand !== row.step ? await writeChange(ctx, tx, { row, content, step: stand }) : row
    const draft = draftOf(written)
    if (draft.state !== 'open') throw new Error('A draft was closed while it was locked')
    return ok({ service, draft, typed, conflicts, goTo: acted?.goTo })
  })
}

const saidIn = (step: Step, id: string, typed: Json | undefined): Json | undefined => {
  const question = step.questions.find((asked) => asked.id === id)
  return question ? typeOf(question).said(typed) : typed
}

const answersOf = (typed: TypedValues, revision: number): StoredAnswers =>
  Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, typedAnswer(value, revision)]))

/** What pressing a button of a field makes of its question; undefined when there is no such button, or its question waits for a decision. */
function press(
  step: Step,
  typed: TypedValues,
  { questionId, what }: QuestionPress,
  conflicts: readonly string[],
): { readonly typed: TypedValues; readonly goTo: string } | undefined {
  const question = step.questions.find(({ id }) => id === questionId)
  if (!question || conflicts.includes(questionId)) return undefined
  const acted = typeOf(question).act(held(typed, questionId), what, question)
  if (!acted) return undefined
  const goTo = acted.part === undefined ? questionElementId(questionId) : partId(fieldId(questionId), acted.part)
  return { typed: { [questionId]: acted.typed }, goTo }
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
