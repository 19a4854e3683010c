import type { Sample } from '../samples.ts'

const options = [
  { id: 'buss', label: { sv: 'Buss' } },
  { id: 'cykel', label: { sv: 'Cykel', en: 'Bicycle' } },
  { id: 'inget', label: { sv: 'Inget av detta' } },
]

const otherOption = { id: 'annat', label: { sv: 'Annat', en: 'Other' }, maxLength: 5 }

/** An option with a text of one's own beside others of which one is chosen: radio buttons, a drop-down list. */
export const otherOptionSamples: readonly Sample[] = [
  {
    settings: { options, otherOption },
    right: [
      { typed: { option: 'annat', other: ' tåg ' }, answer: { option: 'annat', text: 'tåg' } },
      // What was written stays while another option is chosen, and is no answer.
      { typed: { option: 'buss', other: 'tåg' }, answer: 'buss' },
    ],
    wrong: [
      { typed: { option: 'annat', other: ' ' }, problems: ['forms.problem.other-missing'] },
      { typed: { option: 'annat', other: 'spårvagn' }, problems: ['forms.problem.too-long'] },
      { typed: { option: 'moped', other: '' }, problems: ['forms.problem.unknown-option'] },
    ],
  },
]

/** The same beside boxes to tick, one of which excludes the others. */
export const otherOptionsSamples: readonly Sample[] = [
  {
    settings: { options, otherOption, exclusive: 'inget', max: 2 },
    right: [
      { typed: { options: ['buss', 'annat'], other: 'tåg' }, answer: ['buss', { option: 'annat', text: 'tåg' }] },
      { typed: { options: ['inget'], other: 'tåg' }, answer: ['inget'] },
    ],
    wrong: [
      { typed: { options: ['annat'], other: '' }, problems: ['forms.problem.other-missing'] },
      { typed: { options: ['annat'], other: 'spårvagn' }, problems: ['forms.problem.too-long'] },
      { typed: { options: ['inget', 'annat'], other: 'tåg' }, problems: ['forms.problem.exclusive-option'] },
      { typed: { options: ['buss', 'cykel', 'annat'], other: 'tåg' }, problems: ['forms.problem.too-many-chosen'] },
    ],
  },
]

/** A list of many, and one with branches. */
export const searchableListSamples: readonly Sample[] = [
  {
    settings: {
      options: [
        { id: 'norr', label: { sv: 'Norr', en: 'North' } },
        { id: 'eken', label: { sv: 'Förskolan Eken', en: 'Eken preschool' }, parent: 'norr' },
        {
          id: 'tallen',
          label: { sv: 'Förskolan Tallen', en: 'Tallen preschool' },
          parent: 'norr',
          words: { sv: 'montessori' },
        },
        { id: 'syd', label: { sv: 'Syd', en: 'South' } },
        { id: 'eken-syd', label: { sv: 'Förskolan Eken', en: 'Eken preschool' }, parent: 'syd' },
      ],
    },
    right: [
      { typed: { search: 'förskolan  TALLEN', chosen: '' }, answer: 'tallen' },
      { typed: { search: 'Norr › Förskolan Eken', chosen: '' }, answer: 'eken' },
      { typed: { search: 'eken', chosen: 'eken-syd' }, answer: 'eken-syd' },
      { typed: { search: 'Montessori', chosen: 'tallen' }, answer: 'tallen' },
    ],
    wrong: [
      { typed: { search: 'förskolan eken', chosen: '' }, problems: ['forms.problem.choose-match'] },
      { typed: { search: 'syd', chosen: 'tallen' }, problems: ['forms.problem.choose-match'] },
      { typed: { search: 'björken', chosen: 'eken' }, problems: ['forms.problem.no-match'] },
    ],
  },
  {
    settings: {
      options: Array.from({ length: 400 }, (_, index) => ({ id: `nummer-${index}`, label: { sv: `Nummer ${index}` } })),
    },
    right: [{ typed: { search: 'nummer 7', chosen: '' }, answer: 'nummer-7' }],
    wrong: [{ typed: { search: 'nummer', chosen: 'moped' }, problems: ['forms.problem.many-matches'] }],
  },
]
