import type { Facts } from '../facts.ts'
import type { Json } from '../json.ts'
import type { Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import type { RuleValue, ValueType } from '../rules/value.ts'

/** Kinds of values whose every answer can be typed; of the others, some come from registers or hold more than rules see. */
const typable: ReadonlySet<ValueType['kind']> = new Set(['boolean', 'number', 'date', 'time', 'choice', 'choices'])

/** Whether a question, its rules replaced by what they give, can have an answer that rules see as this value. */
export function canBeAnswered(question: Question, value: RuleValue, facts: Facts): boolean {
  const kind = typeOf(question).rule?.type(question).kind
  return kind === undefined || !typable.has(kind) || typedFor(question, value, facts) !== undefined
}

/** What somebody types to give a value that rules see; undefined when there is nothing that does. */
export function typedFor(question: Question, value: RuleValue, facts: Facts): Json | undefined {
  for (const typed of waysToType(question, value)) {
    if (isSame(typeOf(question).rule?.value(typed, question, facts), value)) return typed
  }
  return undefined
}

function* waysToType(question: Question, value: RuleValue): Iterable<Json> {
  const { rule, answerSchema, toTyped } = typeOf(question)
  if (rule?.typed) yield rule.typed(value, question)
  for (const answer of [value, withOwnWords(question, value)]) {
    const read = answerSchema(question).safeParse(answer)
    if (read.success) yield toTyped(read.data, question)
  }
}

/** The other option takes words of one's own beside it. */
function withOwnWords(question: Question, value: RuleValue): unknown {
  const other: unknown = Reflect.get(question, 'otherOption')
  const id = typeof other === 'object' && other !== null ? Reflect.get(other, 'id') : undefined
  const spoken = (one: unknown) => (one === id ? { option: id, text: 'x' } : one)
  return Array.isArray(value) ? value.map(spoken) : spoken(value)
}

/** Whether a value is as it was meant; parts that were not meant may be anything. */
function isSame(value: RuleValue | undefined, meant: RuleValue): boolean {
  if (typeof meant !== 'object' || meant === null) return value === meant
  if (typeof value !== 'object' || value === null) return false
  const parts = new Map<string, RuleValue>(Object.entries(value))
  const isWhole = !Array.isArray(meant) || parts.size === meant.length
  return isWhole && Object.entries(meant).every(([name, part]) => isSame(parts.get(name), part))
}
