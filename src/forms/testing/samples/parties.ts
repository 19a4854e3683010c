import { emptyIdentity, type TypedIdentity } from '../../questions/identity/typed.ts'
import type { Sample } from '../samples.ts'

const today = '2027-03-31'

/** Numbers of nobody (Skatteverket's test series); the first one is that of whoever fills in the form. */
const own = '198001139297'
const other = { typed: '19700178-2395', number: '197001782395' }

const numbered = (number: string) => ({ ...emptyIdentity, number })
const born = (day: string, month: string, year: string) => ({
  ...emptyIdentity,
  none: 'yes' as const,
  birth: { day, month, year },
})

/** Who somebody is, by number and without one. */
export const identitySamples: readonly Sample[] = [
  {
    settings: { minAge: 18, notOneself: true },
    facts: { today, ownNumber: own },
    right: [
      { typed: numbered(other.typed), answer: { number: other.number } },
      { typed: born('1', '2', '1980'), answer: { birthDate: '1980-02-01' } },
      { typed: born('31', '3', '2009'), answer: { birthDate: '2009-03-31' } },
    ],
    wrong: [
      { typed: numbered('19800113-9298'), problems: ['forms.problem.identity-number'] },
      { typed: numbered('19800113-T297'), problems: ['forms.problem.interim-number'] },
      { typed: numbered('22800113-9297'), problems: ['forms.problem.reserve-number'] },
      { typed: numbered('800113-9297'), problems: ['forms.problem.oneself'] },
      { typed: { ...born('1', '2', '1980'), number: '1' }, problems: ['forms.problem.identity-both'] },
      { typed: numbered('20220101-2396'), problems: ['forms.problem.person-too-young'] },
      { typed: born('1', '4', '2009'), problems: ['forms.problem.person-too-young'] },
      { typed: born('1', '4', '2027'), problems: ['forms.problem.too-late'] },
      { typed: born('', '', ''), problems: ['forms.missing.date'] },
      { typed: born('1', '', '1980'), problems: ['forms.problem.date-incomplete'] },
      { typed: born('30', '2', '1980'), problems: ['forms.problem.not-a-date'] },
      { typed: born('1', '2', '80'), problems: ['forms.problem.year'] },
    ],
  },
  { settings: {}, right: [{ typed: numbered('800113-9297'), answer: { number: own } }], wrong: [] },
]

const row = (id: string, name: string, identity: TypedIdentity, email = '') => ({
  id,
  values: { name, identity, email },
})
const bo = row('r1', 'Bo Exempel', numbered(other.typed), 'bo@prov.example')
const kari = row('r2', 'Kari Nordmann', born('1', '2', '1980'))

/** Others who take part. The page shows one of them at a time, and so only that one is posted. */
export const partiesSamples: readonly Sample[] = [
  {
    settings: { rowName: { sv: 'medsökande', en: 'co-applicant' }, max: 2, minAge: 18 },
    facts: { today, ownNumber: own },
    right: [
      {
        typed: { rows: [bo], made: 1, open: 'r1' },
        answer: [{ name: 'Bo Exempel', identity: { number: other.number }, email: 'bo@prov.example' }],
      },
      {
        typed: { rows: [{ ...kari, id: 'r1' }], made: 1, open: 'r1' },
        answer: [{ name: 'Kari Nordmann', identity: { birthDate: '1980-02-01' } }],
      },
    ],
    wrong: [
      { typed: { rows: [bo, { ...bo, id: 'r2' }], made: 2 }, problems: ['forms.problem.same-party'] },
      {
        typed: { rows: [bo, kari, row('r3', 'Siv Test', numbered('20040101-2398'))], made: 3 },
        problems: ['forms.problem.too-many-rows'],
      },
      {
        typed: { rows: [row('r1', 'Jag', numbered('19800113-9297'))], made: 1 },
        problems: ['forms.problem.more-rows'],
      },
    ],
  },
  {
    settings: { rowName: { sv: 'firmatecknare' }, min: 2 },
    right: [],
    wrong: [{ typed: { rows: [bo], made: 1 }, problems: ['forms.problem.too-few-rows'] }],
  },
]
