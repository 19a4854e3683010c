import type { TypedValues } from './answers.ts'
import { canonicalJson } from './canonical-json.ts'
import { type FormDefinition, questionsOf } from './definition.ts'
import type { Facts } from './facts.ts'
import { resolve } from './filled.ts'
import { held, type Json } from './json.ts'
import type { Question } from './question.ts'
import type { Parsed } from './question-type.ts'
import { typeOf } from './questions/registry.ts'

/** What somebody had typed that the newer form doesn't take as it was, by its id in the older form. */
export type LeftAnswer = {
  readonly questionId: string
  readonly typed: Json
  /** True when it stands in the newer form all the same, but means something else there or is not right: to be looked through. */
  readonly kept: boolean
}

/** What was typed in one form, as it is in a newer one. */
export type Carried = {
  /** By question ids of the newer form. */
  readonly typed: TypedValues
  /** In the older form's order. */
  readonly left: readonly LeftAnswer[]
  /** Id in the older form → id in the newer one, of all questions that are in both. */
  readonly ids: ReadonlyMap<string, string>
}

/**
 * Carries what was typed from a version of a form to the next: by question id, and by `replaces` where a question has got another one.
 * Nothing is lost: what doesn't fit is told in `left`. What was unfinished stays so without a word when its question has the same type.
 */
export function carry(from: FormDefinition, to: FormDefinition, typed: TypedValues): Carried {
  const ids = successors(from, to)
  const newer = new Map(questionsOf(to).map((question) => [question.id, question]))
  const carried: Record<string, Json> = {}
  const left: LeftAnswer[] = []
  for (const question of inOrder(from, ids)) {
    const value = held(typed, question.id)
    if (value === undefined) continue
    const id = ids.get(question.id)
    const target = id === undefined ? undefined : newer.get(id)
    const isTaken = target !== undefined && Object.hasOwn(carried, target.id)
    const fit = target && !isTaken ? fitOf(value, question, target) : lost(value, question)
    if (target && fit !== 'lost' && fit !== 'nothing') carried[target.id] = value
    if (fit === 'lost' || fit === 'changed') {
      left.push({ questionId: question.id, typed: value, kept: fit === 'changed' })
    }
  }
  const places = questionsOf(from).map(({ id }) => id)
  return {
    typed: carried,
    left: left.toSorted((a, b) => places.indexOf(a.questionId) - places.indexOf(b.questionId)),
    ids,
  }
}

/** The questions of the newer form that were not in the older one under any name. */
export function addedQuestions(from: FormDefinition, to: FormDefinition): readonly Question[] {
  const known = new Set(successors(from, to).values())
  return questionsOf(to).filter(({ id }) => !known.has(id))
}

/** Which question of the newer form each of the older one is now: that of the same id, else the one that replaces it. */
function successors(from: FormDefinition, to: FormDefinition): ReadonlyMap<string, string> {
  const newer = questionsOf(to)
  const same = new Set(newer.map(({ id }) => id))
  const replacing = new Map(newer.flatMap(({ id, replaces }) => replaces.map((old) => [old, id] as const)))
  return new Map(
    questionsOf(from).flatMap(({ id }): readonly (readonly [string, string])[] => {
      const now = same.has(id) ? id : replacing.get(id)
      return now === undefined ? [] : [[id, now]]
    }),
  )
}

/** Questions that keep their id first: of several that become one, that one's answer goes before those that it replaces. */
const inOrder = (from: FormDefinition, ids: ReadonlyMap<string, string>): readonly Question[] =>
  questionsOf(from).toSorted((a, b) => Number(ids.get(b.id) === b.id) - Number(ids.get(a.id) === a.id))

type Fit = 'same' | 'changed' | 'lost' | 'nothing'

/** Only what was typed counts here, so that nothing of the outside world is asked for; both forms read it in the same light. */
const nothingKnown: Facts = { today: '2000-01-01' }

function fitOf(value: Json, older: Question, newer: Question): Fit {
  const before = read(value, older)
  const after = read(value, newer)
  const isSameType = older.type === newer.type
  if (before.kind === 'nothing' || (before.kind === 'problems' && isSameType)) return isSameType ? 'same' : 'nothing'
  if (after.kind === 'nothing') return isSameType ? 'changed' : 'lost'
  if (after.kind === 'problems') return isSameType ? 'changed' : 'lost'
  return before.kind === 'answer' && canonicalJson(before.answer) === canonicalJson(after.answer) ? 'same' : 'changed'
}

const lost = (value: Json, question: Question): Fit => (read(value, question).kind === 'nothing' ? 'nothing' : 'lost')

/** What a question makes of a typed value when its rules give nothing. */
const read = (value: Json, question: Question): Parsed<Json> =>
  typeOf(question).parse(value, resolve(question, {}), nothingKnown)
