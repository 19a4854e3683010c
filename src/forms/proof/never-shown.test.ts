import { describe, expect, it } from 'vitest'
import { FormDefinition } from '../definition.ts'
import type { Expression } from '../rules/expression.ts'
import { type WrittenQuestion, writtenForm } from '../testing/forms.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, label: { sv: id } }))
const asked: readonly WrittenQuestion[] = [
  { id: 'val', type: 'radio', options },
  { id: 'ja', type: 'yes-no' },
  { id: 'fler', type: 'checkboxes', options },
  { id: 'tal', type: 'number' },
  { id: 'dag', type: 'date' },
  { id: 'gomd', type: 'yes-no', when: { '==': [{ var: 'val' }, 'a'] } },
  { id: 'deras', type: 'yes-no', filledInBy: 'party' },
]

const v = (name: string): Expression => ({ var: name })
const is = (name: string, value: string | boolean): Expression => ({ '==': [v(name), value] })
const faultsIn = (form: unknown) =>
  (FormDefinition.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
const shownWhen = (when: Expression) => writtenForm(asked, [{ type: 'text', when }])

describe('a question that can be shown', () => {
  it.each<Expression>([
    { and: [is('val', 'b'), v('ja')] },
    { and: [{ '!': is('val', 'a') }, { '!=': [v('val'), 'b'] }] },
    { and: [{ has: [v('fler'), 'a'] }, { has: [v('fler'), 'c'] }, { '!': { has: [v('fler'), 'b'] } }] },
    { and: [{ '>': [v('tal'), 1] }, { '<': [v('tal'), 1.5] }] },
    { and: [{ '>=': [v('tal'), 2] }, { '<=': [v('tal'), 2] }] },
    { and: [{ '>': [v('dag'), '2027-01-01'] }, { '<': [v('dag'), '2027-02-01'] }] },
    { '>': [v('dag'), { 'plus-days': [v('facts.today'), 3] }] },
    { '<': [v('facts.age'), 18] },
    { and: [v('facts.loggedIn'), { '!': v('facts.livesHere') }] },
    { and: [is('gomd', false), is('val', 'a')] },
    { '!': { answered: v('gomd') } },
    { '!': { answered: v('deras') } },
    { '==': [{ if: [v('ja'), 'a', 'b'] }, v('val')] },
  ])('%j', (when) => expect(faultsIn(shownWhen(when))).toEqual([]))
})

describe('refuses and names the place of a question that nobody ever sees', () => {
  it.each<Expression>([
    false,
    { and: [is('val', 'a'), is('val', 'b')] },
    { and: [v('ja'), is('ja', false)] },
    { and: [v('ja'), { '!': v('ja') }] },
    { and: [{ in: [v('val'), ['a', 'b']] }, is('val', 'c')] },
    { and: [{ has: [v('fler'), 'a'] }, { '!': { answered: v('fler') } }] },
    { and: [{ '>': [v('tal'), 10] }, { '<': [v('tal'), 5] }] },
    { and: [{ '>': [v('dag'), '2027-02-01'] }, { '<': [v('dag'), '2027-01-01'] }] },
    { and: [{ '>=': [v('facts.age'), 18] }, { '<': [v('facts.age'), 18] }] },
    // Its asker is hidden whenever the rest holds.
    { and: [v('gomd'), is('val', 'b')] },
    // Whoever fills in the form never answers it.
    v('deras'),
  ])('%j', (when) => {
    expect(faultsIn(shownWhen(when))).toEqual([
      'steps.1.questions.0.when: can never hold, so that nobody sees the question',
    ])
  })

  it('because its step is hidden whenever it would be shown', () => {
    const form = writtenForm(asked, [{ type: 'text' }, { type: 'text', when: v('ja') }])
    const steps = form.steps.map((step, index) => (index === 1 ? { ...step, when: is('ja', false) } : step))
    expect(faultsIn({ steps })).toEqual(['steps.1.questions.1.when: can never hold, so that nobody sees the question'])
  })
})

it('refuses a step that nobody ever reaches, once for all that is in it', () => {
  const form = writtenForm(asked, [{ type: 'text', when: v('ja') }])
  const when = { and: [is('val', 'a'), is('val', 'b')] }
  const steps = form.steps.map((step, index) => (index === 1 ? { ...step, when } : step))
  expect(faultsIn({ steps })).toEqual(['steps.1.when: can never hold, so that nobody reaches the step'])
})

it('takes as possible what would take too long to try', () => {
  const many = Array.from({ length: 16 }, (_, index) => ({ id: `fraga-${index}`, type: 'radio', options }))
  const each = many.map(({ id }) => ({ '!': is(id, 'a') }))
  const never = { and: [...each, is('fraga-15', 'b'), is('fraga-15', 'c')] }
  expect(faultsIn(writtenForm(many, [{ type: 'text', when: never }]))).toEqual([])
})

describe('of the questions that another party answers', () => {
  const theirs = (when: Expression) => writtenForm(asked, [{ type: 'text', filledInBy: 'party', when }])

  it.each<Expression>([v('deras'), { and: [v('deras'), v('ja')] }, { and: [is('deras', false), is('val', 'b')] }])(
    'takes %j, which what the party answers may open',
    (when) => expect(faultsIn(theirs(when))).toEqual([]),
  )

  it.each<Expression>([
    { and: [v('deras'), is('deras', false)] },
    { and: [is('val', 'a'), is('val', 'b')] },
    { and: [v('gomd'), v('deras'), is('val', 'b')] },
  ])('refuses %j, by which no party ever sees it', (when) => {
    expect(faultsIn(theirs(when))).toEqual([
      'steps.1.questions.0.when: can never hold, so that nobody sees the question',
    ])
  })
})
