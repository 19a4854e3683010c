import { describe, expect, it } from 'vitest'
import { textsFor } from '../platform/texts/texts.ts'
import type { TypedValues } from './answers.ts'
import { fillForm } from './filled.ts'
import { FormShape } from './form.ts'
import { findStep } from './navigation.ts'
import { seenByRules } from './opened-again.ts'
import {
  type ApplicantsPart,
  fillPartyForm,
  hasPartyQuestions,
  partyForm,
  partyStep,
  sharedWithParties,
} from './parties.ts'
import { readPosted } from './posted.ts'
import { factsNeeded } from './prefill.ts'
import { StepQuestions } from './step-questions.tsx'
import { drawnQuestions, stepRules } from './step-rules.ts'
import { claimsOf } from './submitted.ts'
import { summarise } from './summary.ts'
import { formOf, writtenForm } from './testing/forms.ts'
import { rendered } from './testing/rendered.tsx'
import { today } from './testing/samples.ts'
import { validateForm } from './validation.ts'

const form = formOf(
  [
    { id: 'inkomst', type: 'number', hiddenFromParties: true },
    { id: 'skola', type: 'text' },
    { id: 'intyg', type: 'attachments', hiddenFromParties: true },
    { id: 'ritning', type: 'attachments' },
  ],
  [
    { id: 'deras', type: 'yes-no', mandatory: true, filledInBy: 'party', hiddenFromParties: true },
    { id: 'deras-mer', type: 'text', mandatory: true, filledInBy: 'party', when: { var: 'deras' } },
    { id: 'om-hog', type: 'text', filledInBy: 'party', when: { '>': [{ var: 'inkomst' }, 100] } },
    { id: 'dag', type: 'date', filledInBy: 'party', min: { 'plus-days': [{ var: 'facts.today' }, 1] } },
    { id: 'vuxen', type: 'text', filledInBy: 'party', when: { '>=': [{ var: 'facts.age' }, 18] } },
  ],
)

const file = (id: string) => [{ id, name: `${id}.pdf`, mediaType: 'application/pdf', size: 10, sha256: 'a'.repeat(64) }]

function applicants(typed: TypedValues, of: FormShape = form): ApplicantsPart {
  const filled = fillForm(of, typed, { today, person: { age: 40 } })
  const sent = validateForm(filled)
  if (!sent.ok) throw new Error('The applicant has answered wrongly')
  return { ...sent, seen: seenByRules(filled) }
}

/** Facts of the party, some days later. */
const later = { today: '2027-04-30', person: { age: 12 } }
const shown = (filled: ReturnType<typeof fillPartyForm>) => findStep(filled, partyStep)?.questions.map(({ id }) => id)

describe('what other parties read', () => {
  const sent = {
    answers: { inkomst: 500, skola: 'Eken', intyg: file('intyg'), ritning: file('ritning') },
    asked: ['inkomst', 'skola', 'intyg', 'ritning'],
  }

  it('is everything but what is hidden from them, answered or not, and none of its files', () => {
    const shared = sharedWithParties(form, sent)
    expect(shared).toEqual({ answers: { skola: 'Eken', ritning: file('ritning') }, asked: ['skola', 'ritning'] })
    expect(claimsOf(form, shared.answers)).toEqual([{ kind: 'file', id: 'ritning' }])
    expect(sharedWithParties(form, { answers: {}, asked: ['inkomst', 'skola'] })).toEqual({
      answers: {},
      asked: ['skola'],
    })
  })

  it('is of those who take part their names, and neither their numbers nor addresses', () => {
    const together = formOf([{ id: 'medsokande', type: 'parties', rowName: { sv: 'medsökande', en: 'co-applicant' } }])
    const people = [
      { name: 'Bo', identity: { number: '198001139297' }, email: 'bo@prov.example' },
      { name: 'Kari', identity: { birthDate: '1980-02-01' } },
    ]
    const shared = sharedWithParties(together, { answers: { medsokande: people }, asked: ['medsokande'] })
    expect(shared.answers).toEqual({ medsokande: [{ name: 'Bo' }, { name: 'Kari' }] })
    const [group] = summarise(together, shared, textsFor('sv', 'Europe/Stockholm'))
    expect(group?.lines[0]?.value).toMatchObject({
      columns: ['Namn'],
      rows: [
        { name: 'Medsökande 1', cells: ['Bo'] },
        { name: 'Medsökande 2', cells: ['Kari'] },
      ],
    })
  })

  it('says nothing of the others in words', () => {
    const lines = summarise(form, sharedWithParties(form, sent), textsFor('sv', 'Europe/Stockholm')).flatMap(
      ({ lines }) => lines,
    )
    expect(lines.map(({ questionId }) => questionId)).toEqual(['skola', 'ritning'])
    expect(JSON.stringify(lines)).not.toContain('500')
  })
})

describe('what another party answers', () => {
  const before = applicants({ inkomst: '500', skola: 'Eken' })

  it('are their questions alone, on one page, by what the applicant answered, hidden or not', () => {
    expect(shown(fillPartyForm(form, before, {}, later))).toEqual(['deras', 'om-hog', 'dag', 'vuxen'])
    expect(shown(fillPartyForm(form, applicants({ inkomst: '50' }), {}, later))).toEqual(['deras', 'dag', 'vuxen'])
    expect(shown(fillPartyForm(form, before, { deras: 'yes' }, later))).toContain('deras-mer')
  })

  it('is read from their post, and checked', () => {
    const step = findStep(fillPartyForm(form, before, {}, later), partyStep)
    const typed =
      step &&
      readPosted(step, { shown: ['deras', 'skola', 'inkomst'], 'q.deras': 'yes', 'q.skola': 'Boken', 'q.inkomst': '1' })
    expect(typed).toEqual({ deras: 'yes' })
    expect(validateForm(fillPartyForm(form, before, typed ?? {}, later))).toMatchObject({
      ok: false,
      steps: [{ stepId: partyStep, problems: [{ questionId: 'deras-mer', key: 'forms.missing.text' }] }],
    })
    expect(validateForm(fillPartyForm(form, before, { deras: 'no', 'om-hog': ' Hej ' }, later))).toEqual({
      ok: true,
      answers: { deras: false, 'om-hog': 'Hej' },
      asked: ['deras', 'om-hog', 'dag', 'vuxen'],
    })
  })

  it('holds nothing of the applicant, whatever was typed in their questions', () => {
    const filled = fillPartyForm(form, before, { skola: 'Boken', inkomst: '1', deras: 'no' }, later)
    expect(validateForm(filled)).toMatchObject({ ok: true, answers: { deras: false } })
    expect(shown(filled)).toContain('om-hog')
  })

  it('is reckoned from the day of the application, and by what was known of the applicant then', () => {
    const day = { day: '1', month: '4', year: '2027' }
    expect(validateForm(fillPartyForm(form, before, { deras: 'no', dag: day }, later))).toMatchObject({
      answers: { dag: '2027-04-01' },
    })
    expect(shown(fillPartyForm(form, before, {}, later))).toContain('vuxen')
  })

  it('is drawn and followed by the browser as any step is', () => {
    const filled = fillPartyForm(form, before, { deras: 'no' }, later)
    const drawn = drawnQuestions(filled, partyStep)
    expect(drawn.map(({ question, isShown }) => [question.id, isShown])).toEqual([
      ['deras', true],
      ['deras-mer', false],
      ['om-hog', true],
      ['dag', true],
      ['vuxen', true],
    ])
    expect(stepRules(filled, partyStep)?.questions.find(({ id }) => id === 'deras-mer')).toEqual({
      id: 'deras-mer',
      when: { var: 'deras' },
    })
    const step = findStep(filled, partyStep)
    const html =
      step && rendered(<StepQuestions step={step} drawn={drawn} typed={filled.typed} facts={later} problems={[]} />)
    expect(html).toContain('name="q.deras"')
    expect(html).not.toContain('q.skola')
  })

  it('takes nothing that is hidden from the party, or known of the applicant, to their browser', () => {
    const high = { '>': [{ var: 'inkomst' }, 100] }
    const both = (more: object) => ({ and: [{ var: 'deras' }, more] })
    const asking = formOf(
      [
        { id: 'inkomst', type: 'number', hiddenFromParties: true },
        { id: 'skola', type: 'text' },
      ],
      [
        { id: 'deras', type: 'yes-no', filledInBy: 'party', hiddenFromParties: true },
        { id: 'hog', type: 'text', filledInBy: 'party', when: both(high) },
        { id: 'vuxen', type: 'text', filledInBy: 'party', when: both({ '>': [{ var: 'facts.age' }, 18] }) },
        { id: 'mer', type: 'text', filledInBy: 'party', mandatory: both(high) },
        { id: 'skolan', type: 'text', filledInBy: 'party', when: both({ '==': [{ var: 'skola' }, 'Eken'] }) },
        { id: 'efter', type: 'text', filledInBy: 'party', when: { answered: { var: 'hog' } } },
      ],
    )
    const filled = fillPartyForm(
      asking,
      applicants({ inkomst: '50432', skola: 'Eken' }, asking),
      { deras: 'yes' },
      later,
    )
    expect(shown(filled)).toEqual(['deras', 'hog', 'vuxen', 'mer', 'skolan'])
    const rules = stepRules(filled, partyStep)
    expect(rules?.data).toEqual({ skola: 'Eken', hog: null })
    expect(rules?.questions.map(({ id }) => id)).toEqual(['deras', 'hog', 'skolan', 'efter'])
    expect(JSON.stringify(rules)).not.toMatch(/50432|inkomst|age/)
  })

  it('is in words what it is to everybody, in the steps where it stands', () => {
    const own = validateForm(fillPartyForm(form, before, { deras: 'yes', 'deras-mer': 'Mer' }, later))
    if (!own.ok) throw new Error('The party has answered wrongly')
    const [group, ...more] = summarise(form, own, textsFor('sv', 'Europe/Stockholm'))
    expect(more).toEqual([])
    expect(group).toMatchObject({
      stepId: 'steg-2',
      lines: [{ questionId: 'deras', hiddenFromParties: true }, { questionId: 'deras-mer' }, {}, {}, {}],
    })
  })

  it('is nothing when its step is passed over', () => {
    const written = writtenForm([{ id: 'flera', type: 'yes-no' }], [{ id: 'deras', type: 'text', filledInBy: 'party' }])
    const ruled = FormShape.parse({
      steps: written.steps.map((step, index) => (index === 1 ? { ...step, when: { var: 'flera' } } : step)),
    })
    expect(shown(fillPartyForm(ruled, applicants({ flera: 'yes' }, ruled), {}, later))).toEqual(['deras'])
    const none = fillPartyForm(ruled, applicants({ flera: 'no' }, ruled), {}, later)
    expect(shown(none)).toBeUndefined()
    expect(validateForm(none)).toEqual({ ok: true, answers: {}, asked: [] })
  })
})

it('tells whether there is anything for another party to answer, and what must be known of them', () => {
  const without = formOf([{ type: 'text' }])
  expect([hasPartyQuestions(form), hasPartyQuestions(without)]).toEqual([true, false])
  expect(validateForm(fillPartyForm(without, applicants({}, without), {}, later))).toEqual({
    ok: true,
    answers: {},
    asked: [],
  })
  const who = formOf([{ type: 'identity', notOneself: true, filledInBy: 'party' }])
  expect([...factsNeeded(who)]).toEqual([])
  expect([...factsNeeded(partyForm(who))]).toEqual(['ownNumber'])
})
