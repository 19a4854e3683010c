import type { Facts } from '../../facts.ts'
import { nothingTyped, type TypedOrganisation } from '../../questions/organisation/standing.ts'
import type { Sample } from '../samples.ts'

const typed = (parts: Partial<TypedOrganisation>): TypedOrganisation => ({ ...nothingTyped, ...parts })

const at = '2027-03-31T12:31:00.000Z'
const address = { street: 'Hamngatan 3', postalCode: '950 01', city: 'NORDBY' }

const provAndSon = {
  name: 'Prov & Son AB',
  form: 'aktiebolag',
  formName: 'Aktiebolag',
  address,
  active: true,
  proceedings: [],
} as const

const bankrupt = {
  name: 'Konkursprovet AB',
  form: 'aktiebolag',
  active: false,
  proceedings: [{ name: 'Konkurs', from: '2026-05-04' }],
} as const

const firms = ['Samuelssons Cykelverkstad', 'Gustavs Matvagn'].map((name) => ({
  name,
  form: 'enskild-firma' as const,
  proceedings: [],
}))

const facts: Facts = {
  today: '2027-03-31',
  organisations: [
    {
      id: '01930000-0000-7000-8000-0000000000a1',
      number: '8029990010',
      name: 'Klubben',
      form: 'ideell-forening',
      role: 'Kassör',
    },
    { id: '01930000-0000-7000-8000-0000000000a2', name: 'Byalaget' },
  ],
  companyLookUps: [
    { number: '5599990016', at, answer: { kind: 'found', organisations: [provAndSon] } },
    { number: '5599990024', at, answer: { kind: 'found', organisations: [bankrupt] } },
    { number: '197001782395', at, answer: { kind: 'found', organisations: firms } },
    { number: '8029990010', at, answer: { kind: 'not-found' } },
  ],
}

const long = 'x'.repeat(201)
const fetched = { at, from: 'company-register' } as const

/** Own ones and the register's answers, and what is typed without either. */
export const organisationSamples: readonly Sample[] = [
  {
    settings: { address: 'mandatory', role: 'mandatory' },
    right: [
      {
        typed: typed({
          number: '802999-0010',
          name: ' Exempelköpings  Bordtennisklubb',
          street: 'Sporthallen',
          postalCode: '90001',
          city: 'Exempelköping',
          role: 'Ordförande',
        }),
        answer: {
          number: '8029990010',
          name: 'Exempelköpings Bordtennisklubb',
          form: 'ideell-forening',
          address: { street: 'Sporthallen', postalCode: '900 01', city: 'Exempelköping' },
          role: 'Ordförande',
        },
      },
    ],
    wrong: [
      {
        typed: typed({ name: 'Klubben', number: '802999-0011', postalCode: '9' }),
        problems: ['forms.problem.business-number', 'forms.missing.text'],
      },
      {
        typed: typed({ name: 'Klubben', number: '802999-0010', postalCode: '9' }),
        problems: ['forms.missing.text', 'forms.problem.postal-code', 'forms.missing.text', 'forms.missing.text'],
      },
      {
        typed: typed({ number: '8029990010', name: long, street: 'a', postalCode: '900 01', city: 'b', role: 'c' }),
        problems: ['forms.problem.too-long'],
      },
    ],
  },
  {
    settings: { number: 'optional', address: 'hidden' },
    facts,
    right: [
      {
        typed: typed({ choice: 'other', number: '559999-0016' }),
        answer: {
          number: '5599990016',
          name: 'Prov & Son AB',
          form: 'aktiebolag',
          formName: 'Aktiebolag',
          active: true,
          fetched,
        },
      },
      {
        typed: typed({ choice: 'other', number: '19700178-2395', firm: 'Gustavs Matvagn' }),
        answer: { number: '197001782395', name: 'Gustavs Matvagn', form: 'enskild-firma', fetched },
      },
      { typed: typed({ choice: '01930000-0000-7000-8000-0000000000a2' }), answer: { name: 'Byalaget' } },
      { typed: typed({ choice: 'other', name: 'Vägföreningen' }), answer: { name: 'Vägföreningen' } },
    ],
    wrong: [
      { typed: typed({ choice: 'någon-annans' }), problems: ['forms.problem.unknown-option'] },
      { typed: typed({ choice: 'other', number: '12' }), problems: ['forms.problem.business-number'] },
      { typed: typed({ choice: 'other', number: '800113-T297' }), problems: ['forms.problem.interim-number'] },
      { typed: typed({ choice: 'other', number: '22800113-9297' }), problems: ['forms.problem.reserve-number'] },
      { typed: typed({ choice: 'other', number: '197001782395' }), problems: ['forms.problem.choose-firm'] },
    ],
  },
  {
    settings: { role: 'optional' },
    facts,
    right: [
      {
        typed: typed({ choice: 'other', number: '5599990024' }),
        answer: {
          number: '5599990024',
          name: 'Konkursprovet AB',
          form: 'aktiebolag',
          active: false,
          proceedings: [{ name: 'Konkurs', from: '2026-05-04' }],
          fetched,
        },
      },
    ],
    wrong: [{ typed: typed({ choice: 'other', role: 'VD' }), problems: ['forms.missing.text'] }],
  },
]
