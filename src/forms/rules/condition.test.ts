import { describe, expect, it } from 'vitest'
import { type Condition, comparisonsIn, evaluate } from './condition.ts'

const chosen: Readonly<Record<string, readonly string[]>> = { vem: ['jag'], hjalp: ['kapp', 'rullstol'], tom: [] }

const jag: Condition = { question: 'vem', in: ['jag', 'ombud'] }
const ombud: Condition = { question: 'vem', in: ['ombud'] }

describe('evaluate', () => {
  it.each<[string, Condition, boolean]>([
    ['one of the values is chosen', jag, true],
    ['none of the values is chosen', ombud, false],
    ['one of several chosen is among the values', { question: 'hjalp', in: ['rullstol'] }, true],
    ['nothing is chosen', { question: 'tom', in: ['kapp'] }, false],
    ['the question is hidden or unknown', { question: 'okand', in: ['kapp'] }, false],
    ['all, and all hold', { all: [jag, { question: 'hjalp', in: ['kapp'] }] }, true],
    ['all, and one does not hold', { all: [jag, ombud] }, false],
    ['any, and one holds', { any: [ombud, jag] }, true],
    ['any, and none holds', { any: [ombud, { question: 'tom', in: ['x'] }] }, false],
    ['not, of one that holds', { not: jag }, false],
    ['not, of a question without an answer', { not: { question: 'tom', in: ['x'] } }, true],
    ['nested', { all: [{ not: { any: [ombud] } }, { any: [{ all: [jag] }] }] }, true],
  ])('%s', (_name, condition, holds) => {
    expect(evaluate(condition, (id) => chosen[id] ?? [])).toBe(holds)
  })
})

describe('comparisonsIn', () => {
  it('names every comparison and its place', () => {
    expect(comparisonsIn({ all: [jag, { not: { any: [ombud] } }] })).toEqual([
      { ...jag, path: ['all', 0] },
      { ...ombud, path: ['all', 1, 'not', 'any', 0] },
    ])
  })
})
