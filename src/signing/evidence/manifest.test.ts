import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Covered, manifestOf } from './manifest.ts'

const covered: Covered = {
  draft: 'd',
  service: 's',
  version: 'v',
  answers: { namn: 'Åsa', antal: 2 },
  files: [
    { id: 'b', sha256: '22' },
    { id: 'a', sha256: '11' },
  ],
  parties: [
    { position: 2, role: 'guardian' },
    { position: 0, role: 'applicant' },
  ],
  signer: 0,
}

test('is canonical JSON, its files in the order of their ids and who signs in that of their positions', () => {
  expect(manifestOf(covered)).toBe(
    '{"answers":"c1a0787c17a43ab50679fcc1fc45ce548f016ad23558a8db7101823359a43762","draft":"d",' +
      '"files":[{"id":"a","sha256":"11"},{"id":"b","sha256":"22"}],' +
      '"parties":[{"position":0,"role":"applicant"},{"position":2,"role":"guardian"}],"service":"s","signer":0,"version":"v"}',
  )
})

test('is the same in whichever order things come, and whatever else is known of a file or of who signs', () => {
  const other = {
    ...covered,
    answers: { antal: 2, namn: 'Åsa' },
    files: covered.files.toReversed().map((file) => ({ ...file, name: 'intyg.pdf' })),
    parties: covered.parties.toReversed().map((party) => ({ ...party, name: 'Bo Exempel' })),
  }
  expect(manifestOf(other)).toBe(manifestOf(covered))
})

test.each<Partial<Covered>>([
  { draft: 'e' },
  { service: 't' },
  { version: 'w' },
  { answers: { namn: 'Åsa', antal: '2' } },
  { files: [] },
  { files: [{ id: 'a', sha256: '12' }] },
  { parties: [{ position: 0, role: 'applicant' }] },
  {
    parties: [
      { position: 0, role: 'applicant' },
      { position: 1, role: 'guardian' },
    ],
  },
  {
    parties: [
      { position: 0, role: 'applicant' },
      { position: 2, role: 'signatory' },
    ],
  },
  { signer: 2 },
])('is another for another %j', (change) => {
  expect(manifestOf({ ...covered, ...change })).not.toBe(manifestOf(covered))
})

test('is another whenever an answer is', () => {
  const answers = fc.dictionary(
    fc.string(),
    fc.jsonValue({ maxDepth: 2 }).map((json) => JSON.parse(JSON.stringify(json))),
  )
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      const isSame = manifestOf({ ...covered, answers: one }) === manifestOf({ ...covered, answers: other })
      expect(isSame).toBe(fc.stringify(sorted(one)) === fc.stringify(sorted(other)))
    }),
  )
})

/** As JSON, where neither the order of names nor -0 means anything. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([name, member]) => [name, sorted(member)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}
