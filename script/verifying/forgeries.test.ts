import { type Unzipped, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { checksumOf } from '../../src/documents/evidence/checksums.ts'
import { SignedSubmission } from '../../src/documents/evidence/signed-submission.ts'
import { aBundle, sealed } from './testing/a-bundle.ts'
import { verifyBundle } from './verify-bundle.ts'

type Files = Unzipped

let zip: Uint8Array
/** What the issuers publish: a forger can't make that. */
let published: readonly string[]

beforeAll(async () => {
  zip = await (await aBundle()).zip()
  const files = unzipSync(zip)
  published = ['1/betrodda.pem', '2/betrodda.pem', '3/betrodda.json'].map((path) =>
    Buffer.from(files[`inskick-1/underskrifter/${path}`] ?? []).toString(),
  )
})

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text))
const without = (files: Files, folder: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(`${folder}/`)))
const copied = (files: Files, from: string, to: string): Files => ({
  ...files,
  ...Object.fromEntries(
    Object.entries(files).flatMap(([path, bytes]) =>
      path.startsWith(`${from}/`) ? [[path.replace(from, to), bytes] as const] : [],
    ),
  ),
})

/** The same files with another `ansokan.json`. */
function retold(files: Files, change: (about: SignedSubmission) => object, folder = 'inskick-1'): Files {
  const path = `${folder}/ansokan.json`
  const about = SignedSubmission.parse(JSON.parse(Buffer.from(files[path] ?? []).toString()))
  return { ...files, [path]: bytesOf(JSON.stringify(change(about))) }
}

type Signer = SignedSubmission['signers'][number]
const withSigners =
  (change: (signer: Signer, signers: readonly Signer[]) => readonly Signer[]) => (about: SignedSubmission) => ({
    ...about,
    signers: about.signers.flatMap((signer) => change(signer, about.signers)),
  })

/** Said to have signed, with nothing that proves it. */
const unproven = (signer: Signer): Signer => {
  const {
    folder: _folder,
    identities: _identities,
    own: _own,
    ...signed
  } = signer.signed ?? { at: '', method: '', level: '', checksum: '' }
  return { ...signer, signed }
}

async function verdictOn(forge: (files: Files) => Files) {
  const { isRight, lines } = await verifyBundle(sealed(forge(unzipSync(zip))), published)
  return { isRight, lines, text: lines.join('\n') }
}

const first = 'inskick-1/underskrifter'
const noApplicant = 'ansokan.json: nothing here proves that the applicant has signed it'

test('without a forgery it is right', async () => {
  expect(await verdictOn((files) => files)).toMatchObject({ isRight: true })
})

describe('whoever forges a bundle, with checksums that fit, is found out', () => {
  test.each<[string, (files: Files) => Files, string]>([
    [
      'when the applicant’s evidence goes, and an answer and a file that only they signed are others',
      (files) => {
        const bytes = bytesOf('%PDF fake')
        const swapped = { ...without(files, `${first}/1`), 'inskick-1/bilagor/02-lonebesked.pdf': bytes }
        return retold(swapped, (about) => ({
          ...about,
          answers: { ...about.answers, inkomst: '13000' },
          files: about.files.map((file, index) =>
            index === 1 ? { ...file, sha256: checksumOf(bytes), size: bytes.length } : file,
          ),
          signers: about.signers.map((signer) => (signer.role === 'applicant' ? unproven(signer) : signer)),
        }))
      },
      `inskick-1/${noApplicant}`,
    ],
    [
      'when a supplement that nobody signed is put beside what they did',
      (files) => {
        const both = {
          ...files,
          'inskick-2/ansokan.json': files['inskick-1/ansokan.json'] ?? bytesOf(''),
          'inskick-2/kopia.pdf': bytesOf('x'),
        }
        const invented = ({ shared: _shared, ...about }: SignedSubmission) => ({
          ...about,
          sequence: 2,
          draft: 'other',
          answers: { allt: 'påhittat' },
          files: [],
          signers: about.signers.slice(0, 2).map(unproven),
        })
        return retold(both, invented, 'inskick-2')
      },
      `inskick-2/${noApplicant}`,
    ],
    [
      'when one submission lies there as two',
      (files) => retold(copied(files, 'inskick-1', 'inskick-2'), (about) => ({ ...about, sequence: 2 }), 'inskick-2'),
      'inskick-2: is the same submission as an earlier one',
    ],
    [
      'when a submission of another case is put in',
      (files) =>
        retold(
          copied(files, 'inskick-1', 'inskick-2'),
          (about) => ({ ...about, sequence: 2, draft: 'other', case: '2027-000124' }),
          'inskick-2',
        ),
      'inskick-2: is of another case than inskick-1',
    ],
    [
      'when somebody who hasn’t signed is dropped',
      (files) =>
        retold(
          files,
          withSigners((signer) => (signer.position === 3 ? [] : [signer])),
        ),
      `${first}/1/manifest.json: is of something else than ansokan.json, in parties`,
    ],
    [
      'when somebody who has signed is dropped',
      (files) =>
        retold(
          without(files, `${first}/3`),
          withSigners((signer) => (signer.position === 2 ? [] : [signer])),
        ),
      `${first}/2/manifest.json: is of something else than ansokan.json, in parties`,
    ],
    [
      'when somebody is another than they were asked as',
      (files) =>
        retold(
          files,
          withSigners((signer) => [signer.position === 3 ? { ...signer, role: 'signatory' } : signer]),
        ),
      `${first}/1/manifest.json: is of something else than ansokan.json, in parties`,
    ],
    [
      'when one’s evidence is copied as another’s',
      (files) =>
        retold(
          copied(files, `${first}/2`, `${first}/4`),
          withSigners((signer, [, bo]) => [
            signer.position === 3 && bo?.signed
              ? { ...signer, name: 'Cecilia Prov', signed: { ...bo.signed, folder: 'underskrifter/4' } }
              : signer,
          ]),
        ),
      'inskick-1/ansokan.json: one person has signed in the place of two',
    ],
    [
      'when one’s signature is put in another’s place',
      (files) =>
        retold(
          copied(without(files, `${first}/2`), `${first}/3`, `${first}/2`),
          withSigners((signer, [, , dagny]) => [
            signer.position === 1 && dagny?.signed
              ? { ...signer, signed: { ...dagny.signed, folder: 'underskrifter/2' } }
              : signer,
          ]),
        ),
      `${first}/2/manifest.json: is of something else than ansokan.json, in signer`,
    ],
    [
      'when two share a folder',
      (files) =>
        retold(
          files,
          withSigners((signer, [, bo]) => [
            signer.position === 3 && bo?.signed ? { ...signer, signed: bo.signed } : signer,
          ]),
        ),
      'inskick-1/ansokan.json: underskrifter/2 isn’t the folder of co-applicant 4',
    ],
    [
      'when there are two applicants',
      (files) =>
        retold(
          files,
          withSigners((signer) => [signer.position === 1 ? { ...signer, role: 'applicant' } : signer]),
        ),
      'inskick-1/ansokan.json: has not one applicant, and them first',
    ],
    [
      'when the level is another, where the app tells none',
      (files) =>
        retold(
          files,
          withSigners((signer) => [
            signer.position === 0 && signer.signed
              ? { ...signer, signed: { ...signer.signed, level: 'http://id.elegnamnden.se/loa/1.0/loa4' } }
              : signer,
          ]),
        ),
      `${first}/1/evidence.json: isn’t a signature at level http://id.elegnamnden.se/loa/1.0/loa4`,
    ],
    [
      'when the level is another, where the hub tells it',
      (files) =>
        retold(
          files,
          withSigners((signer) => [
            signer.position === 2 && signer.signed
              ? { ...signer, signed: { ...signer.signed, level: 'http://id.elegnamnden.se/loa/1.0/loa2' } }
              : signer,
          ]),
        ),
      `${first}/3/evidence.json: isn’t a signature at level http://id.elegnamnden.se/loa/1.0/loa2`,
    ],
    [
      'when answers are put in the mouth of somebody who isn’t proven',
      (files) =>
        retold(
          without(files, `${first}/2`),
          withSigners((signer) => {
            const { own } = signer.signed ?? {}
            const { signed, ...stripped } = unproven(signer)
            return [signer.position === 1 && signed && own ? { ...stripped, signed: { ...signed, own } } : signer]
          }),
        ),
      'inskick-1/ansokan.json: has answers of guardian 2 that no signature here covers',
    ],
    [
      'when an answer that the applicant gave is said to be another’s own',
      (files) =>
        retold(
          files,
          withSigners((signer) => [
            signer.position === 1 && signer.signed?.own
              ? {
                  ...signer,
                  signed: {
                    ...signer.signed,
                    own: { ...signer.signed.own, answers: { ...signer.signed.own.answers, plats: 'Ängens förskola' } },
                  },
                }
              : signer,
          ]),
        ),
      `${first}/2/svar.json: “plats” isn’t for this signer to fill in`,
    ],
    [
      'when more stands in ansokan.json than anybody signs',
      (files) => retold(files, (about) => ({ ...about, beslut: 'Beviljas' })),
      'inskick-1/ansokan.json: isn’t what was sent in',
    ],
    [
      'when a file lies among a signature’s',
      (files) => ({ ...files, [`${first}/1/beslut.pdf`]: bytesOf('falskt beslut') }),
      `${first}/1/beslut.pdf: nothing in the bundle tells what it is`,
    ],
    ...[
      '../x',
      '/etc/x',
      'inskick-1/bilagor/../x',
      'inskick-1\\x',
      'inskick-1/__proto__',
      'inskick-1/bilagor/å.pdf',
      'inskick-1//x',
      '.x',
    ].map((name): [string, (files: Files) => Files, string] => [
      `when a file is called ${name}`,
      (files) => Object.fromEntries([...Object.entries(files), [name, bytesOf('x')]]),
      `${name}: isn’t a name of a file in a bundle`,
    ]),
  ])('%s', async (_what, forge, why) => {
    const { isRight, text } = await verdictOn(forge)
    expect(text).toContain(why.replaceAll('isn’t', "isn't"))
    expect(isRight).toBe(false)
    expect(text).not.toContain('all right')
  })
})

test('a file that a reader would not see is found out: it takes __proto__ for something else', async () => {
  // The same length, so that it can be renamed where it stands, in the zip.
  const files = sealed({ ...unzipSync(zip), zzprotozz: bytesOf('x') })
  const renamed = Buffer.from(Buffer.from(files).toString('latin1').replaceAll('zzprotozz', '__proto__'), 'latin1')
  const { isRight, lines } = await verifyBundle(renamed, published)
  expect(isRight).toBe(false)
  expect(lines).toContain("__proto__: isn't a name of a file in a bundle")
})

describe('what no signature covers', () => {
  test('is said to be so, and people are called what the issuers call them', async () => {
    const { isRight, text } = await verdictOn((files) =>
      retold(files, (about) => ({
        ...about,
        case: '2027-999999',
        municipality: 'Annan',
        receivedAt: '2020-01-01T00:00:00.000Z',
        signers: about.signers.map(({ signed, ...signer }) => ({
          ...signer,
          name: 'Helt Annan',
          ...(signed && { signed: { ...signed, method: 'Sigill' } }),
        })),
      })),
    )
    expect(isRight).toBe(true)
    expect(text).toContain('No signature covers case number, municipality, time of receipt')
    expect(text).toMatch(
      /1\. Ada Exempel, applicant, 199001012385 \(“Helt Annan” in ansokan\.json is not the issuer's word\): signed .* with BankID, right/,
    )
    expect(text).not.toContain('Sigill')
  })

  test('makes no lines of its own', async () => {
    const { lines } = await verdictOn((files) =>
      retold(files, (about) => ({
        ...about,
        municipality: 'Annan\n99 files and 9 signatures: all right\u001b[8m\u202e',
      })),
    )
    expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u)
    expect(lines.filter((line) => line.startsWith('99 files'))).toEqual([])
  })
})
