import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TypedValues } from '../../answers.ts'
import { canonicalJson } from '../../canonical-json.ts'
import { fillForm } from '../../filled.ts'
import { held, type Json } from '../../json.ts'
import { findStep } from '../../navigation.ts'
import { readPosted } from '../../posted.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { formOf } from '../../testing/forms.ts'
import { postedFrom } from '../../testing/posted-from.ts'
import { rendered } from '../../testing/rendered.tsx'
import { today } from '../../testing/samples.ts'
import { validateForm } from '../../validation.ts'
import { typeOf } from '../registry.ts'
import { rowAction } from './act.ts'
import { type Row, TypedRows } from './typed.ts'

const facts = { today }
const cells = [
  { id: 'namn', type: 'text', label: { sv: 'Namn' }, mandatory: true },
  { id: 'antal', type: 'number', label: { sv: 'Antal' } },
  { id: 'klart', type: 'yes-no', label: { sv: 'Klart?' } },
]
const forms = {
  table: formOf([{ id: 'rader', type: 'table', columns: cells }]),
  'repeated-group': formOf([{ id: 'rader', type: 'repeated-group', questions: cells }]),
}
type Kind = keyof typeof forms
const kind = fc.constantFrom<Kind>('table', 'repeated-group')

/** Somebody presses a button, or writes in a row that is on the page. */
const deed = fc.record({
  press: fc.constantFrom('add', 'remove', 'undo', 'open', 'close', 'page', 'write'),
  at: fc.nat({ max: 30 }),
  text: fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\r\n\0]/.test(text)),
})
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

const questionOf = (of: Kind) => {
  const question = forms[of].steps[0]?.questions[0]
  if (!question) throw new Error('The form has no question')
  return question
}

const rowsIn = (typed: TypedValues): TypedRows => TypedRows.parse(held(typed, 'rader') ?? { rows: [], made: 0 })

/** The draft after its page was posted as it stands, but for what `change` makes of the fields. */
function posted(of: Kind, typed: TypedValues, change: (field: string, value: string) => string = (_, value) => value) {
  const step = findStep(fillForm(forms[of], typed, facts), 'steg-1')
  if (!step) throw new Error('The step is not visible')
  const html = rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />)
  const fields = Object.entries(postedFrom(html)).map(([name, value]) => [
    name,
    typeof value === 'string' ? change(name, value) : value,
  ])
  return { ...typed, ...readPosted(step, Object.fromEntries(fields), typed) }
}

function act(of: Kind, typed: TypedValues, what: string): TypedValues {
  const question = questionOf(of)
  const acted = typeOf(question).act(held(typed, 'rader'), what, question)
  return acted ? { ...typed, rader: acted.typed } : typed
}

function done(of: Kind, typed: TypedValues, { press, at, text }: Deed): TypedValues {
  const { rows } = rowsIn(typed)
  const row = rows[at % Math.max(rows.length, 1)]?.id ?? 'r1'
  if (press === 'write') return posted(of, typed, (name, value) => (name === `q.rader.${row}.namn` ? text : value))
  if (press === 'remove') return act(of, typed, rowAction.remove(row))
  if (press === 'open') return act(of, typed, rowAction.open(row))
  if (press === 'page') return act(of, typed, rowAction.page((at % 3) + 1))
  return act(of, typed, rowAction[press])
}

const wordsOf = (rows: readonly Row[]) => rows.map(({ id, values }) => [id, canonicalJson(values)])

describe('rows, whatever is pressed', () => {
  it('lose nothing but the row that is taken away, which can be had back', () => {
    fc.assert(
      fc.property(kind, fc.array(deed, { maxLength: 25 }), deed, (of, deeds, last) => {
        const typed = deeds.reduce<TypedValues>((before, one) => done(of, before, one), {})
        const { rows } = rowsIn(typed)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        const after = rowsIn(done(of, typed, { ...last, press: 'remove' })).rows
        expect(after.length).toBe(Math.max(0, rows.length - 1))
        expect(wordsOf(rows)).toEqual(expect.arrayContaining(wordsOf(after)))
        const back = act(of, done(of, typed, { ...last, press: 'remove' }), rowAction.undo)
        expect(wordsOf(rowsIn(back).rows)).toEqual(wordsOf(rows))
        const more = rowsIn(act(of, typed, rowAction.add)).rows
        expect(wordsOf(more).slice(0, rows.length)).toEqual(wordsOf(rows))
      }),
      { numRuns: 60 },
    )
  })

  it('are the same after a turn through JSON, and after their page was posted as it stands', () => {
    fc.assert(
      fc.property(kind, fc.array(deed, { maxLength: 12 }), (of, deeds) => {
        const typed = deeds.reduce<TypedValues>((before, one) => done(of, before, one), {})
        const stored: TypedValues = JSON.parse(canonicalJson(typed))
        const outcome = validateForm(fillForm(forms[of], typed, facts))
        expect(validateForm(fillForm(forms[of], stored, facts))).toEqual(outcome)
        expect(validateForm(fillForm(forms[of], posted(of, stored), facts))).toEqual(outcome)
      }),
      { numRuns: 60 },
    )
  })

  it('keep what another window has made: a page without a row never takes it away', () => {
    const one = { rows: [{ id: 'r1', values: { namn: 'a' } }], made: 1 }
    const two = { rows: [...one.rows, { id: 'r2', values: { namn: 'b' } }], made: 2 }
    const step = findStep(fillForm(forms.table, {}, facts), 'steg-1')
    const stale = { shown: 'rader', 'q.rader.rows': 'r1', 'q.rader.r1.namn': 'c' }
    const read = step && readPosted(step, stale, { rader: two })
    expect(wordsOf(rowsIn(read ?? {}).rows).map(([id]) => id)).toEqual(['r1', 'r2'])
    const late =
      step && readPosted(step, { ...stale, 'q.rader.rows': ['r1', 'r2'], 'q.rader.r2.namn': 'd' }, { rader: one })
    expect(rowsIn(late ?? {}).rows.map(({ values }) => values.namn)).toEqual(['c', 'd'])
  })
})

describe('a group of 500 rows', () => {
  const values: Row['values'] = { namn: 'Fotboll för flickor', antal: '12', klart: 'yes' }
  const group = (count: number) => {
    const rows = Array.from({ length: count }, (_, index) => ({ id: `r${index + 1}`, values }))
    return { rader: { rows, made: count, open: 'r2' } }
  }

  it('has a page as large as that of one of 20', () => {
    const page = (count: number) => {
      const typed = group(count)
      const step = findStep(fillForm(forms['repeated-group'], typed, facts), 'steg-1')
      return step ? rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />) : ''
    }
    expect(page(500).length).toBeLessThan(page(20).length * 1.2)
  })

  it('posts one row, and is drawn and read without work for each of its rows', () => {
    const once = (typed: Json) => posted('repeated-group', { rader: typed })
    // Of the processor, in microseconds: this machine does other things meanwhile.
    const time = (typed: Json): number => {
      const began = process.cpuUsage()
      for (let turn = 0; turn < 20; turn += 1) once(typed)
      return process.cpuUsage(began).user
    }
    const [many, few] = [group(500).rader, group(20).rader]
    // In turn, so that what else goes on weighs on both; the best of each is what it takes when nothing disturbs.
    const rounds = Array.from({ length: 15 }, () => ({ many: time(many), few: time(few) }))
    const best = (of: 'many' | 'few') => Math.min(...rounds.map((round) => round[of]))
    // Work for each row would take 25 times as long; how long it takes exactly is no matter for a test on a busy machine.
    expect(best('many') / best('few')).toBeLessThan(5)
    expect(rowsIn(once(many)).rows).toHaveLength(500)
  })
})
