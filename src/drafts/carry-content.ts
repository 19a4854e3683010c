import type { FilledInService } from '../catalogue/public.ts'
import type { TypedValues } from '../forms/answers.ts'
import { type Carried, carry } from '../forms/carry.ts'
import { held } from '../forms/json.ts'
import type { Content, LeftBehind, StoredAnswers } from './content.ts'

/** The versions that something typed is carried through, the one it was typed in first. */
export type Versions = readonly [FilledInService, ...FilledInService[]]

/** What was typed, carried through versions, each to the next. */
export type CarriedFar = Pick<Carried, 'typed' | 'ids'> & { readonly left: readonly LeftBehind[] }

/** Carries typed values through versions. */
export function carryThrough([first, ...later]: Versions, typed: TypedValues): CarriedFar {
  let from = first
  let result: CarriedFar = { typed, left: [], ids: new Map(Object.keys(typed).map((id) => [id, id])) }
  for (const to of later) {
    const { typed: carried, left, ids } = carry(from.definition.form, to.definition.form, result.typed)
    const { versionId } = from
    result = {
      typed: carried,
      left: [...result.left, ...left.map((one) => ({ versionId, ...one }))],
      ids: joined(result.ids, ids),
    }
    from = to
  }
  return result
}

const joined = (first: Carried['ids'], then: Carried['ids']): Carried['ids'] =>
  new Map(
    [...first].flatMap(([id, middle]): readonly (readonly [string, string])[] => {
      const last = then.get(middle)
      return last === undefined ? [] : [[id, last]]
    }),
  )

/** What a draft holds after it has moved through versions. The person has yet to be told. */
export function moveContent(versions: Versions, content: Content): Content {
  const answers = Object.fromEntries(Object.entries(content.answers).map(([id, { typed }]) => [id, typed]))
  const carried = carryThrough(versions, answers)
  const waiting = carryThrough(versions, content.waiting)
  const { move } = content
  return {
    ...content,
    answers: underNewIds(content.answers, carried),
    waiting: waiting.typed,
    move: {
      from: move?.seen === false ? move.from : versions[0].versionId,
      seen: false,
      left: joinLeft(move?.left ?? [], [...carried.left, ...waiting.left]),
    },
  }
}

/** Each answer keeps the revision that brought it, so that pages rendered before the move are not taken for older than they are. */
function underNewIds(stored: StoredAnswers, { typed, ids }: CarriedFar): StoredAnswers {
  const revisions = new Map([...ids].map(([from, to]) => [to, held(stored, from)?.revision ?? 0]))
  return Object.fromEntries(
    Object.entries(typed).map(([id, value]) => [id, { typed: value, revision: revisions.get(id) ?? 0 }]),
  )
}

/** What was left behind before and what is now; of the same question of the same version the later. */
export function joinLeft(before: readonly LeftBehind[], now: readonly LeftBehind[]): readonly LeftBehind[] {
  const name = ({ versionId, questionId }: LeftBehind) => `${versionId} ${questionId}`
  return [...new Map([...before, ...now].map((left) => [name(left), left])).values()]
}
