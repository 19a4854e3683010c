import { type FilledInService, getFilledInVersion, getStanding } from '../../catalogue/public.ts'
import { questionsOf, type Step } from '../../forms/definition.ts'
import { held } from '../../forms/json.ts'
import { readPosted, withoutUntouched } from '../../forms/posted.ts'
import { typeOf } from '../../forms/questions/registry.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { type CarriedFar, carryThrough, joinLeft, type Versions } from '../carry-content.ts'
import { type Content, type Move, typedIn } from '../content.ts'
import { isSame, type Merged, merge } from '../merge.ts'
import { readRevision, readVersion, withoutSuggested, withSuggested } from '../posted-step.ts'
import type { OpenedRow } from '../private-space.ts'
import { draftOf } from '../queries/get-draft.ts'
import type { SavedStep, SaveStep } from './save-step.ts'
import { writeChange } from './write-change.ts'

type OpenRow = Extract<OpenedRow, { state: 'open' }>

type Moving = {
  readonly row: OpenRow
  readonly input: SaveStep
  /** Whether what stood on the page beforehand is chosen, too. */
  readonly isTaken: boolean
  /** Questions whose conflict the page shows and doesn't decide, by their ids on the page. */
  readonly undecided: ReadonlySet<string>
}

/**
 * Saves a step that was posted from a page of an earlier version, when its locked draft has moved meanwhile: what was typed is carried to
 * where the draft is, and what doesn't fit or conflicts is kept beside it until the person has seen it. Undefined when the page is of the
 * draft's own version.
 */
export async function saveMoved(
  ctx: Context,
  tx: Transaction,
  { row, input, isTaken, undecided }: Moving,
): Promise<SavedStep | undefined> {
  const versions = await versionsSince(ctx, tx, row, readVersion(input.posted))
  if (!versions) return undefined
  const step = versions[0].definition.form.steps.find(({ id }) => id === input.step)
  if (!step) throw notFound()
  const service = versions.at(-1) ?? versions[0]
  const stored = typedIn(row.content.answers)
  const onPage = readPosted(step, input.posted, stored)
  // Nothing of the page is stored under its ids any more: what nobody has touched there gives way to what has been answered since.
  const carried = carryThrough(versions, isTaken ? onPage : withoutSuggested(onPage, input.posted, {}))
  const idsNow = (ids: Iterable<string>) => [...ids].flatMap((id) => carried.ids.get(id) ?? [])
  const suggested = idsNow(Object.keys(withSuggested({}, input.posted)))
  const merged = merge(row.content.answers, {
    seen: readRevision(input.posted),
    posted: withoutUntouched(wholeForm(service, step), carried.typed, {
      ...Object.fromEntries(suggested.map((id) => [id, null])),
      ...stored,
    }),
    next: row.revision + 1,
    undecided: new Set(idsNow(undecided)),
    said: (id, typed) => {
      const question = questionsOf(service.definition.form).find((asked) => asked.id === id)
      return question ? typeOf(question).said(typed) : typed
    },
  })
  const content = contentAfter(row, merged, carried)
  const written = content ? await writeChange(ctx, tx, { row, content, step: row.step }) : row
  const draft = draftOf(written)
  if (draft.state !== 'open') throw new Error('A draft was closed while it was locked')
  return { service, draft, typed: draft.typed, conflicts: [], moved: true }
}

/** The versions from the page's to the draft's; undefined when the page is of the draft's own, or of none that led there. */
async function versionsSince(
  ctx: Context,
  tx: Transaction,
  { serviceId, versionId: now }: OpenRow,
  seen: string | undefined,
): Promise<Versions | undefined> {
  if (seen === undefined || seen === now) return undefined
  const { moves } = await getStanding(ctx, { serviceId, versionId: seen }, tx)
  if (!moves.includes(now)) return undefined
  const later: FilledInService[] = []
  for (const id of moves.slice(0, moves.indexOf(now) + 1)) later.push(await getFilledInVersion(ctx, id, tx))
  return [await getFilledInVersion(ctx, seen, tx), ...later]
}

/** All questions of a form as if they stood in one step: what was typed in one may belong in another now. */
const wholeForm = ({ definition }: FilledInService, step: Step): Step => ({
  ...step,
  questions: questionsOf(definition.form),
})

function contentAfter({ content, versionId }: OpenRow, merged: Merged, carried: CarriedFar): Content | undefined {
  const known = content.move?.left ?? []
  const isKnown = (one: Move['left'][number]) =>
    known.some(
      (before) =>
        before.questionId === one.questionId && before.versionId === one.versionId && isSame(before.typed, one.typed),
    )
  const left = carried.left.filter((one) => !isKnown(one))
  const waiting = merged.conflicts.flatMap((id): readonly (readonly [string, Content['waiting'][string]])[] => {
    const typed = held(carried.typed, id)
    return typed === undefined || isSame(held(content.waiting, id), typed) ? [] : [[id, typed]]
  })
  if (!merged.changed && left.length === 0 && waiting.length === 0) return undefined
  const move: Move = content.move ?? { from: versionId, seen: true, left: [] }
  return {
    ...content,
    answers: merged.answers,
    waiting: { ...content.waiting, ...Object.fromEntries(waiting) },
    move: left.length === 0 ? move : { ...move, seen: false, left: joinLeft(known, left) },
  }
}
