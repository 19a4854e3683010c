import type { ChildFacts, Facts } from '../../facts.ts'
import type { Sample } from '../samples.ts'

const today = '2027-03-31'

/** Five years old; both guardians are known. */
export const alve: ChildFacts = {
  id: 'alve-4Jq0',
  number: '202201012396',
  givenName: 'Alve',
  name: 'Alve Exempel',
  birthDate: '2022-01-01',
  age: 5,
  address: { street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' },
  sameAddress: true,
  otherGuardians: [{ name: 'Bo Exempel', number: '199001162394' }],
  guardiansTogether: false,
}

/** Too old for preschool. */
export const otto: ChildFacts = {
  ...alve,
  id: 'otto-9Kx2',
  number: '201701012393',
  givenName: 'Otto',
  name: 'Otto Exempel',
  birthDate: '2017-01-01',
  age: 10,
}

/** Whose other guardian can't be told. */
export const siv: ChildFacts = {
  id: 'siv-7Ab1',
  number: '202601012392',
  givenName: 'Siv',
  name: 'Siv Test',
  birthDate: '2026-01-01',
  age: 1,
  sameAddress: false,
}

const facts: Facts = { today, children: [otto, alve, siv] }

const answered = ({ id, name, number, birthDate }: ChildFacts) => ({ id, name, number, birthDate })

/** Children within limits and outside, and one that nobody tells about. */
export const childSamples: readonly Sample[] = [
  {
    settings: {
      minAge: 2,
      maxAge: 5,
      tooOld: { sv: '{name} är {age} år och för gammal för förskola. Ansök om fritidshem.' },
    },
    facts,
    right: [{ typed: alve.id, answer: answered(alve) }],
    wrong: [
      { typed: otto.id, problems: ['forms.problem.child-reason'] },
      { typed: siv.id, problems: ['forms.problem.child-too-young'] },
      { typed: 'nils', problems: ['forms.problem.child-unknown'] },
    ],
  },
  {
    settings: { bornFrom: { 'plus-months': [{ var: 'facts.today' }, -96] }, bornTo: '2025-12-31', guardians: 'all' },
    facts,
    right: [{ typed: alve.id, answer: { ...answered(alve), otherGuardians: [{ name: 'Bo Exempel' }] } }],
    wrong: [
      { typed: otto.id, problems: ['forms.problem.child-too-old'] },
      { typed: siv.id, problems: ['forms.problem.child-unknown'] },
    ],
  },
  { settings: {}, right: [], wrong: [{ typed: alve.id, problems: ['forms.problem.child-unknown'] }] },
]
