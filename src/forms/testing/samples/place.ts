import { nothingSearched } from '../../questions/address-search/search.ts'
import { nothingTyped, type TypedPlace } from '../../questions/place/typed.ts'
import type { Sample } from '../samples.ts'

const at = '2027-03-31T12:31:00.000Z'
const fetched = { at, from: 'address-register' } as const

const storgatan = {
  id: 'storgatan-1',
  address: 'Storgatan 1',
  postalCode: '900 01',
  city: 'Exempelköping',
  designation: 'LÖNNEN 1',
  municipality: '2499',
  municipalityName: 'Exempelköping',
  latitude: 63.8258,
  longitude: 20.263,
} as const

const gaddan = {
  id: 'fastighet-gaddan-7',
  designation: 'GÄDDAN 7',
  municipality: '2498',
  municipalityName: 'Nordby',
  latitude: 65.584,
  longitude: 22.155,
} as const

const found = (asked: string) =>
  ({ asked, at, answer: { kind: 'found', places: [storgatan, gaddan], more: true } }) as const

const inWords = 'Storgatan 1, 900 01 Exempelköping'

export const propertySamples: readonly Sample[] = [
  {
    settings: {},
    right: [
      {
        typed: { search: 'gatan', chosen: 'storgatan-1', lookUp: found('gatan') },
        answer: { text: inWords, found: { ...storgatan, fetched } },
      },
      {
        typed: { search: 'Gäddan 7', chosen: 'fastighet-gaddan-7', lookUp: found('gäddan 7') },
        answer: { text: 'Nordby GÄDDAN 7', found: { ...gaddan, fetched } },
      },
      { typed: { ...nothingSearched, search: ' Bäcken  1:4 ' }, answer: { text: 'Bäcken 1:4' } },
      {
        typed: { search: 'Bäcken 1:4', chosen: '', lookUp: { asked: 'bäcken 1:4', at, answer: { kind: 'not-found' } } },
        answer: { text: 'Bäcken 1:4' },
      },
    ],
    wrong: [
      {
        typed: { search: 'gatan', chosen: 'storgatan-2', lookUp: found('gatan') },
        problems: ['forms.problem.choose-place'],
      },
      { typed: { ...nothingSearched, search: 'a'.repeat(201) }, problems: ['forms.problem.too-long'] },
    ],
  },
]

const typed = (parts: Partial<TypedPlace>): TypedPlace => ({ ...nothingTyped, ...parts })

export const placeSamples: readonly Sample[] = [
  {
    settings: { maxLength: 20 },
    right: [
      {
        typed: typed({ search: 'gatan', chosen: 'storgatan-1', lookUp: found('gatan') }),
        answer: { text: inWords, found: { ...storgatan, fetched } },
      },
      { typed: typed({ words: 'Vid\r\ngungorna ' }), answer: { text: 'Vid gungorna', words: 'Vid\ngungorna' } },
      {
        typed: typed({ position: '63,8258 20,26301' }),
        answer: { text: '63.82580, 20.26301', position: { latitude: 63.8258, longitude: 20.26301 } },
      },
      {
        typed: typed({ position: '63.82580, 20.26300', chosen: 'storgatan-1', lookUp: found('63.82580, 20.26300') }),
        answer: {
          text: inWords,
          found: { ...storgatan, fetched },
          position: { latitude: 63.8258, longitude: 20.263 },
        },
      },
      {
        typed: typed({ search: 'gatan', lookUp: found('gatan'), words: 'Vid ån' }),
        answer: { text: 'gatan', address: 'gatan', words: 'Vid ån' },
      },
    ],
    wrong: [
      { typed: typed({ search: 'gatan', lookUp: found('gatan') }), problems: ['forms.problem.choose-place'] },
      {
        typed: typed({ search: 'a'.repeat(201), words: 'Mer än tjugo tecken lång.', position: 'här' }),
        problems: ['forms.problem.too-long', 'forms.problem.coordinates', 'forms.problem.too-long'],
      },
      { typed: typed({ position: '91, 20' }), problems: ['forms.problem.coordinates'] },
    ],
  },
]
