import { describe, expect, it } from 'vitest'
import { textsFor } from '../../../platform/texts/texts.ts'
import type { CompanyLookUp, Facts } from '../../facts.ts'
import { fillForm } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import type { Problem } from '../../problem.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { summarise } from '../../summary.ts'
import { formOf } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { validateForm } from '../../validation.ts'
import { numbersToLookUp } from './numbers-to-look-up.ts'
import { nothingTyped, type TypedOrganisation } from './standing.ts'
import { organisation } from './type.ts'

const sv = textsFor('sv', 'Europe/Stockholm')
const today = '2027-03-31'
const at = '2027-03-31T12:31:00.000Z'
const clubId = '01930000-0000-7000-8000-0000000000a1'
const club = { id: clubId, number: '8029990010', name: 'Klubben', form: 'ideell-forening', role: 'Kassör' } as const

const lookUp = (number: string, answer: CompanyLookUp['answer']): CompanyLookUp => ({ number, at, answer })
const company = lookUp('5599990016', {
  kind: 'found',
  organisations: [
    {
      name: 'Prov & Son AB',
      form: 'aktiebolag',
      formName: 'Aktiebolag',
      address: { street: 'Hamngatan 3', postalCode: '950 01', city: 'NORDBY' },
      active: true,
      proceedings: [],
    },
  ],
})
const bankrupt = lookUp('5599990024', {
  kind: 'found',
  organisations: [{ name: 'Konkursprovet AB', active: false, proceedings: [{ name: 'Konkurs', from: '2026-05-04' }] }],
})

const form = formOf([
  { id: 'org', type: 'organisation', label: { sv: 'Organisation' }, role: 'optional' },
  {
    id: 'skal',
    type: 'text',
    label: { sv: 'Varför?' },
    when: { in: [{ var: 'org.form' }, ['aktiebolag', 'enskild-firma']] },
  },
])

const typed = (parts: Partial<TypedOrganisation>) => ({ org: { ...nothingTyped, ...parts } })

function page(
  answers: Readonly<Record<string, TypedOrganisation>>,
  facts: Facts,
  problems: readonly Problem[] = [],
): string {
  const filled = fillForm(form, answers, facts)
  const step = findStep(filled, 'steg-1')
  if (!step) throw new Error('The step is not visible')
  return rendered(<StepQuestions step={step} typed={answers} facts={facts} problems={problems} />)
}

describe('an organisation', () => {
  it('is asked for by its number first, and for its name once the register doesn’t know it', () => {
    const before = page(typed({ number: '802999-0010' }), { today })
    expect(before).toContain('value="fraga:org:hamta"')
    expect(before).not.toContain('q.org.name')
    const after = page(typed({ number: '802999-0010' }), {
      today,
      companyLookUps: [lookUp('8029990010', { kind: 'not-found' })],
    })
    expect(after).toContain('Bolagsverket har ingen organisation med det här numret')
    expect(after).toContain('name="q.org.name"')
  })

  it('asks for nothing more while its number is wrong, since the register may tell the rest', () => {
    const answers = typed({ number: '802999-0011' })
    const checked = validateForm(fillForm(form, answers, { today }))
    expect(checked).toMatchObject({ ok: false, steps: [{ problems: [{ key: 'forms.problem.business-number' }] }] })
    if (checked.ok) return
    expect(page(answers, { today }, checked.steps[0]?.problems)).not.toContain('q.org.name')
  })

  it('is shown as the register tells it, and nobody types what is known', () => {
    const html = page(typed({ number: '5599990016', name: 'Min egen version' }), { today, companyLookUps: [company] })
    expect(html).toContain('Prov &amp; Son AB')
    expect(html).toContain('Hämtat från Bolagsverket 31 mars 2027 kl. 14.31')
    expect(html).not.toContain('q.org.name')
    expect(html).not.toContain('q.org.street')
  })

  it('in bankruptcy says so, and can be sent all the same', () => {
    const facts: Facts = { today, companyLookUps: [bankrupt] }
    const answers = typed({ number: '5599990024' })
    expect(page(answers, facts)).toContain('Konkurs sedan 4 maj 2026')
    expect(validateForm(fillForm(form, answers, facts))).toMatchObject({ ok: true })
  })

  it('is marked as not checked when nobody but the person says so', () => {
    const facts: Facts = { today, companyLookUps: [lookUp('8029990010', { kind: 'unavailable' })] }
    const answers = typed({ number: '802999-0010', name: 'Klubben' })
    expect(page(answers, facts)).toContain('Vi kan inte hämta uppgifter om numret från Bolagsverket just nu')
    const sent = validateForm(fillForm(form, answers, facts))
    expect(sent).toMatchObject({ ok: true, answers: { org: { name: 'Klubben' } } })
    if (!sent.ok) return
    expect(summarise(form, sent, sv)[0]?.lines[0]?.value).toEqual({
      kind: 'pairs',
      pairs: [
        { label: 'Namn på organisationen', value: 'Klubben' },
        { label: 'Organisationsnummer', value: '802999-0010' },
      ],
      note: 'Inte kontrollerat',
    })
  })

  it('can be one’s own, with the role that stands there', () => {
    const facts: Facts = { today, organisations: [club], companyLookUps: [lookUp('8029990010', { kind: 'not-found' })] }
    const answers = typed({ choice: clubId })
    const html = page(answers, facts)
    expect(html).toMatch(new RegExp(`value="${clubId}" checked`))
    expect(html).toContain('Inte kontrollerat')
    expect(html).toContain('name="q.org.role" value="Kassör"')
    expect(validateForm(fillForm(form, answers, facts))).toMatchObject({
      ok: true,
      answers: { org: { number: '8029990010', name: 'Klubben', form: 'ideell-forening', role: 'Kassör' } },
    })
  })

  it('that isn’t one’s own is nobody’s to choose', () => {
    const answers = typed({ choice: clubId })
    expect(validateForm(fillForm(form, answers, { today }))).toMatchObject({ ok: false })
  })

  it('tells rules its form by its number alone, and never a personal number', () => {
    const question = form.steps[0]?.questions[0]
    if (!question) throw new Error('No question')
    const seen = (parts: Partial<TypedOrganisation>, facts: Facts = { today }) =>
      organisation.rule?.value({ ...nothingTyped, ...parts }, question, facts)
    expect(seen({})).toBeNull()
    expect(seen({ number: '802999-0010' })).toEqual({ form: 'ideell-forening', active: null, number: '8029990010' })
    expect(seen({ number: '19700178-2395' })).toEqual({ form: 'enskild-firma', active: null, number: null })
    expect(seen({ number: '5599990024' }, { today, companyLookUps: [bankrupt] })).toMatchObject({ active: false })
    expect(findStep(fillForm(form, typed({ number: '5599990016' }), { today }), 'steg-1')?.questions).toHaveLength(2)
  })

  it('is looked up once, and again when the register didn’t answer', () => {
    const questions = form.steps[0]?.questions ?? []
    const answers = typed({ number: '559999-0016' })
    expect(numbersToLookUp(questions, answers, { today })).toEqual(['5599990016'])
    expect(numbersToLookUp(questions, answers, { today, companyLookUps: [company] })).toEqual([])
    const silent = [lookUp('5599990016', { kind: 'unavailable' })]
    expect(numbersToLookUp(questions, answers, { today, companyLookUps: silent })).toEqual(['5599990016'])
    expect(numbersToLookUp(questions, typed({ number: '12' }), { today })).toEqual([])
    const own: Facts = { today, organisations: [club] }
    expect(numbersToLookUp(questions, typed({ choice: clubId }), own)).toEqual(['8029990010'])
  })

  it('once sent, opens again with what was sent, register or not', () => {
    const facts: Facts = { today, companyLookUps: [company] }
    const sent = validateForm(fillForm(form, typed({ number: '5599990016' }), facts))
    const question = form.steps[0]?.questions[0]
    if (!sent.ok || !question) throw new Error('Not sent')
    const again = organisation.toTyped(sent.answers.org ?? null, question)
    expect(organisation.parse(again, question, facts)).toMatchObject({ answer: sent.answers.org })
    expect(organisation.parse(again, question, { today })).toMatchObject({
      answer: { name: 'Prov & Son AB', address: { street: 'Hamngatan 3' } },
    })
  })
})
