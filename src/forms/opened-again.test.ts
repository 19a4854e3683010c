import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TypedValues } from './answers.ts'
import type { Facts } from './facts.ts'
import { fillForm } from './filled.ts'
import { type OpenedAgain, StoredRuleParts, seenByRules } from './opened-again.ts'
import { typedFrom } from './submitted.ts'
import { formOf } from './testing/forms.ts'
import { alve, otto } from './testing/samples/child.ts'
import { validateForm } from './validation.ts'

const today = '2026-11-22'
const then: Facts = { today, children: [alve, otto], person: { age: 64, municipality: '2499', livesHere: true } }
/** A year later, while the population register fails. */
const later: Facts = { today: '2027-11-23' }

const form = formOf(
  [
    { id: 'barn', type: 'child', mandatory: true, maxAge: 5 },
    { id: 'start', type: 'date', mandatory: true, min: { 'plus-months': [{ var: 'facts.today' }, 1] } },
    { id: 'hemkommun', type: 'text', mandatory: true, when: { '!': [{ var: 'facts.livesHere' }] } },
  ],
  [
    { id: 'syskon', type: 'yes-no', when: { '<': [{ var: 'barn.age' }, 6] } },
    { id: 'pension', type: 'yes-no', mandatory: true, when: { '>=': [{ var: 'facts.age' }, 65] } },
  ],
)

const on = (day: string) => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) })
const typed: TypedValues = { barn: alve.id, start: on('2027-01-15'), syskon: 'yes' }

function sent(): OpenedAgain {
  const filled = fillForm(form, typed, then)
  const validated = validateForm(filled)
  if (!validated.ok) throw new Error(JSON.stringify(validated.steps))
  const { answers, asked } = validated
  return { answers, asked, seen: StoredRuleParts.parse(JSON.parse(JSON.stringify(seenByRules(filled)))) }
}

const openedAgain = (changes: TypedValues, before: OpenedAgain) =>
  validateForm(fillForm(form, { ...typedFrom(form, before.answers), ...changes }, later, before))

describe('a form that is open again', () => {
  it('is as right as it was when nothing in it has changed, whatever day it is and whatever the registers say', () => {
    const before = sent()
    expect(openedAgain({}, before)).toEqual({ ok: true, answers: before.answers, asked: before.asked })
  })

  it('would not be, had nobody kept what was sent', () => {
    const read = validateForm(fillForm(form, typedFrom(form, sent().answers), later))
    expect(read).toMatchObject({ ok: false, steps: [{ problems: [{}, { questionId: 'start' }, {}] }] })
  })

  it('reckons limits of what has changed from the day on which it was sent', () => {
    const before = sent()
    expect(openedAgain({ start: on('2026-12-22') }, before)).toMatchObject({ ok: true })
    expect(openedAgain({ start: on('2026-12-21') }, before)).toMatchObject({
      ok: false,
      steps: [{ problems: [{ questionId: 'start' }] }],
    })
  })

  it('finds what has been made wrong', () => {
    const problems = [{ questionId: 'barn' }]
    expect(openedAgain({ barn: otto.id }, sent())).toMatchObject({ ok: false, steps: [{ problems }] })
    expect(openedAgain({ barn: '' }, sent())).toMatchObject({ ok: false, steps: [{ problems }] })
  })

  it('works out anew what depends on an answer that has changed', () => {
    const priced = formOf([
      { id: 'antal', type: 'number' },
      { id: 'avgift', type: 'calculated', gives: 'number', value: { '*': [{ var: 'antal' }, 350] } },
      { id: 'dyr', type: 'text', mandatory: true, when: { '>': [{ var: 'avgift' }, 1000] } },
      { id: 'betalt', type: 'number', max: { var: 'avgift' } },
    ])
    const filled = fillForm(priced, { antal: '4', dyr: 'ja', betalt: '900' }, then)
    const validated = validateForm(filled)
    if (!validated.ok) throw new Error(JSON.stringify(validated.steps))
    const before = { ...validated, seen: seenByRules(filled) }
    const again = (antal: string) =>
      validateForm(fillForm(priced, { ...typedFrom(priced, before.answers), antal }, later, before))
    expect(again('4')).toEqual({ ok: true, answers: before.answers, asked: before.asked })
    expect(again('3')).toMatchObject({ ok: true, answers: { antal: 3, avgift: 1050, dyr: 'ja', betalt: 900 } })
    expect(again('2')).toMatchObject({ ok: false, steps: [{ problems: [{ questionId: 'betalt' }] }] })
  })

  it('asks the rules of its rows anew when what they ask for has changed', () => {
    const listed = formOf([
      { id: 'mer', type: 'yes-no' },
      {
        id: 'rader',
        type: 'table',
        columns: [
          { id: 'namn', type: 'text', label: { sv: 'Namn' } },
          { id: 'mera', type: 'text', label: { sv: 'Mera' }, when: { var: 'mer' } },
        ],
      },
    ])
    const rows = [{ id: 'r1', values: { namn: 'a', mera: 'b' } }]
    const filled = fillForm(listed, { mer: 'yes', rader: { rows, made: 1 } }, then)
    const validated = validateForm(filled)
    if (!validated.ok) throw new Error(JSON.stringify(validated.steps))
    const before = { ...validated, seen: seenByRules(filled) }
    const changed = { ...typedFrom(listed, before.answers), mer: 'no' }
    expect(before.answers.rader).toEqual([{ namn: 'a', mera: 'b' }])
    expect(validateForm(fillForm(listed, changed, later, before))).toMatchObject({
      answers: { rader: [{ namn: 'a' }] },
    })
  })

  it('keeps of the facts only those that rules ask for', () => {
    expect(sent().seen?.facts).toEqual({ today, age: 64, livesHere: true })
  })

  it('is judged as now where nobody kept what rules saw', () => {
    const { answers, asked } = sent()
    const read = openedAgain({ hemkommun: 'Nordby' }, { answers, asked })
    expect(read).toMatchObject({ ok: true, asked: ['barn', 'start', 'hemkommun'] })
  })

  it('shows the same questions on any day, for any facts', () => {
    const before = sent()
    const facts = fc.record({
      today: fc.constantFrom('2026-11-22', '2030-01-01'),
      person: fc.record({ age: fc.nat(100), livesHere: fc.boolean() }, { requiredKeys: [] }),
    })
    fc.assert(
      fc.property(facts, (known) => {
        const filled = fillForm(form, typedFrom(form, before.answers), known, before)
        expect(validateForm(filled)).toMatchObject({ ok: true, asked: before.asked })
      }),
    )
  })
})
