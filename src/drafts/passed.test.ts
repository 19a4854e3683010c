import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fillForm } from '../forms/filled.ts'
import { nextStep, reviewStep } from '../forms/navigation.ts'
import { formOf } from '../forms/testing/forms.ts'
import { firstWrongStep, validateStep } from '../forms/validation.ts'
import { firstUnsure, passedAfter, sureIn } from './passed.ts'

const versionId = 'v1'
const text = (id: string, more: object = {}) => ({ id, type: 'text', ...more }) as const
const form = formOf(
  [{ id: 'a', type: 'yes-no' }, text('b', { mandatory: { var: 'a' } })],
  [text('c', { when: { var: 'a' }, mandatory: true })],
  [text('d', { mandatory: { '!': { var: 'a' } } })],
  [text('e', { when: { answered: { var: 'd' } }, mandatory: true })],
)
const ids = form.steps.map(({ id }) => id)
const [one = '', two = '', three = ''] = ids

const answers = (revisions: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(revisions).map(([id, revision]) => [id, { typed: '', revision }]))

describe('what is sure', () => {
  const passed = { versionId, step: three, revision: 5 }
  const unsure = (revisions: Readonly<Record<string, number>>, of = versionId) =>
    firstUnsure(form, sureIn({ versionId: of, content: { answers: answers(revisions), passed } }))

  test.each([
    ['nothing is answered since: the step that was led to', { a: 1, b: 5 }, three],
    ['an earlier step has been answered anew', { a: 6, b: 5 }, one],
    ['that step itself has been', { d: 6 }, three],
    ['only what comes after it has been', { e: 7 }, three],
  ])('%s', (_when, revisions, step) => {
    expect(unsure(revisions)).toBe(step)
  })

  it('is nothing before the first "Nästa", and in another version of the form', () => {
    expect(firstUnsure(form, sureIn({ versionId, content: { answers: {} } }))).toBe(one)
    expect(unsure({}, 'v2')).toBe(one)
  })
})

describe('a step is passed', () => {
  const left = (step: string, to: string, content: Parameters<typeof passedAfter>[0]['content']) =>
    passedAfter({ versionId, content }, { form, step, to, revision: 9 })
  const passed = { versionId, step: two, revision: 5 }

  it('when "Nästa" leads on and all before it is sure', () => {
    expect(left(one, two, { answers: answers({ a: 9 }) })).toEqual({ versionId, step: two, revision: 9 })
    expect(left(two, three, { answers: answers({ c: 9 }), passed })).toEqual({ versionId, step: three, revision: 9 })
  })

  it('not when something before it has been answered anew, and not when its owner stays or goes back', () => {
    expect(left(two, three, { answers: answers({ a: 6 }), passed })).toEqual(passed)
    expect(left(two, two, { answers: answers({ c: 9 }), passed })).toEqual(passed)
    expect(left(two, one, { answers: answers({ c: 9 }), passed })).toEqual(passed)
    expect(left(three, reviewStep, { answers: answers({}), passed })).toEqual(passed)
  })

  it('not anew when more than it is sure already', () => {
    const far = { versionId, step: reviewStep, revision: 5 }
    expect(left(one, two, { answers: answers({}), passed: far })).toEqual(far)
  })
})

test('whatever is answered in whatever order, and left by whatever button: what is sure is right', () => {
  const act = fc.record({
    step: fc.constantFrom(...ids),
    typed: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('yes', 'no', ''), { maxKeys: 2 }),
    isNext: fc.boolean(),
  })
  const facts = { today: '2027-01-15' }
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let content: Parameters<typeof passedAfter>[0]['content'] = { answers: {} }
      let typed: Readonly<Record<string, string>> = {}
      for (const [index, { step, typed: written, isNext }] of acts.entries()) {
        const here = new Set(form.steps.find(({ id }) => id === step)?.questions.map(({ id }) => id))
        const saved = Object.entries(written).filter(([id]) => here.has(id))
        typed = { ...typed, ...Object.fromEntries(saved) }
        const revision = index + 1
        const stored = { ...content.answers, ...answers(Object.fromEntries(saved.map(([id]) => [id, revision]))) }
        const filled = fillForm(form, typed, facts)
        const isRight = isNext && validateStep(filled, step).length === 0
        const to = isRight ? nextStep(filled, step) : step
        const after = { ...content, answers: stored }
        content = { ...after, passed: passedAfter({ versionId, content: after }, { form, step, to, revision }) }
        const before = firstUnsure(form, sureIn({ versionId, content }))
        expect(firstWrongStep(filled, { from: one, before })).toBeUndefined()
      }
    }),
    { numRuns: 500 },
  )
})
