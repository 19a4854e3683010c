import type { TextKey } from '../../platform/texts/catalogue.ts'
import type { Facts } from '../facts.ts'
import type { Json } from '../json.ts'
import { childSamples } from './samples/child.ts'
import { contactSamples } from './samples/contact.ts'
import { formatSamples } from './samples/formats.ts'
import { otherOptionSamples, otherOptionsSamples, searchableListSamples } from './samples/options.ts'
import { organisationSamples } from './samples/organisation.ts'
import { identitySamples, partiesSamples } from './samples/parties.ts'
import { placeSamples, propertySamples } from './samples/place.ts'
import { groupSamples, tableSamples } from './samples/rows.ts'
import {
  amountSamples,
  blockSamples,
  calculatedSamples,
  consentSamples,
  dateIntervalSamples,
  timeSamples,
} from './samples/simple.ts'

/** What a question type is tried with: settings as an author writes them, and what may be typed. */
export type Sample = {
  readonly settings: Readonly<Record<string, unknown>>
  readonly facts?: Facts
  readonly right: readonly { readonly typed: Json; readonly answer: Json }[]
  readonly wrong: readonly { readonly typed: Json; readonly problems: readonly TextKey[] }[]
}

/** A day to try with; 2027 has no leap day. */
export const today = '2027-03-31'

const options = [
  { id: 'kapp', label: { sv: 'Käpp' } },
  { id: 'rollator', label: { sv: 'Rollator', en: 'Walker' }, help: { sv: 'Även betastöd' } },
  { id: 'rullstol', label: { sv: 'Rullstol' } },
  { id: 'inget', label: { sv: 'Inget' } },
]

const aFile = {
  id: '0195-a',
  name: 'läkarintyg.pdf',
  mediaType: 'application/pdf',
  size: 900_000,
  sha256: 'ab'.repeat(32),
}

const aPicture = { ...aFile, name: 'foto.jpg', mediaType: 'image/jpeg' }
const aPicturedAs = (width: number, height: number) => ({ ...aPicture, pixels: { width, height } })

const day = (text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { day: date, month, year }
}

/** Samples of every type: all of its problems appear among them. */
export const samples: Readonly<Record<string, readonly Sample[]>> = {
  text: [
    {
      settings: { maxLength: 6 },
      right: [
        { typed: '  4711\r\n b ', answer: '4711 b' },
        { typed: '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦é', answer: '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦é' },
        { typed: 'a\u0000b', answer: 'ab' },
      ],
      wrong: [{ typed: 'för långt', problems: ['forms.problem.too-long'] }],
    },
    {
      settings: { format: 'email' },
      right: [{ typed: ' Ada@Exempel.SE ', answer: 'Ada@exempel.se' }],
      wrong: [
        { typed: 'ada@exempel', problems: ['forms.problem.email'] },
        { typed: 'a@b.se\nBcc: c@d.se', problems: ['forms.problem.email'] },
      ],
    },
    {
      settings: { format: 'phone' },
      right: [
        { typed: '070-174 06 05', answer: '+46701740605' },
        { typed: '+47 21 23 45 67', answer: '+4721234567' },
        { typed: '0046 (0)900 12 34 00', answer: '+46900123400' },
      ],
      wrong: [{ typed: '070-174', problems: ['forms.problem.phone'] }],
    },
    {
      settings: { format: 'postal-code' },
      right: [{ typed: '90001', answer: '900 01' }],
      wrong: [{ typed: '9000', problems: ['forms.problem.postal-code'] }],
    },
    ...formatSamples,
  ],
  'long-text': [
    {
      settings: { maxLength: 13 },
      right: [{ typed: ' rad ett\r\n\r\nb  c', answer: 'rad ett\n\nb  c' }],
      wrong: [{ typed: 'fjorton tecken', problems: ['forms.problem.too-long'] }],
    },
  ],
  number: [
    {
      settings: { unit: { sv: 'meter', en: 'metres' }, min: 0, max: 2000, decimals: 1 },
      right: [
        { typed: '1 204,50', answer: 1204.5 },
        { typed: '0.5', answer: 0.5 },
        { typed: '2000', answer: 2000 },
      ],
      wrong: [
        { typed: 'många', problems: ['forms.problem.not-a-number'] },
        { typed: '1e3', problems: ['forms.problem.not-a-number'] },
        { typed: '0,25', problems: ['forms.problem.decimals'] },
        { typed: '−1', problems: ['forms.problem.too-small'] },
        { typed: '2000,1', problems: ['forms.problem.too-large'] },
      ],
    },
    {
      settings: {},
      right: [{ typed: '-0', answer: 0 }],
      wrong: [{ typed: '1.204', problems: ['forms.problem.whole-number'] }],
    },
  ],
  date: [
    {
      settings: {
        min: { 'plus-months': [{ var: 'facts.today' }, -1] },
        max: { 'plus-days': [{ var: 'facts.today' }, 14] },
      },
      right: [
        { typed: day('2027-02-28'), answer: '2027-02-28' },
        { typed: day('2027-4-14'), answer: '2027-04-14' },
      ],
      wrong: [
        { typed: day('2027-02-27'), problems: ['forms.problem.too-early'] },
        { typed: day('2027-04-15'), problems: ['forms.problem.too-late'] },
        { typed: day('2027-02-29'), problems: ['forms.problem.not-a-date'] },
        { typed: day('2027-mars-1'), problems: ['forms.problem.not-a-date'] },
        { typed: day('2027-3-första'), problems: ['forms.problem.not-a-date'] },
        { typed: day('27-3-1'), problems: ['forms.problem.year'] },
        { typed: day('2027--1'), problems: ['forms.problem.date-incomplete'] },
        { typed: day('2027-3-'), problems: ['forms.problem.date-incomplete'] },
      ],
    },
    {
      settings: { min: '2027-01-01' },
      right: [{ typed: day('2027-01-01'), answer: '2027-01-01' }],
      wrong: [{ typed: day('2026-12-31'), problems: ['forms.problem.too-early'] }],
    },
  ],
  'yes-no': [
    {
      settings: {},
      right: [
        { typed: 'yes', answer: true },
        { typed: 'no', answer: false },
      ],
      wrong: [{ typed: 'kanske', problems: ['forms.problem.unknown-option'] }],
    },
  ],
  radio: [
    {
      settings: { options },
      right: [{ typed: 'rollator', answer: 'rollator' }],
      wrong: [{ typed: 'moped', problems: ['forms.problem.unknown-option'] }],
    },
    ...otherOptionSamples,
  ],
  'drop-down': [
    {
      settings: { options },
      right: [{ typed: 'inget', answer: 'inget' }],
      wrong: [{ typed: 'moped', problems: ['forms.problem.unknown-option'] }],
    },
    ...otherOptionSamples,
  ],
  checkboxes: [
    {
      settings: { options, min: 2, max: 2, exclusive: 'inget' },
      right: [
        { typed: ['kapp', 'rullstol'], answer: ['kapp', 'rullstol'] },
        { typed: ['inget'], answer: ['inget'] },
      ],
      wrong: [
        { typed: ['moped'], problems: ['forms.problem.unknown-option'] },
        { typed: ['kapp'], problems: ['forms.problem.too-few-chosen'] },
        { typed: ['kapp', 'rollator', 'rullstol'], problems: ['forms.problem.too-many-chosen'] },
        { typed: ['kapp', 'inget'], problems: ['forms.problem.exclusive-option'] },
      ],
    },
    ...otherOptionsSamples,
  ],
  contact: contactSamples,
  attachments: [
    {
      settings: { accept: ['application/pdf'], maxFiles: 2, maxFileMegabytes: 1, maxTotalMegabytes: 1 },
      right: [{ typed: [aFile], answer: [aFile] }],
      wrong: [
        { typed: [{ ...aFile, mediaType: 'image/png' }], problems: ['forms.problem.file-kind'] },
        { typed: [{ ...aFile, size: 0 }], problems: ['forms.problem.file-empty'] },
        {
          typed: [{ ...aFile, size: 1_000_001 }],
          problems: ['forms.problem.file-size', 'forms.problem.file-total'],
        },
        { typed: [1, 2, 3].map((size) => ({ ...aFile, size })), problems: ['forms.problem.file-count'] },
      ],
    },
    {
      settings: { accept: ['image/jpeg'], minPixels: { width: 600, height: 800 } },
      right: [aPicture, aPicturedAs(600, 800), aPicturedAs(4000, 3000)].map((file) => ({
        typed: [file],
        answer: [file],
      })),
      wrong: [aPicturedAs(599, 800), aPicturedAs(800, 600)].map((file) => ({
        typed: [file],
        problems: ['forms.problem.file-few-pixels'],
      })),
    },
  ],
  ...blockSamples,
  amount: amountSamples,
  calculated: calculatedSamples,
  child: childSamples,
  consent: consentSamples,
  'date-interval': dateIntervalSamples,
  identity: identitySamples,
  organisation: organisationSamples,
  parties: partiesSamples,
  place: placeSamples,
  property: propertySamples,
  'repeated-group': groupSamples,
  'searchable-list': searchableListSamples,
  table: tableSamples,
  time: timeSamples,
}
