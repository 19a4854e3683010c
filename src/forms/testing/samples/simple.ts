import type { Sample } from '../samples.ts'

const day = (text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { day: date, month, year }
}

const none = { day: '', month: '', year: '' }

const from = (first: string, last: string) => ({ from: day(first), to: day(last) })

const today = '2027-03-31'

/** Samples of amounts. */
export const amountSamples: readonly Sample[] = [
  {
    settings: { max: { '*': [{ var: 'facts.age' }, 1000] } },
    facts: { today, person: { age: 12 } },
    right: [
      { typed: '1 204 kr', answer: 1204 },
      { typed: '12000:-', answer: 12_000 },
      { typed: '0,00', answer: 0 },
    ],
    wrong: [
      { typed: 'gratis', problems: ['forms.problem.not-a-number'] },
      { typed: '0,50', problems: ['forms.problem.whole-kronor'] },
      { typed: '-1', problems: ['forms.problem.amount-too-small'] },
      { typed: '12 001', problems: ['forms.problem.amount-too-large'] },
    ],
  },
  {
    settings: { ore: true },
    right: [{ typed: '1 204,5', answer: 1204.5 }],
    wrong: [{ typed: '0,125', problems: ['forms.problem.decimals'] }],
  },
]

/** Samples of times of day. */
export const timeSamples: readonly Sample[] = [
  {
    settings: { min: '08:00', max: '16:30' },
    right: [
      { typed: 'kl. 14.30', answer: '14:30' },
      { typed: '800', answer: '08:00' },
    ],
    wrong: [
      { typed: 'lunch', problems: ['forms.problem.not-a-time'] },
      { typed: '7.59', problems: ['forms.problem.time-too-early'] },
      { typed: '16:31', problems: ['forms.problem.time-too-late'] },
    ],
  },
]

/** Samples of intervals of dates. */
export const dateIntervalSamples: readonly Sample[] = [
  {
    settings: { min: { var: 'facts.today' }, max: { 'plus-months': [{ var: 'facts.today' }, 1] }, longest: 7 },
    right: [
      { typed: from('2027-03-31', '2027-04-6'), answer: { from: '2027-03-31', to: '2027-04-06' } },
      { typed: from('2027-4-30', '2027-4-30'), answer: { from: '2027-04-30', to: '2027-04-30' } },
    ],
    wrong: [
      { typed: { from: day('2027-4-1'), to: none }, problems: ['forms.missing.date'] },
      { typed: { from: none, to: day('2027-4-1') }, problems: ['forms.missing.date'] },
      {
        typed: { from: day('2027-4-'), to: day('27-4-1') },
        problems: ['forms.problem.date-incomplete', 'forms.problem.year'],
      },
      { typed: from('2027-4-31', '2027-x-1'), problems: ['forms.problem.not-a-date', 'forms.problem.not-a-date'] },
      { typed: from('2027-3-30', '2027-4-1'), problems: ['forms.problem.too-early'] },
      { typed: from('2027-4-28', '2027-5-1'), problems: ['forms.problem.too-late'] },
      { typed: from('2027-4-2', '2027-4-1'), problems: ['forms.problem.interval-order'] },
      { typed: from('2027-4-1', '2027-4-8'), problems: ['forms.problem.interval-longest'] },
    ],
  },
]

/** Samples of boxes to tick. */
export const consentSamples: readonly Sample[] = [
  { settings: { text: { sv: 'Villkor.\n\nFler villkor.' } }, right: [{ typed: 'yes', answer: true }], wrong: [] },
]

/** Samples of calculated values: for the age of a known person. */
export const calculatedSamples: readonly Sample[] = [
  ...(['number', 'amount'] as const).map(
    (gives): Sample => ({
      settings: { gives, unit: { sv: 'år' }, value: { '*': [{ var: 'facts.age' }, 2] } },
      facts: { today, person: { age: 12 } },
      right: [{ typed: null, answer: 24 }],
      wrong: [],
    }),
  ),
  {
    settings: { gives: 'text', value: { var: 'facts.municipality' }, words: { '2482': { sv: 'Exempelköping' } } },
    facts: { today, person: { municipality: '2482' } },
    right: [{ typed: null, answer: '2482' }],
    wrong: [],
  },
]

/** Samples of blocks of text. */
export const blockSamples: Readonly<Record<'information' | 'stop' | 'personal-data', readonly Sample[]>> = {
  information: [
    { settings: { text: { sv: 'Ett.\n\nTvå.' }, tone: 'important' }, right: [], wrong: [] },
    {
      settings: {
        text: { sv: 'Läs först.' },
        files: [{ href: '/filer/villkor.pdf', label: { sv: 'Villkor' }, size: 120_000 }],
      },
      right: [],
      wrong: [],
    },
  ],
  stop: [
    {
      settings: {
        text: { sv: 'Du är inte folkbokförd här.' },
        links: [{ href: '/', label: { sv: 'Andra e-tjänster' } }],
      },
      right: [],
      wrong: [{ typed: null, problems: ['forms.problem.stopped'] }],
    },
  ],
  'personal-data': [
    {
      settings: {
        controller: { sv: 'Kommunstyrelsen' },
        purpose: { sv: 'Att pröva din ansökan.' },
        basis: 'authority',
        kept: { sv: 'Två år.' },
        shared: { sv: 'Ingen annan.' },
        contact: { sv: 'dso@exempel.se' },
        more: { href: 'https://www.imy.se/', label: { sv: 'Integritetsskyddsmyndigheten' } },
      },
      right: [],
      wrong: [],
    },
  ],
}
