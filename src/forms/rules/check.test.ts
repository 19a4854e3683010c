import { describe, expect, it } from 'vitest'
import { faultsInExpression } from './check.ts'
import type { Expression } from './expression.ts'
import type { ValueType } from './value.ts'

const boolean: ValueType = { kind: 'boolean' }

const types: Readonly<Record<string, ValueType>> = {
  ja: boolean,
  tal: { kind: 'number' },
  text: { kind: 'text' },
  dag: { kind: 'date' },
  tid: { kind: 'time' },
  val: { kind: 'choice', values: ['a', 'b'] },
  annat: { kind: 'choice', values: ['b', 'c'] },
  fler: { kind: 'choices', values: ['a', 'b'] },
  plats: { kind: 'parts', parts: {} },
  rader: { kind: 'rows', parts: { antal: { kind: 'number' }, namn: { kind: 'text' }, ja: boolean } },
}

const scope = (name: string) => types[name] ?? { refused: `no "${name}"` }

const faultsIn = (expression: Expression, gives: ValueType = boolean): readonly string[] =>
  faultsInExpression(expression, { scope, gives }).map(({ path, message }) => `${path.join('.')}: ${message}`)

const v = (name: string): Expression => ({ var: name })

describe('takes', () => {
  it.each<[Expression, ValueType]>([
    [true, boolean],
    [v('ja'), boolean],
    [{ var: ['ja'] }, boolean],
    [3, { kind: 'number' }],
    ['2027-02-28', { kind: 'date' }],
    ['23:59', { kind: 'time' }],
    ['a', { kind: 'choice', values: ['a', 'b'] }],
    [v('val'), { kind: 'text' }],
    [{ and: [v('ja'), { '!': v('ja') }] }, boolean],
    [{ '==': ['2027-01-01', v('dag')] }, boolean],
    [{ '==': [v('val'), v('val')] }, boolean],
    [{ '==': [v('val'), v('text')] }, boolean],
    [{ '<': [v('tid'), '10:00'] }, boolean],
    [{ in: [v('dag'), ['2027-01-01', v('dag')]] }, boolean],
    [{ has: [v('fler'), 'a'] }, boolean],
    [{ answered: v('plats') }, boolean],
    [{ some: [v('rader'), { and: [v('ja'), { '>': [v('antal'), 1] }] }] }, boolean],
    [{ if: [v('ja'), 'a', 'b'] }, { kind: 'choice', values: ['a', 'b'] }],
    [{ if: [v('ja'), '2027-01-01', v('dag')] }, { kind: 'date' }],
    [{ if: [v('ja'), 1, v('ja'), v('tal'), 3] }, { kind: 'number' }],
    [{ sum: [v('rader'), 'antal'] }, { kind: 'number' }],
    [{ '+': [v('tal'), { count: v('fler') }, { count: v('rader') }] }, { kind: 'number' }],
    [{ 'plus-days': ['2027-01-01', v('tal')] }, { kind: 'date' }],
    [{ 'days-between': [v('dag'), '2027-01-01'] }, { kind: 'number' }],
  ])('%j for %j', (expression, gives) => expect(faultsIn(expression, gives)).toEqual([]))
})

describe('refuses and names the place:', () => {
  it.each<[string, Expression, string]>([
    ['an unknown question', { and: [v('ja'), v('vem')] }, 'and.1.var: no "vem"'],
    ['a name that is none', { var: 1 }, 'var: takes the name of a question'],
    ['a name with a default', { var: ['ja', true] }, 'var: takes the name of a question'],
    ['an unknown operation', { '!': { cat: ['a', 'b'] } }, '!.0: there is no operation "cat"; there are var, and'],
    ['an inherited name', { constructor: [1] }, ': there is no operation "constructor"'],
    ['two operations in one', { '==': [1, 1], '!': [true] }, ': is no expression'],
    ['no operation', {}, ': is no expression'],
    ['a list', [true], ': is a list'],
    ['a list among arguments', { '==': [v('val'), ['a']] }, '==.1: is a list'],
    ['the wrong value', v('tal'), ': gives number, not boolean'],
    ['the wrong constant', 'ja', ': gives "ja", not boolean'],
    ['too few arguments', { '==': [v('tal')] }, '==: takes 2 arguments'],
    ['too many', { '!': [true, true] }, '!: takes 1 argument'],
    ['none', { and: [] }, 'and: takes at least 1 argument'],
    ['"in" with three', { in: [v('val'), ['a'], ['b']] }, 'in: takes 2 arguments'],
    ['"in" without list', { in: [v('val'), 'a'] }, 'in.1: must be a list'],
    ['"in" with nothing in it', { in: [v('val'), []] }, 'in.1: must be a list'],
    ['"in" of several answers', { in: [v('fler'), ['a']] }, "in.0: can't compare choices"],
    ['"in" with what is no option', { in: [v('val'), ['a', 'x']] }, 'in.1.1: compares one of a, b with "x"'],
    ['"in" of an unknown question', { in: [v('x'), ['a']] }, 'in.0.var: no "x"'],
    ['numbers as truth', { and: [v('ja'), v('tal')] }, 'and.1: is number, not boolean'],
    ['texts as truth', { or: ['ja', v('ja')] }, 'or.0: is "ja", not boolean'],
    ['the opposite of a number', { '!': v('tal') }, '!.0: is number, not boolean'],
    ['equality of different kinds', { '==': [v('tal'), '7'] }, '==: compares number with "7"'],
    ['equality with what is no option', { '==': [v('val'), 'x'] }, '==: compares one of a, b with "x"'],
    ['equality of different options', { '!=': [v('val'), v('annat')] }, '!=: compares one of a, b with one of b, c'],
    ['equality of several answers', { '==': [v('fler'), 'a'] }, "==: can't compare choices"],
    ['a day that does not exist', { '==': [v('dag'), '2027-02-30'] }, '==: compares date with "2027-02-30"'],
    ['a time that does not exist', { '<': [v('tid'), '24:00'] }, '<: compares time with "24:00"'],
    ['order of texts', { '<': [v('text'), 'b'] }, "<: can't compare text"],
    ['order of truths', { '>=': [v('ja'), true] }, ">=: can't compare boolean"],
    ['order of days and numbers', { '>': [v('dag'), 7] }, '>: compares date with number'],
    ['"has" of one answer', { has: [v('val'), 'a'] }, 'has.0: is no question with several answers'],
    ['"has" with what is no option', { has: [v('fler'), 'x'] }, 'has.1: compares one of a, b with "x"'],
    ['"answered" of two', { answered: [v('ja'), v('tal')] }, 'answered: takes 1 argument'],
    ['a choice that ends too soon', { if: [v('ja'), true] }, 'if: takes at least 3 arguments'],
    ['a choice without otherwise', { if: [v('ja'), true, v('ja'), true] }, 'if: ends with what holds otherwise'],
    ['a choice by a number', { if: [v('tal'), true, false] }, 'if: chooses by conditions'],
    ['a choice of several types', { if: [v('ja'), v('tal'), v('text')] }, 'if: gives values of several types'],
    ['rows that are none', { some: [v('tal'), true] }, 'some.0: is no group of rows'],
    ['rows without condition', { all: [v('rader')] }, 'all: takes 2 arguments'],
    ['nothing to look through', { none: [] }, 'none: takes 2 arguments'],
    ['an unknown cell', { some: [v('rader'), v('ort')] }, 'some.1.var: the rows have no "ort"'],
    ['an inherited cell', { some: [v('rader'), v('constructor')] }, 'some.1.var: the rows have no "constructor"'],
    [
      'a question inside rows',
      { all: [v('rader'), { '==': [v('tal'), 1] }] },
      'all.1.==.0.var: the rows have no "tal"',
    ],
    ['rows without truth', { none: [v('rader'), v('antal')] }, 'none.1: is no condition'],
    ['an unknown question for rows', { some: [v('x'), true] }, 'some.0.var: no "x"'],
    ['a count of one', { '>': [{ count: v('val') }, 1] }, '>.0.count: counts rows or chosen options'],
    ['a sum of texts', { '>': [{ sum: [v('rader'), 'namn'] }, 1] }, '>.0.sum.1: must name a number of the rows'],
    ['a sum of nothing', { '>': [{ sum: [v('rader')] }, 1] }, '>.0.sum: takes 2 arguments'],
    ['a sum of an inherited cell', { '>': [{ sum: [v('rader'), 'toString'] }, 1] }, '>.0.sum.1: must name a number'],
    ['a sum of no rows', { '>': [{ sum: [v('tal'), 'antal'] }, 1] }, '>.0.sum.0: is no group of rows'],
    ['a sum of one', { '>': [{ '+': [v('tal')] }, 1] }, '>.0.+: takes at least 2 arguments'],
    ['a sum of days', { '>': [{ '+': [v('tal'), v('dag')] }, 1] }, '>.0.+.1: is date, not number'],
    ['a difference of texts', { '>': [{ '-': ['a', 1] }, 1] }, '>.0.-.0: is "a", not number'],
    ['a product of truths', { '>': [{ '*': [v('ja'), 1] }, 1] }, '>.0.*.0: is boolean, not number'],
    ['a quotient of three', { '>': [{ '/': [1, 2, 3] }, 1] }, '>.0./: takes 2 arguments'],
    ['the least of days', { '>': [{ min: [v('dag')] }, 1] }, '>.0.min.0: is date, not number'],
    ['the most of nothing', { '>': [{ max: [] }, 1] }, '>.0.max: takes at least 1 argument'],
    ['a rounded text', { '>': [{ round: v('text') }, 1] }, '>.0.round.0: is text, not number'],
    ['days after a time', { '>': [{ 'plus-days': [v('tid'), 1] }, v('dag')] }, '>.0.plus-days.0: is time, not date'],
    ['days in words', { '>': [{ 'plus-days': [v('dag'), 'en'] }, v('dag')] }, '>.0.plus-days.1: is "en", not number'],
    [
      'months after a text',
      { '>': [{ 'plus-months': ['mars', 1] }, v('dag')] },
      '>.0.plus-months.0: is "mars", not date',
    ],
    [
      'days between numbers',
      { '>': [{ 'days-between': [v('dag'), 1] }, 1] },
      '>.0.days-between.1: is number, not date',
    ],
  ])('%s', (_name, expression, fault) => expect(faultsIn(expression)).toEqual([expect.stringContaining(fault)]))

  it('several faults at once', () => {
    expect(faultsIn({ and: [v('x'), { or: [v('y'), v('ja')] }] })).toEqual([
      'and.0.var: no "x"',
      'and.1.or.0.var: no "y"',
    ])
  })
})
