import { describe, expect, it } from 'vitest'
import { textsFor } from '../../../platform/texts/texts.ts'
import type { Facts } from '../../facts.ts'
import { fillForm } from '../../filled.ts'
import { detailsToKeep } from '../../kept-details.ts'
import { findStep } from '../../navigation.ts'
import { factsNeeded, prefill } from '../../prefill.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { summarise } from '../../summary.ts'
import { formOf } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { today } from '../../testing/samples.ts'
import { validateForm } from '../../validation.ts'

const form = formOf([
  { id: 'kontakt', type: 'contact', label: { sv: 'Dina uppgifter' }, address: 'shown', oneWay: true },
])
const step = findStep(fillForm(form, {}, { today }), 'steg-1')
const sv = textsFor('sv', 'Europe/Stockholm')
const warning = 'Skriv bara uppgifter som du vill att kommunen ska kunna se.'

const ada: Facts = {
  today,
  person: {
    name: 'Ada Exempel',
    address: { street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' },
    email: 'ada@exempel.se',
    phone: '+46701740605',
    fetched: { at: '2027-03-31T12:31:00Z', from: 'login' },
  },
}

const nothingSent = { answers: {}, asked: [] }

const page = (facts: Facts, typed = {}) =>
  step ? rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />) : ''

describe('contact details', () => {
  it('need facts of the person and no others', () => expect([...factsNeeded(form)]).toEqual(['person']))

  it('show what is known with its origin, and fill in the ways to reach the person', () => {
    const typed = prefill(form, {}, ada)
    expect(typed).toEqual({ kontakt: { name: '', email: 'ada@exempel.se', phone: '070-174 06 05' } })
    const html = page(ada, typed)
    expect(html).toContain('Ada Exempel')
    expect(html).toContain('Storgatan 1, 900 01 Exempelköping')
    expect(html).toContain('Hämtat vid inloggningen 31 mars 2027 kl. 14.31')
    expect(html).not.toContain('name="q.kontakt.name"')
    expect(html).not.toContain(warning)
  })

  it('never overwrite what the person has typed', () => {
    expect(prefill(form, { kontakt: { name: '', email: '', phone: '' } }, ada)).toEqual({})
  })

  it('show and submit nothing personal, and warn, when the facts are withheld or the register is down', () => {
    const facts: Facts = { today, person: {} }
    expect(prefill(form, {}, facts)).toEqual({})
    const html = page(facts)
    expect(html).toContain(warning)
    expect(html).not.toContain('name="q.kontakt.name"')
    const typed = { kontakt: { name: 'smuggled', email: 'x@y.se', phone: '' } }
    expect(validateForm(fillForm(form, typed, facts))).toEqual({
      ok: true,
      answers: { kontakt: { email: 'x@y.se' } },
      asked: ['kontakt'],
    })
  })

  it('let a visitor type a name, and nobody an address', () => {
    const html = page({ today })
    expect(html).toContain('name="q.kontakt.name"')
    expect(html).not.toContain(warning)
    expect(html).not.toContain('Adress')
  })

  it('let somebody whom no register knows an address of write one, also abroad', () => {
    const kari: Facts = {
      today,
      person: { name: 'Kari Nordmann', fetched: { at: '2027-03-31T12:31:00Z', from: 'login' } },
    }
    const html = page(kari)
    for (const part of ['street', 'postalCode', 'city', 'country']) expect(html).toContain(`name="q.kontakt.${part}"`)
    const oslo = { street: 'Storgata 1', postalCode: '0155', city: 'Oslo', country: 'Norge' }
    const typed = { kontakt: { name: '', email: 'kari@example.no', phone: '', address: oslo } }
    const sent = validateForm(fillForm(form, typed, kari))
    expect(summarise(form, sent.ok ? sent : nothingSent, sv)[0]?.lines[0]?.value).toMatchObject({
      pairs: [
        { label: 'Namn', value: 'Kari Nordmann' },
        { label: 'Adress, egen uppgift', value: 'Storgata 1, 0155 Oslo, Norge' },
        { label: 'E-post', value: 'kari@example.no' },
      ],
    })
  })

  it('take no written address of somebody whose address is known, or whose name isn’t given out', () => {
    const oslo = { street: 'Storgata 1', postalCode: '0155', city: 'Oslo', country: 'Norge' }
    const typed = { kontakt: { name: '', email: 'x@y.se', phone: '', address: oslo } }
    for (const facts of [ada, { today, person: {} }, { today }]) {
      expect(page(facts)).not.toContain('q.kontakt.street')
      const sent = validateForm(fillForm(form, typed, facts))
      expect(sent.ok && sent.answers.kontakt).not.toHaveProperty('writtenAddress')
    }
  })

  it('are summed up with the origin as a note', () => {
    const sent = validateForm(fillForm(form, prefill(form, {}, ada), ada))
    expect(summarise(form, sent.ok ? sent : nothingSent, sv)[0]?.lines[0]?.value).toEqual({
      kind: 'pairs',
      pairs: [
        { label: 'Namn', value: 'Ada Exempel' },
        { label: 'Adress', value: 'Storgatan 1, 900 01 Exempelköping' },
        { label: 'E-post', value: 'ada@exempel.se' },
        { label: 'Telefonnummer', value: '070-174 06 05' },
      ],
      note: 'Hämtat vid inloggningen 31 mars 2027 kl. 14.31',
    })
  })
})

describe('new contact details', () => {
  const typed = { name: '', email: 'Ny@Prov.example', phone: '070-1740605' }
  const kept = (more: object, facts: Facts) => detailsToKeep(fillForm(form, { kontakt: { ...typed, ...more } }, facts))
  const box = 'name="q.kontakt.keep"'

  it('are kept when the person agrees, and only what differs from what is known', () => {
    expect(kept({ keep: 'yes' }, ada)).toEqual({ email: 'Ny@prov.example' })
    expect(kept({ keep: 'yes', phone: '+47 21 23 45 67' }, ada)).toEqual({
      email: 'Ny@prov.example',
      phone: '+4721234567',
    })
    expect(kept({}, ada)).toEqual({})
    expect(kept({ keep: 'yes', email: '', phone: '' }, ada)).toEqual({})
  })

  it('are no part of what is sent', () => {
    const sent = validateForm(fillForm(form, { kontakt: { ...typed, keep: 'yes' } }, ada))
    expect(sent.ok && sent.answers.kontakt).not.toHaveProperty('keep')
  })

  it('can be kept by who is logged in; a visitor and somebody whose facts are withheld are not asked', () => {
    expect(page(ada)).toContain(box)
    expect(page(ada)).not.toMatch(/q\.kontakt\.keep"[^>]* checked/)
    for (const facts of [{ today }, { today, person: {} }, { today, person: { email: 'ada@exempel.se' } }]) {
      expect(page(facts)).not.toContain(box)
      expect(kept({ keep: 'yes' }, facts)).toEqual({})
    }
  })

  it('are asked about only once something is new, where the browser can tell', () => {
    expect(page(ada, prefill(form, {}, ada))).toContain('class="until-changed"')
    expect(page(ada, { kontakt: typed })).not.toContain('class="until-changed"')
  })
})
