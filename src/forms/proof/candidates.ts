import type { Facts } from '../facts.ts'
import type { Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import { addDays, addMonths, isIsoDate } from '../rules/calendar-date.ts'
import type { RuleParts, RuleValue, ValueType } from '../rules/value.ts'
import type { Cone } from './cone.ts'
import { mostCombined, representatives } from './representatives.ts'
import { canBeAnswered } from './typed-for.ts'

/** Answers to try, and whether they stand for all that there are. */
export type Candidates = { readonly values: readonly RuleValue[]; readonly all: boolean }

type Tried = Pick<Cone, 'uses' | 'constants'> & { readonly facts: Facts; readonly limits: readonly (number | string)[] }

/** More combinations of an answer's parts, and more rows, are not tried. */
const mostTried = 60

/** Answers to a question, its rules replaced by what they give, that the rules of a cone tell apart and that it takes. No answer isn't among them. */
export function candidatesFor(question: Question, { uses, constants }: Cone, facts: Facts): Candidates {
  const { rule } = typeOf(question)
  if (!rule) return { values: [], all: true }
  const type = rule.type(question)
  const tried = { uses, constants, facts, limits: limitsOf(question) }
  if (type.kind === 'rows') return { values: rowsOf(question, tried), all: false }
  const found = type.kind === 'choices' ? someOf(type.values, question, tried) : valuesOf(type, question.id, tried)
  return { ...found, values: found.values.filter((value) => canBeAnswered(question, value, facts)) }
}

const limitsOf = (question: Question): readonly (number | string)[] =>
  ['min', 'max']
    .map((name): unknown => Reflect.get(question, name))
    .filter((limit) => typeof limit === 'number' || typeof limit === 'string')

function valuesOf(type: ValueType, name: string, tried: Tried): Candidates {
  if (type.kind === 'parts') return partsOf(type.parts, name, tried)
  const uses = [...(tried.uses.get(name) ?? []), { name, with: tried.limits }]
  const exact = representatives(type, uses)
  if (!exact) return { values: sampled(type, tried), all: false }
  return { values: exact.filter((value) => value !== null && value !== ''), all: true }
}

/** Every combination of the parts that are asked for; a part may always be missing. */
function partsOf(types: Readonly<Record<string, ValueType>>, name: string, tried: Tried): Candidates {
  let values: readonly RuleParts[] = [{}]
  let all = true
  for (const [part, type] of Object.entries(types)) {
    if (!tried.uses.has(`${name}.${part}`)) continue
    const found = valuesOf(type, `${name}.${part}`, { ...tried, limits: [] })
    values = values.flatMap((before) => [...found.values, null].map((value) => ({ ...before, [part]: value })))
    all &&= found.all && values.length <= mostTried
    values = values.slice(0, mostTried)
  }
  return { values, all }
}

/** Options that rules name in every combination, alone and beside as many others as the question may want. */
function someOf(options: readonly string[], question: Question, tried: Tried): Candidates {
  const uses = tried.uses.get(question.id) ?? []
  const named = [...new Set(uses.flatMap((use) => (use.with === 'anything' ? [] : use.with)))].filter(
    (constant) => typeof constant === 'string',
  )
  const all = named.length <= mostCombined && uses.every((use) => use.with !== 'anything')
  const chosen = all ? subsetsOf(named) : [[], ...named.map((option) => [option]), named]
  const rest = options.filter((option) => !named.includes(option))
  const least = Number(Reflect.get(question, 'min') ?? 1)
  // One that excludes all others stands alone.
  const others = rest.filter((option) => option !== Reflect.get(question, 'exclusive'))
  const beside = [...Array.from({ length: least + 1 }, (_, count) => others.slice(0, count)), ...(all ? [] : [others])]
  const values = [
    ...rest.map((option) => [option]),
    ...chosen.flatMap((some) => beside.map((more) => [...some, ...more])),
  ]
  const ordered = values.map((value) => options.filter((option) => value.includes(option)))
  const accepted = ordered.filter((value) => value.length > 0 && canBeAnswered(question, value, tried.facts))
  return { values: all ? alike(accepted, named) : accepted.slice(0, mostTried), all }
}

/** One of those that rules can't tell apart. */
function alike(values: readonly (readonly string[])[], named: readonly string[]): readonly (readonly string[])[] {
  const seen = new Map(values.map((value) => [value.filter((option) => named.includes(option)).join(' '), value]))
  return [...seen.values()]
}

const subsetsOf = (options: readonly string[]): readonly (readonly string[])[] =>
  options.reduce<readonly (readonly string[])[]>(
    (all, option) => all.flatMap((some) => [some, [...some, option]]),
    [[]],
  )

/** Some values of many that rules calculate with: around the constants that stand in them, and around the question's own limits. */
function sampled(type: ValueType, tried: Tried): readonly RuleValue[] {
  const { constants, limits, facts } = tried
  const numbers = [...constants, ...limits].filter((one) => typeof one === 'number')
  const texts = [...constants, ...limits].filter((one) => typeof one === 'string')
  switch (type.kind) {
    case 'boolean':
      return [true, false]
    case 'number':
      return distinct([0, 1, 1000, ...numbers.flatMap((number) => [number, number - 1, number + 1])])
    case 'date':
      return distinct([...texts.filter(isIsoDate), ...days(facts.today, numbers)].flatMap(withNeighbours))
    case 'time':
      return distinct(['00:00', '12:00', '23:59', ...texts.filter((text) => /^\d{2}:\d{2}$/.test(text))])
    case 'text':
      return distinct(['x', ...texts])
    case 'choice':
      return type.values.slice(0, mostCombined)
    case 'choices':
      return [type.values.slice(0, 1), type.values]
    case 'parts':
    case 'rows':
      return [{}]
  }
}

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]

/** Further than any form counts in months. */
const furthest = 1200

/** Days that are some days or months from today. */
const days = (today: string, numbers: readonly number[]): readonly string[] =>
  [0, ...numbers.filter((number) => Number.isInteger(number) && Math.abs(number) <= furthest)].flatMap((number) => [
    addDays(today, number),
    addDays(today, -number),
    addMonths(today, number),
    addMonths(today, -number),
  ])

const withNeighbours = (day: string): readonly string[] => [day, addDays(day, -1), addDays(day, 1)]

/** So many rows as the question takes, of so much in each cell as that takes. */
function rowsOf(question: Question, tried: Tried): readonly RuleValue[] {
  const { inner } = typeOf(question)
  const cells = (inner?.of(question) ?? []).map((cell): readonly [string, readonly RuleValue[]] => {
    const type = typeOf(cell).rule?.type(cell)
    const values = type ? sampled(type, { ...tried, limits: limitsOf(cell) }) : []
    return [cell.id, values.filter((value) => canBeAnswered(cell, value, tried.facts))]
  })
  const kinds = Math.min(Math.max(1, ...cells.map(([, values]) => values.length)), mostCombined)
  const rows = Array.from(
    { length: kinds },
    (_, kind): RuleParts =>
      Object.fromEntries(cells.map(([id, values]) => [id, values[kind % Math.max(values.length, 1)] ?? null])),
  )
  const [least, most] = [Reflect.get(question, 'min') ?? 1, Reflect.get(question, 'max') ?? mostTried]
  const numbers = [...tried.constants, ...tried.limits].filter((one) => typeof one === 'number')
  const counts = distinct([1, 2, ...numbers.flatMap((number) => [number, number + 1])]).filter(
    (count) => Number.isInteger(count) && count >= Number(least) && count <= Math.min(Number(most), mostTried),
  )
  return counts.flatMap((count) => rows.map((row) => Array.from({ length: count }, () => row)))
}
