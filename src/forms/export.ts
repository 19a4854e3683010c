import type { Answers } from './answers.ts'
import { type FormDefinition, typeOf } from './definition.ts'
import type { Json, JsonObject } from './json.ts'
import { answered } from './submitted.ts'

/** The answers for machines: question id → the type's export value. */
export const exportAnswers = (form: FormDefinition, answers: Answers): JsonObject =>
  Object.fromEntries(
    answered(form, answers).map(([question, answer]) => [question.id, typeOf(question).exportValue(answer, question)]),
  )

/** JSON in one way of writing: no spaces, names in code unit order (as RFC 8785 §3.2), so that equal values have equal checksums. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .flatMap(([name, member]) => (member === undefined ? [] : [[name, member] as const]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value)
