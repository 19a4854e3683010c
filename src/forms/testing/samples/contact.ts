import { emptyContact, type TypedContact } from '../../questions/contact/typed.ts'
import type { Sample } from '../samples.ts'

const today = '2027-03-31'

const contact = (typed: Partial<TypedContact>): TypedContact => ({ ...emptyContact, ...typed })

/** Somebody whom no Swedish register knows. */
const kari = {
  today,
  person: { name: 'Kari Nordmann', fetched: { at: '2027-03-31T12:31:00Z', from: 'login' } },
} as const

const known = { name: kari.person.name, fetched: kari.person.fetched }

const oslo = { street: 'Storgata 1', postalCode: '0155', city: 'Oslo', country: 'Norge' }

/** Contact details of a visitor, of somebody whose address is known, and of somebody whose isn't. */
export const contactSamples: readonly Sample[] = [
  {
    settings: { name: 'mandatory', email: 'mandatory', phone: 'mandatory' },
    right: [
      {
        typed: contact({ name: 'Kari  Nordmann', email: 'kari@example.no', phone: '004721234567' }),
        answer: { name: 'Kari Nordmann', email: 'kari@example.no', phone: '+4721234567' },
      },
    ],
    wrong: [
      {
        typed: contact({}),
        problems: ['forms.missing.text', 'forms.missing.text', 'forms.missing.text'],
      },
      {
        typed: contact({ name: 'a'.repeat(201), email: '@', phone: '1' }),
        problems: ['forms.problem.too-long', 'forms.problem.email', 'forms.problem.phone'],
      },
    ],
  },
  {
    settings: { address: 'shown', oneWay: true },
    facts: {
      today,
      person: {
        name: 'Ada Exempel',
        address: { careOf: 'Bo', street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' },
        fetched: { at: '2027-03-31T12:31:00Z', from: 'login' },
      },
    },
    right: [
      {
        typed: contact({ email: 'ada@exempel.se' }),
        answer: {
          name: 'Ada Exempel',
          address: { careOf: 'Bo', street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' },
          fetched: { at: '2027-03-31T12:31:00Z', from: 'login' },
          email: 'ada@exempel.se',
        },
      },
    ],
    wrong: [{ typed: contact({}), problems: ['forms.problem.one-way'] }],
  },
  {
    settings: { address: 'shown' },
    facts: kari,
    right: [
      { typed: contact({}), answer: known },
      { typed: contact({ address: oslo }), answer: { ...known, writtenAddress: oslo } },
      {
        typed: contact({ address: { ...oslo, postalCode: '' } }),
        answer: { ...known, writtenAddress: { street: 'Storgata 1', city: 'Oslo', country: 'Norge' } },
      },
      {
        typed: contact({
          address: { street: 'Box 7', postalCode: 'SE-90001', city: 'Exempelköping', country: 'Sverige' },
        }),
        answer: { ...known, writtenAddress: { street: 'Box 7', postalCode: '900 01', city: 'Exempelköping' } },
      },
    ],
    wrong: [
      {
        typed: contact({ address: { ...oslo, street: '', city: '' } }),
        problems: ['forms.missing.text', 'forms.missing.text'],
      },
      { typed: contact({ address: { ...oslo, country: '' } }), problems: ['forms.problem.postal-code'] },
      { typed: contact({ address: { ...oslo, postalCode: '', country: '' } }), problems: ['forms.missing.text'] },
      { typed: contact({ address: { ...oslo, city: 'o'.repeat(201) } }), problems: ['forms.problem.too-long'] },
    ],
  },
]
