import { expect, test } from 'vitest'
import { addedQuestions, carry } from './carry.ts'
import { FormDefinition } from './definition.ts'
import { formOf, type WrittenQuestion, writtenForm } from './testing/forms.ts'

const options = (...ids: readonly string[]) => ids.map((id) => ({ id, label: { sv: id } }))

/** What becomes of something typed when one question becomes another. */
function becomes(older: WrittenQuestion, newer: WrittenQuestion, typed: string | readonly string[]) {
  const carried = carry(formOf([{ id: 'q', ...older }]), formOf([{ id: 'q', ...newer }]), { q: typed })
  return { typed: carried.typed, left: carried.left }
}

test('what is the same stays without a word, right or wrong', () => {
  const number = { type: 'number', max: 10 }
  expect(becomes({ type: 'text' }, { type: 'text', mandatory: true }, 'abc')).toEqual({ typed: { q: 'abc' }, left: [] })
  expect(becomes(number, number, 'tio')).toEqual({ typed: { q: 'tio' }, left: [] })
  expect(becomes({ type: 'text' }, { type: 'text' }, '')).toEqual({ typed: { q: '' }, left: [] })
})

test('what fits another type is kept', () => {
  expect(becomes({ type: 'text' }, { type: 'long-text' }, 'abc')).toEqual({ typed: { q: 'abc' }, left: [] })
})

test('what means something else in another type is kept and told', () => {
  const left = [{ questionId: 'q', typed: '12', kept: true }]
  expect(becomes({ type: 'text' }, { type: 'number' }, '12')).toEqual({ typed: { q: '12' }, left })
})

test('what does not fit another type is told, not kept', () => {
  const left = [{ questionId: 'q', typed: 'tolv', kept: false }]
  expect(becomes({ type: 'text' }, { type: 'number' }, 'tolv')).toEqual({ typed: {}, left })
})

test('an option that is gone is told: its field shows nothing of it', () => {
  const older = { type: 'radio', options: options('a', 'b', 'c') }
  const newer = { type: 'radio', options: options('a', 'c') }
  expect(becomes(older, newer, 'a')).toEqual({ typed: { q: 'a' }, left: [] })
  expect(becomes(older, newer, 'b').left).toEqual([{ questionId: 'q', typed: 'b', kept: true }])
})

test('a limit that was an answer before and is not any more is told', () => {
  const left = [{ questionId: 'q', typed: '50', kept: true }]
  expect(becomes({ type: 'number' }, { type: 'number', max: 10 }, '50')).toEqual({ typed: { q: '50' }, left })
})

test('limits that are rules are no limits here, in whatever form', () => {
  const limited = (max: unknown) => formOf([{ id: 'tak', type: 'number' }], [{ id: 'q', type: 'number', max: max }])
  const carried = carry(limited({ var: 'tak' }), limited({ var: 'tak' }), { tak: '1', q: '50' })
  expect(carried).toMatchObject({ typed: { tak: '1', q: '50' }, left: [] })
})

test('what was typed in a question that is gone is told; what was left empty is not', () => {
  const from = formOf([
    { id: 'a', type: 'text' },
    { id: 'b', type: 'text' },
    { id: 'c', type: 'text' },
  ])
  const { typed, left } = carry(from, formOf([{ id: 'a', type: 'text' }]), { a: '1', b: '2', c: '' })
  expect(typed).toEqual({ a: '1' })
  expect(left).toEqual([{ questionId: 'b', typed: '2', kept: false }])
})

test('a question that replaces another takes over what was typed there', () => {
  const from = formOf([{ id: 'namn', type: 'text' }])
  const to = formOf([
    { id: 'fullt-namn', type: 'text', replaces: ['namn'] },
    { id: 'ny', type: 'text' },
  ])
  const carried = carry(from, to, { namn: 'Ada' })
  expect(carried.typed).toEqual({ 'fullt-namn': 'Ada' })
  expect(carried.ids).toEqual(new Map([['namn', 'fullt-namn']]))
  expect(addedQuestions(from, to).map(({ id }) => id)).toEqual(['ny'])
})

test('of two that become one, that of the same id goes first and the other is told', () => {
  const from = formOf([
    { id: 'fornamn', type: 'text' },
    { id: 'namn', type: 'text' },
  ])
  const to = formOf([{ id: 'namn', type: 'text', replaces: ['fornamn'] }])
  expect(carry(from, to, { fornamn: 'Ada', namn: 'Ada Exempel' })).toMatchObject({
    typed: { namn: 'Ada Exempel' },
    left: [{ questionId: 'fornamn', typed: 'Ada', kept: false }],
  })
  expect(carry(from, to, { fornamn: 'Ada', namn: '' }).typed).toEqual({ namn: '' })
})

test.each([
  [
    [
      { id: 'a', type: 'text', replaces: ['b'] },
      { id: 'b', type: 'text' },
    ],
    /"b" is still a question/,
  ],
  [
    [
      { id: 'a', type: 'text', replaces: ['x'] },
      { id: 'b', type: 'text', replaces: ['x'] },
    ],
    /"x" is replaced twice/,
  ],
])('a definition that replaces what it can not is refused: %j', (questions, problem) => {
  expect(FormDefinition.safeParse(writtenForm(questions)).error?.issues[0]?.message).toMatch(problem)
})
