import { describe, expect, it } from 'vitest'
import { textsFor } from '../../../platform/texts/texts.ts'
import { FormDefinition } from '../../definition.ts'
import type { Facts } from '../../facts.ts'
import { fillForm, valueIn } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { readPosted } from '../../posted.ts'
import { factsNeeded } from '../../prefill.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { summarise, summariseTyped } from '../../summary.ts'
import { aQuestion, formOf, writtenForm } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { alve, otto, siv } from '../../testing/samples/child.ts'
import { today } from '../../testing/samples.ts'
import { validateForm } from '../../validation.ts'

const facts: Facts = { today, children: [otto, alve, siv] }
const sv = textsFor('sv', 'Europe/Stockholm')
const barn = { id: 'barn', type: 'child', label: { sv: 'Barn' } }

describe('a choice of child', () => {
  it('needs the children and whether a register can be asked, and nothing else', () =>
    expect([...factsNeeded(formOf([barn]))]).toEqual(['children', 'withoutNumber']))

  it('tells who has no Swedish number whom to call, and everybody else without children the same as ever', () => {
    const step = findStep(fillForm(formOf([barn]), {}, { today }), 'steg-1')
    if (!step) throw new Error('The step is not visible')
    const page = (known: Facts) => rendered(<StepQuestions step={step} typed={{}} facts={known} problems={[]} />)
    const foreign = page({ today, withoutNumber: true })
    expect(foreign).toContain('Du har loggat in med en utländsk e-legitimation utan svenskt personnummer.')
    expect(foreign).not.toContain('Vi kan inte hämta alla uppgifter.')
    for (const known of [{ today }, { today, children: [] }]) {
      expect(page(known)).toContain('Vi kan inte hämta alla uppgifter.')
      expect(page(known)).not.toContain('utländsk')
    }
  })

  it('gives rules the age and what else they may ask, while the child can be chosen', () => {
    const form = formOf([{ ...barn, maxAge: 5 }])
    const asked = (typed: string, part: string) =>
      valueIn(fillForm(form, { barn: typed }, facts), { var: `barn.${part}` })
    expect(asked(alve.id, 'age')).toBe(5)
    expect(asked(alve.id, 'birthDate')).toBe('2022-01-01')
    expect(asked(alve.id, 'sameAddress')).toBe(true)
    expect(asked(alve.id, 'otherGuardian')).toBe(true)
    expect(asked(alve.id, 'guardiansTogether')).toBe(false)
    expect(asked(siv.id, 'otherGuardian')).toBe(null)
    expect(asked(siv.id, 'guardiansTogether')).toBe(null)
    expect(asked(otto.id, 'age')).toBe(null)
    expect(asked('nils', 'age')).toBe(null)
  })

  it('is summed up by name and birth date; nothing tells of the other guardian', () => {
    const form = formOf([{ ...barn, guardians: 'all' }])
    const sent = validateForm(fillForm(form, { barn: alve.id }, facts))
    const lines = sent.ok ? summarise(form, sent, sv)[0]?.lines : []
    expect(lines?.map(({ value }) => value)).toEqual([{ kind: 'text', text: 'Alve Exempel, född 1 januari 2022' }])
  })

  it('is in words before it is right, too, and never shows its id', () => {
    const question = aQuestion({ ...barn, maxAge: 5 })
    const inWords = (typed: string) => summariseTyped(question, { typed: { barn: typed }, facts }, sv)
    expect(inWords(otto.id)).toEqual({ kind: 'text', text: 'Otto Exempel, född 1 januari 2017' })
    expect(inWords('nils')).toEqual({ kind: 'text', text: 'Ett barn som vi inte kan hämta uppgifter om' })
    expect(inWords('')).toEqual({ kind: 'nothing' })
  })

  it('is kept when the page has no such button, and can be taken back where no answer is needed', () => {
    const form = formOf([barn])
    const step = findStep(fillForm(form, {}, { today }), 'steg-1')
    if (!step) throw new Error('The step is not visible')
    const before = { barn: alve.id }
    expect(readPosted(step, { shown: 'barn' }, before)).toEqual(before)
    expect(readPosted(step, { shown: 'barn', 'q.barn': otto.id }, before)).toEqual({ barn: otto.id })
    const html = rendered(<StepQuestions step={step} typed={before} facts={{ today }} problems={[]} />)
    expect(html).toContain('Inget av barnen')
    expect(readPosted(step, { shown: 'barn', 'q.barn': 'inget' }, before)).toEqual({ barn: '' })
  })

  it('leaves out a child whose guardians cannot all be told, where all of them take part', () => {
    const step = findStep(fillForm(formOf([{ ...barn, guardians: 'all' }]), {}, facts), 'steg-1')
    const html = step ? rendered(<StepQuestions step={step} typed={{}} facts={facts} problems={[]} />) : ''
    expect(html).toContain('Alve')
    expect(html).not.toContain('Siv')
  })

  it.each([
    ['limits that nobody is within', { minAge: 6, maxAge: 5 }, 'maxAge'],
    ['days of birth in the wrong order', { bornFrom: '2020-01-02', bornTo: '2020-01-01' }, 'bornTo'],
    ['words with an unknown part', { tooOld: { sv: '{namn} är för gammal' } }, 'tooOld.sv'],
    ['to be searched by', { searchable: true }, 'searchable'],
    ['an age that no child has', { maxAge: 18 }, 'maxAge'],
  ])('refuses %s', (_what, settings, place) => {
    const read = FormDefinition.safeParse(writtenForm([{ ...barn, ...settings }]))
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(`steps.0.questions.0.${place}`)
  })

  it('holds an age that a rule gives', () => {
    const form = formOf([{ ...barn, maxAge: { '+': [2, 2] } }])
    expect(validateForm(fillForm(form, { barn: alve.id }, facts)).ok).toBe(false)
    expect(validateForm(fillForm(form, { barn: siv.id }, facts)).ok).toBe(true)
  })
})
