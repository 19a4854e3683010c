import { type Expression, isList } from './expression.ts'
import { fault, fits, inside, inWords, type Part, type Place, type Read } from './part.ts'
import type { ValueType } from './value.ts'

type Kind = ValueType['kind']

/** Checks the arguments of an operation; answers what it gives, or undefined when a fault was said. */
type OperationType = (takes: readonly Expression[], place: Place, read: Read) => Part | undefined

const boolean: Part = { type: { kind: 'boolean' } }
const number: Part = { type: { kind: 'number' } }
const date: Part = { type: { kind: 'date' } }
const any = Number.POSITIVE_INFINITY

/** Reads all arguments; undefined when one is wrong or their number is. */
function readAll(takes: readonly Expression[], place: Place, read: Read, [least, most]: readonly [number, number]) {
  if (takes.length < least || takes.length > most) {
    const count = least === 1 ? '1 argument' : `${least} arguments`
    return fault(place, least === most ? `takes ${count}` : `takes at least ${count}`)
  }
  const parts = takes.map((expression, index) => read(expression, inside(place, index)))
  return parts.some((part) => part === undefined) ? undefined : parts.filter((part) => part !== undefined)
}

/** Takes values of these types, one each. */
const typed =
  (wanted: readonly Part[], gives: Part): OperationType =>
  (takes, place, read) => {
    const parts = readAll(takes, place, read, [wanted.length, wanted.length])
    return parts && givenBy(parts, (index) => wanted[index], { gives, place })
  }

/** Takes any number of values of one type, but at least so many. */
const several =
  (wanted: Part, gives: Part, least = 1): OperationType =>
  (takes, place, read) => {
    const parts = readAll(takes, place, read, [least, any])
    return parts && givenBy(parts, () => wanted, { gives, place })
  }

function givenBy(
  parts: readonly Part[],
  wanted: (index: number) => Part | undefined,
  { gives, place }: { readonly gives: Part; readonly place: Place },
): Part | undefined {
  for (const [index, part] of parts.entries()) {
    const type = wanted(index)?.type
    if (type && !fits(part, type)) return fault(inside(place, index), `is ${inWords(part)}, not ${inWords({ type })}`)
  }
  return gives
}

/** Takes two values that can be the same. */
const compares =
  (kinds: readonly Kind[]): OperationType =>
  (takes, place, read) => {
    const [a, b] = readAll(takes, place, read, [2, 2]) ?? []
    if (!a || !b) return undefined
    const [constant, other] = a.texts === undefined ? [b, a] : [a, b]
    if (!kinds.includes(other.type.kind)) return fault(place, `can't compare ${other.type.kind}`)
    // A constant must be something that the other can be: an option that doesn't exist is a slip of the pen.
    const canBeSame = fits(constant, other.type) || (constant.texts === undefined && fits(other, constant.type))
    return canBeSame ? boolean : fault(place, clash(a, b))
  }

const clash = (a: Part, b: Part): string => `compares ${inWords(a)} with ${inWords(b)}`

const scalars: readonly Kind[] = ['boolean', 'number', 'text', 'date', 'time', 'choice']

/** Takes a value and constants of its type. */
const isIn: OperationType = (takes, place, read) => {
  const [first, list] = takes
  if (first === undefined || list === undefined || takes.length > 2) return fault(place, 'takes 2 arguments')
  if (!isList(list) || list.length === 0) return fault(inside(place, 1), 'must be a list of what it may be')
  const value = read(first, inside(place, 0))
  if (!value) return undefined
  if (!scalars.includes(value.type.kind)) return fault(inside(place, 0), `can't compare ${value.type.kind}`)
  for (const [index, one] of list.entries()) {
    const part = read(one, inside(inside(place, 1), index))
    if (part && !fits(part, value.type)) return fault(inside(inside(place, 1), index), clash(value, part))
  }
  return boolean
}

/** Takes several chosen values and one of them. */
const has: OperationType = (takes, place, read) => {
  const [list, value] = readAll(takes, place, read, [2, 2]) ?? []
  if (!list || !value) return undefined
  if (list.type.kind !== 'choices') return fault(inside(place, 0), 'is no question with several answers')
  return fits(value, list.type) ? boolean : fault(inside(place, 1), clash(list, value))
}

/** Tries a condition on each row, whose cells are the only names that it knows. */
const ofRows: OperationType = ([rows, condition, ...more], place, read) => {
  if (rows === undefined || condition === undefined || more.length > 0) return fault(place, 'takes 2 arguments')
  const cells = cellsOf(rows, place, read)
  if (!cells) return undefined
  const scope = (name: string) => own(cells, name) ?? { refused: `the rows have no "${name}"` }
  const tried = read(condition, { ...inside(place, 1), scope })
  if (!tried) return undefined
  return fits(tried, boolean.type) ? boolean : fault(inside(place, 1), 'is no condition')
}

const sum: OperationType = ([rows, cell, ...more], place, read) => {
  if (rows === undefined || cell === undefined || more.length > 0) return fault(place, 'takes 2 arguments')
  const cells = cellsOf(rows, place, read)
  if (!cells) return undefined
  if (typeof cell === 'string' && own(cells, cell)?.kind === 'number') return number
  return fault(inside(place, 1), 'must name a number of the rows')
}

/** What the rows themselves have, never what every object inherits: a cell may be called "constructor". */
const own = (cells: Readonly<Record<string, ValueType>>, name: string): ValueType | undefined =>
  Object.hasOwn(cells, name) ? cells[name] : undefined

function cellsOf(rows: Expression, place: Place, read: Read) {
  const part = read(rows, inside(place, 0))
  if (!part) return undefined
  return part.type.kind === 'rows' ? part.type.parts : fault(inside(place, 0), 'is no group of rows')
}

const count: OperationType = (takes, place, read) => {
  const [list] = readAll(takes, place, read, [1, 1]) ?? []
  if (!list) return undefined
  return ['rows', 'choices'].includes(list.type.kind) ? number : fault(place, 'counts rows or chosen options')
}

/** `[condition, then, condition, then, …, otherwise]`, whose values are all of one type. */
const either: OperationType = (takes, place, read) => {
  const parts = readAll(takes, place, read, [3, any])
  if (!parts) return undefined
  if (takes.length % 2 === 0) return fault(place, 'ends with what holds otherwise')
  const conditions = parts.filter((_, index) => index % 2 === 0 && index < parts.length - 1)
  const values = parts.filter((_, index) => index % 2 === 1 || index === parts.length - 1)
  if (conditions.some((condition) => !fits(condition, boolean.type))) return fault(place, 'chooses by conditions')
  const variable = values.find(({ texts }) => texts === undefined)
  if (!variable) return { type: { kind: 'text' }, texts: values.flatMap(({ texts = [] }) => texts) }
  const isOneType = values.every((value) => fits(value, variable.type))
  return isOneType ? { type: variable.type } : fault(place, 'gives values of several types')
}

const answered: OperationType = (takes, place, read) => readAll(takes, place, read, [1, 1]) && boolean

const ordered = compares(['number', 'date', 'time'])
const same = compares(scalars)

/** The operations of expressions, but `var`: what they take, and what they give. */
export const operationTypes: Readonly<Record<string, OperationType>> = {
  and: several(boolean, boolean),
  or: several(boolean, boolean),
  '!': typed([boolean], boolean),
  if: either,
  '==': same,
  '!=': same,
  '<': ordered,
  '<=': ordered,
  '>': ordered,
  '>=': ordered,
  in: isIn,
  has,
  answered,
  some: ofRows,
  all: ofRows,
  none: ofRows,
  count,
  sum,
  '+': several(number, number, 2),
  '-': several(number, number, 2),
  '*': several(number, number, 2),
  '/': typed([number, number], number),
  min: several(number, number),
  max: several(number, number),
  round: typed([number], number),
  'plus-days': typed([date, number], date),
  'plus-months': typed([date, number], date),
  'days-between': typed([date, date], number),
}
