import { describe, expect, it } from 'vitest'
import { evaluate, holds } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { operationTypes } from './operation-types.ts'
import { operations } from './operations.ts'
import type { RuleParts, RuleValue } from './value.ts'

const data: RuleParts = {
  ja: true,
  nej: false,
  tal: 7,
  text: 'a',
  dag: '2027-01-31',
  tid: '09:30',
  vald: ['a', 'b'],
  tom: [],
  rader: [
    { antal: 2, namn: 'Ada' },
    { antal: 0.1, namn: null },
    { antal: null, namn: 'Bo' },
  ],
  plats: { kommun: '2480' },
  facts: { today: '2027-03-31', age: null },
}

const v = (name: string): Expression => ({ var: name })
const none = v('obesvarad')

describe('each operation', () => {
  it.each<[Expression, RuleValue]>([
    [v('tal'), 7],
    [v('plats.kommun'), '2480'],
    [v('facts.age'), null],
    [{ and: [v('ja'), true] }, true],
    [{ and: [v('ja'), v('nej')] }, false],
    [{ or: [v('nej'), v('ja')] }, true],
    [{ or: [v('nej')] }, false],
    [{ '!': [v('nej')] }, true],
    [{ '!': v('ja') }, false],
    [{ if: [v('nej'), 1, v('ja'), 2, 3] }, 2],
    [{ if: [v('nej'), 1, 3] }, 3],
    [{ '==': [v('text'), 'a'] }, true],
    [{ '==': [v('tal'), 8] }, false],
    [{ '==': [v('nej'), false] }, true],
    [{ '!=': [v('text'), 'b'] }, true],
    [{ '!=': [v('text'), 'a'] }, false],
    [{ '<': [v('tal'), 7] }, false],
    [{ '<=': [v('tal'), 7] }, true],
    [{ '>': [v('dag'), '2026-12-31'] }, true],
    [{ '>=': [v('tid'), '10:00'] }, false],
    [{ in: [v('text'), ['b', 'a']] }, true],
    [{ in: [v('tal'), [1, 2]] }, false],
    [{ has: [v('vald'), 'b'] }, true],
    [{ has: [v('vald'), 'c'] }, false],
    [{ answered: v('nej') }, true],
    [{ answered: v('tom') }, false],
    [{ some: [v('rader'), { '>': [v('antal'), 1] }] }, true],
    [{ all: [v('rader'), { '>': [v('antal'), 1] }] }, false],
    [{ none: [v('rader'), { '>': [v('antal'), 2] }] }, true],
    [{ count: v('rader') }, 3],
    [{ count: v('vald') }, 2],
    [{ sum: [v('rader'), 'antal'] }, 2.1],
    [{ '+': [v('tal'), 1, 2] }, 10],
    [{ '-': [v('tal'), 1, 2] }, 4],
    [{ '*': [v('tal'), 2, 3] }, 42],
    [{ '/': [v('tal'), 2] }, 3.5],
    [{ '/': [v('tal'), 0] }, null],
    [{ min: [v('tal'), 3] }, 3],
    [{ max: [v('tal'), 3] }, 7],
    [{ round: { '/': [v('tal'), 2] } }, 4],
    [{ 'plus-days': [v('dag'), 1] }, '2027-02-01'],
    [{ 'plus-days': ['2028-02-28', 1] }, '2028-02-29'],
    [{ 'plus-days': ['2027-03-01', -1] }, '2027-02-28'],
    [{ 'plus-months': [v('dag'), 1] }, '2027-02-28'],
    [{ 'plus-months': [v('dag'), 13] }, '2028-02-29'],
    [{ 'plus-months': ['2027-03-31', -1] }, '2027-02-28'],
    [{ 'plus-months': ['2027-01-15', -1] }, '2026-12-15'],
    [{ 'days-between': [v('dag'), '2027-03-01'] }, 29],
    [{ 'days-between': ['2027-03-28', '2027-03-29'] }, 1],
    [{ 'days-between': [v('dag'), v('dag')] }, 0],
  ])('%j is %j', (expression, value) => expect(evaluate(expression, data)).toEqual(value))

  it('is tried above', () => {
    expect(new Set(Object.keys(operationTypes))).toEqual(
      new Set([...Object.keys(operations), 'and', 'or', 'if', 'some', 'all', 'none']),
    )
  })
})

describe('without an answer', () => {
  it.each<[Expression, RuleValue]>([
    [none, null],
    [v('obesvarad.del'), null],
    [v('tal.del'), null],
    [{ '!': none }, true],
    [{ '==': [none, 'a'] }, false],
    [{ '==': ['a', none] }, false],
    [{ '==': [none, none] }, false],
    [{ '==': [none, false] }, false],
    [{ '!=': [none, 'a'] }, false],
    [{ '!=': ['a', none] }, false],
    [{ '<': [none, 1] }, false],
    [{ '<': [-1, none] }, false],
    [{ '<=': [none, 0] }, false],
    [{ '<=': [0, none] }, false],
    [{ '>': [none, -1] }, false],
    [{ '>': [1, none] }, false],
    [{ '>=': [none, 0] }, false],
    [{ '>=': [0, none] }, false],
    [{ '>=': [none, none] }, false],
    [{ in: [none, ['a']] }, false],
    [{ has: [none, 'a'] }, false],
    [{ has: [v('vald'), none] }, false],
    [{ answered: none }, false],
    [{ if: [none, 1, 2] }, 2],
    [{ if: [true, none, 2] }, null],
    [{ some: [none, true] }, false],
    [{ all: [none, true] }, false],
    [{ none: [none, true] }, true],
    [{ some: [v('rader'), { '==': [v('namn'), 'okänd'] }] }, false],
    [{ count: none }, 0],
    [{ sum: [none, 'antal'] }, 0],
    [{ '+': [none, 1] }, null],
    [{ '+': [1, none] }, null],
    [{ '-': [none, 1] }, null],
    [{ '-': [1, none] }, null],
    [{ '*': [none, 0] }, null],
    [{ '*': [0, none] }, null],
    [{ '/': [none, 1] }, null],
    [{ '/': [1, none] }, null],
    [{ min: [none, 1] }, null],
    [{ max: [1, none] }, null],
    [{ round: none }, null],
    [{ 'plus-days': [none, 1] }, null],
    [{ 'plus-days': [v('dag'), none] }, null],
    [{ 'plus-months': [none, 1] }, null],
    [{ 'plus-months': [v('dag'), none] }, null],
    [{ 'days-between': [none, v('dag')] }, null],
    [{ 'days-between': [v('dag'), none] }, null],
  ])('%j is %j', (expression, value) => expect(evaluate(expression, data)).toEqual(value))

  it.each<Expression>([{ and: [none, true] }, { and: [true, none] }, { or: [none, false] }, { or: [none] }, none])(
    '%j does not hold',
    (expression) => expect(holds(expression, data)).toBe(false),
  )

  it('holds when one side of "or" does', () => expect(holds({ or: [none, true] }, data)).toBe(true))
})

describe('arithmetic', () => {
  it.each<[Expression, number]>([
    [{ '+': [0.1, 0.2] }, 0.3],
    [{ '*': [1.1, 3] }, 3.3],
    [{ '-': [0.3, 0.1] }, 0.2],
    [{ '/': [0.3, 0.1] }, 3],
    [{ sum: [{ var: 'kronor' }, 'belopp'] }, 0.3],
    [{ round: { '*': [1.005, 100] } }, 101],
    [{ round: -0.4 }, 0],
  ])('%j is %d and nothing near it', (expression, value) => {
    const kronor = [{ belopp: 0.1 }, { belopp: 0.2 }]
    expect(evaluate(expression, { kronor })).toBe(value)
  })

  it('has no answer past what numbers hold', () => {
    expect(evaluate({ '*': [1e200, 1e200] }, {})).toBeNull()
  })
})

describe('days', () => {
  it.each<Expression>([
    { 'plus-days': ['2027-01-01', 1e15] },
    { 'plus-days': ['9999-12-31', 1] },
    { 'plus-months': ['9999-12-31', 1] },
    { 'plus-months': ['2027-01-01', -1e9] },
    { 'plus-days': ['inte en dag', 1] },
    { 'days-between': ['2027-02-30', '2027-03-01'] },
  ])('%j is no day', (expression) => expect(evaluate(expression, {})).toBeNull())
})

describe('a name', () => {
  it.each([
    'constructor',
    '__proto__',
    'toString',
    'plats.constructor',
    'plats.kommun.length',
    'vald.length',
    'vald.0',
  ])('"%s" finds nothing that was not answered', (name) => expect(evaluate({ var: name }, data)).toBeNull())
})
