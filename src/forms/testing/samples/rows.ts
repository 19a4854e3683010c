import type { Sample } from '../samples.ts'

const questions = [
  { id: 'namn', type: 'text', label: { sv: 'Namn' }, mandatory: true },
  { id: 'antal', type: 'number', label: { sv: 'Antal', en: 'Number' }, min: 1 },
]

const row = (id: string, namn: string, antal: string) => ({ id, values: { namn, antal } })

const right = row('r1', 'Fotboll', '3')

/** Samples of a table. What can be wrong in a cell is its own type's. */
export const tableSamples: readonly Sample[] = [
  {
    settings: { columns: questions, min: 2, max: 3, sums: ['antal'] },
    right: [
      {
        typed: { rows: [right, row('r2', 'Schack', '')], made: 2 },
        answer: [{ namn: 'Fotboll', antal: 3 }, { namn: 'Schack' }],
      },
    ],
    wrong: [
      { typed: { rows: [right], made: 1 }, problems: ['forms.problem.too-few-rows'] },
      {
        typed: { rows: [1, 2, 3, 4].map((number) => row(`r${number}`, 'Schack', '1')), made: 4 },
        problems: ['forms.problem.too-many-rows'],
      },
    ],
  },
]

/** Samples of a repeated group, whose page has one row to post. */
export const groupSamples: readonly Sample[] = [
  {
    settings: { questions, title: 'namn', rowName: { sv: 'aktivitet', en: 'activity' }, max: 1, sums: ['antal'] },
    right: [{ typed: { rows: [right], made: 1, open: 'r1' }, answer: [{ namn: 'Fotboll', antal: 3 }] }],
    wrong: [
      { typed: { rows: [right, row('r2', 'Schack', '4')], made: 2 }, problems: ['forms.problem.too-many-rows'] },
      { typed: { rows: [row('r1', '', '2')], made: 1 }, problems: ['forms.problem.more-rows'] },
    ],
  },
  {
    settings: { questions, min: 2 },
    right: [],
    wrong: [{ typed: { rows: [right], made: 1 }, problems: ['forms.problem.too-few-rows'] }],
  },
]
