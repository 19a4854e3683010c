import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isIsoDate } from './calendar-date.ts'
import { faultsInExpression } from './check.ts'
import { evaluate } from './evaluate.ts'
import { type Expression, isList } from './expression.ts'
import type { RuleParts, RuleValue, ValueType } from './value.ts'

const cells: Readonly<Record<string, ValueType>> = { antal: { kind: 'number' }, ja: { kind: 'boolean' } }

const types: Readonly<Record<string, ValueType>> = {
  ja: { kind: 'boolean' },
  tal: { kind: 'number' },
  dag: { kind: 'date' },
  tid: { kind: 'time' },
  text: { kind: 'text' },
  val: { kind: 'choice', values: ['a', 'b'] },
  fler: { kind: 'choices', values: ['a', 'b'] },
  rader: { kind: 'rows', parts: cells },
}

const v = (name: string): Expression => ({ var: name })
const option = fc.constantFrom('a', 'b')
const day = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const time = fc.constantFrom('00:00', '09:30', '23:59')
const someNumber = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))

const pair = (a: fc.Arbitrary<Expression>, b = a) => fc.tuple(a, b)
const many = (one: fc.Arbitrary<Expression>, minLength: number) => fc.array(one, { minLength, maxLength: 3 })
const operation = (names: readonly string[], takes: fc.Arbitrary<readonly Expression[]>): fc.Arbitrary<Expression> =>
  fc.tuple(fc.constantFrom(...names), takes).map(([name, given]) => ({ [name]: given }))
const chosen = (condition: fc.Arbitrary<Expression>, value: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.tuple(condition, value, value).map((takes) => ({ if: takes }))

type Tied = { boolean: Expression; number: Expression; date: Expression; ofRow: Expression }

/** Expressions that mean something, by what they give. */
const expressions = fc.letrec<Tied>((tie) => ({
  boolean: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Expression>(true, false, v('ja')),
    operation(['and', 'or'], many(tie('boolean'), 1)),
    operation(['!'], fc.tuple(tie('boolean'))),
    operation(
      ['==', '!=', '<', '<=', '>', '>='],
      fc.oneof(pair(tie('number')), pair(fc.constant(v('dag')), tie('date'))),
    ),
    operation(['==', '!='], pair(fc.constantFrom(v('val'), v('text')), option)),
    operation(['<', '>='], pair(fc.constant(v('tid')), time)),
    operation(['in'], fc.tuple(fc.constant(v('val')), fc.array(option, { minLength: 1 }))),
    operation(['has'], pair(fc.constant(v('fler')), option)),
    operation(['answered'], fc.tuple(fc.constantFrom(...Object.keys(types)).map(v))),
    operation(['some', 'all', 'none'], pair(fc.constant(v('rader')), tie('ofRow'))),
    chosen(tie('boolean'), tie('boolean')),
  ),
  ofRow: fc.oneof(
    fc.constant(v('ja')),
    operation(['<', '=='], pair(fc.constant(v('antal')), someNumber)),
    operation(['and', 'or'], many(tie('ofRow'), 1)),
  ),
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(someNumber, fc.constant(v('tal'))),
    operation(['+', '-', '*'], many(tie('number'), 2)),
    operation(['min', 'max'], many(tie('number'), 1)),
    operation(['/'], pair(tie('number'))),
    operation(['round'], fc.tuple(tie('number'))),
    operation(['count'], fc.tuple(fc.constantFrom(v('rader'), v('fler')))),
    fc.constant<Expression>({ sum: [v('rader'), 'antal'] }),
    operation(['days-between'], pair(tie('date'))),
    chosen(tie('boolean'), tie('number')),
  ),
  date: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(day, fc.constant(v('dag'))),
    operation(['plus-days', 'plus-months'], fc.tuple(tie('date'), tie('number'))),
    chosen(tie('boolean'), tie('date')),
  ),
}))

const orNothing = <Value extends RuleValue>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

const data: fc.Arbitrary<RuleParts> = fc.record({
  ja: orNothing(fc.boolean()),
  tal: orNothing(someNumber),
  dag: orNothing(day),
  tid: orNothing(time),
  text: orNothing(fc.string()),
  val: orNothing(option),
  fler: orNothing(fc.subarray(['a', 'b'])),
  rader: orNothing(fc.array(fc.record({ antal: orNothing(someNumber), ja: orNothing(fc.boolean()) }))),
})

const isOf: Readonly<Record<'boolean' | 'number' | 'date', (value: RuleValue) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  date: (value) => typeof value === 'string' && isIsoDate(value),
}

const kinds = ['boolean', 'number', 'date'] as const
const scope = (name: string) => types[name] ?? { refused: `no "${name}"` }

it.each(kinds)('a checked expression that gives %s never throws, and gives that or nothing', (kind) => {
  fc.assert(
    fc.property(expressions[kind], data, (expression, answers) => {
      expect(faultsInExpression(expression, { scope, gives: { kind } })).toEqual([])
      const value = evaluate(expression, answers)
      expect(value === null || isOf[kind](value)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('whatever is written as an expression is checked without throwing, and evaluated when nothing is wrong', () => {
  const written: fc.Arbitrary<Expression> = fc
    .oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom(...kinds).chain((kind) => expressions[kind].map(damaged)),
    )
    .filter(isExpression)
  fc.assert(
    fc.property(written, data, (expression, answers) => {
      const faults = faultsInExpression(expression, { scope, gives: { kind: 'boolean' } })
      if (faults.length > 0) return
      const value = evaluate(expression, answers)
      expect(value === null || typeof value === 'boolean').toBe(true)
    }),
    { numRuns: 500 },
  )
})

/** The expression with its first argument left out: sometimes wrong, sometimes not. */
function damaged(expression: Expression): Expression {
  if (typeof expression !== 'object' || isList(expression)) return expression
  return Object.fromEntries(
    Object.entries(expression).map(([name, takes]) => [name, isList(takes) ? takes.slice(1) : takes]),
  )
}

function isExpression(value: unknown): value is Expression {
  if (Array.isArray(value)) return value.every(isExpression)
  if (typeof value === 'object') return value !== null && Object.values(value).every(isExpression)
  return true
}
