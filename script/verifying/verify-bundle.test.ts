import { unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { readBundle } from './read-bundle.ts'
import { aBundle, replaced, sealed, withFile } from './testing/a-bundle.ts'
import { verifyBundle } from './verify-bundle.ts'

let bundle: Awaited<ReturnType<typeof aBundle>>
let zip: Uint8Array
let names: readonly string[]

beforeAll(async () => {
  bundle = await aBundle()
  zip = await bundle.zip()
  names = Object.keys(unzipSync(zip))
})

const linesOf = async (of: Uint8Array, trusted: readonly string[] = []) => {
  const { isRight, lines } = await verifyBundle(of, trusted)
  return { isRight, text: lines.join('\n') }
}
const inFirst = (path: string) => `inskick-1/${path}`

describe('a bundle', () => {
  test('holds all that the description names', () => {
    expect(names).toEqual([
      'beskrivning.txt',
      ...['ansokan.json', 'kopia.pdf'].map(inFirst),
      ...['text.txt', 'manifest.json', 'betrodda.pem', 'underskrift.xml', 'ocsp.der', 'evidence.json', 'svar.json'].map(
        (name) => inFirst(`underskrifter/1/${name}`),
      ),
      ...[
        'text.txt',
        'manifest.json',
        'betrodda.pem',
        'underskrift.jws',
        'certifikat.pem',
        'evidence.json',
        'svar.json',
      ].map((name) => inFirst(`underskrifter/2/${name}`)),
      ...['text.txt', 'manifest.json', 'betrodda.json', 'legitimering.txt', 'evidence.json', 'svar.json'].map((name) =>
        inFirst(`underskrifter/3/${name}`),
      ),
      ...['bilagor/01-intyg_aao_1.pdf', 'bilagor/02-lonebesked.pdf'].map(inFirst),
      'SHA256SUMS',
    ])
  })

  test('with BankID, Freja and an identification is right: who, when and how, and who is missing', async () => {
    const { isRight, text } = await linesOf(zip)
    expect(isRight).toBe(true)
    expect(text).toMatch(/1\. Ada Exempel, applicant, 199001012385: signed .* with BankID, right/)
    expect(text).toMatch(/2\. Bo Exempel, guardian, 198001139297: signed .* with Freja eID\+, right/)
    expect(text).toMatch(
      /3\. Dagny Test, co-applicant, 195501142284: signed 2027-03-03T13:30:00.000Z by identification at https:\/\/hub\.example for kommun \(.*loa3\), right/,
    )
    expect(text).toContain('4. Cecilia Prov, co-applicant: has not signed')
    expect(text).toContain('SHA-256 ')
    expect(text.split('\n').at(-1)).toBe(`${names.length} files and 3 signatures: all right`)
  })

  test('of the applicant’s own has no other’s evidence, number or answers, is right, and says what isn’t proven here', async () => {
    const mine = await bundle.zip((submission) => ({
      ...submission,
      shared: undefined,
      signers: submission.signers.map((signer) => ({ ...signer, isForReader: signer.role === 'applicant' })),
    }))
    const all = Object.values(unzipSync(mine)).map((bytes) => Buffer.from(bytes).toString())
    expect(all.filter((text) => text.includes('198001139297') || text.includes('Arbetar'))).toEqual([])
    const { isRight, text } = await linesOf(mine)
    expect(isRight).toBe(true)
    expect(text).toMatch(/1\. Ada Exempel, applicant, 199001012385: signed .*, right/)
    expect(text).toMatch(/2\. Bo Exempel, guardian: is said to have signed .*, NOT PROVEN HERE/)
    expect(text).toMatch(
      /1 signature: right, but NOT ALL PROVEN: the evidence of 2 signatures is not in this bundle.*$/,
    )
    expect((await verifyBundle(mine, [])).isAll).toBe(false)
  })

  test('without a signature proves nothing', async () => {
    const none = await bundle.zip((submission) => ({ ...submission, signers: [] }))
    expect(await linesOf(none)).toMatchObject({
      isRight: false,
      text: expect.stringContaining('inskick-1/ansokan.json: nothing here proves that the applicant has signed it'),
    })
    expect(await linesOf(sealed({}))).toMatchObject({
      isRight: false,
      text: expect.stringContaining('No signature in the bundle'),
    })
  })

  test('is no zip, or cut off: it says so', async () => {
    for (const cut of [new Uint8Array(0), Buffer.from('%PDF'), zip.subarray(0, zip.length - 30)]) {
      expect(await linesOf(cut)).toMatchObject({ isRight: false, text: expect.stringContaining('the bundle') })
    }
  })
})

describe('what one trusts', () => {
  test('is the issuer’s root and nothing in the bundle, where one is given', async () => {
    const { isRight, text } = await linesOf(zip, [bundle.bankIdRoot])
    expect(isRight).toBe(false)
    expect(text).toMatch(/Ada Exempel.*, right/)
    expect(text).toMatch(/Bo Exempel.*NOT right/)
    expect(text).toMatch(/underskrifter\/2\/evidence\.json: proves nothing \[freja-signature-unknown-certificate\]/)
    expect(text).toMatch(/underskrifter\/3\/evidence\.json: proves nothing \[authentication-no-keys\]/)
    expect(text).not.toContain('Trusted because')
  })

  test('can be certificates and keys together', async () => {
    const files = unzipSync(zip)
    const given = ['underskrifter/1/betrodda.pem', 'underskrifter/2/betrodda.pem', 'underskrifter/3/betrodda.json'].map(
      (path) => Buffer.from(files[inFirst(path)] ?? []).toString(),
    )
    expect((await linesOf(zip, given)).isRight).toBe(true)
  })

  test('can be keys of several issuers, whatever they call them', async () => {
    const keysOf = (of: Uint8Array) =>
      Buffer.from(unzipSync(of)[inFirst('underskrifter/3/betrodda.json')] ?? []).toString()
    const others = keysOf(await (await aBundle()).zip())
    for (const keys of [
      [others, keysOf(zip)],
      [keysOf(zip), others],
    ]) {
      const { text } = await linesOf(zip, keys)
      expect(text).toMatch(/Dagny Test.*, right/)
    }
    expect((await linesOf(zip, [others])).text).toMatch(/Dagny Test.*, NOT right/)
  })

  test('another root proves nothing', async () => {
    const other = await aBundle()
    expect((await linesOf(zip, [other.bankIdRoot])).text).toContain('[bankid-signature-untrusted-certificate]')
  })
})

/** One bit of a file's byte is another. */
const withByte = (of: Uint8Array, name: string, at: number) =>
  withFile(of, name, (bytes) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)))

describe('one byte changed', () => {
  test('in any file: the bundle isn’t right, and the file is named', async () => {
    for (const name of names) {
      const length = unzipSync(zip)[name]?.length ?? 0
      for (const at of new Set([0, Math.floor(length / 2)])) {
        const { isRight, text } = await linesOf(withByte(zip, name, at))
        expect(isRight, `${name} at ${at}`).toBe(false)
        expect(text).toContain(name)
      }
    }
  })

  test('anywhere in the list of checksums: it is named', () => {
    const length = unzipSync(zip).SHA256SUMS?.length ?? 0
    for (let at = 0; at < length; at += 13) {
      const { problems } = readBundle(withByte(zip, 'SHA256SUMS', at))
      expect(problems.join()).toContain('SHA256SUMS')
    }
  })

  test('a file is missing, or there is one more: it is named', async () => {
    for (const name of names) {
      expect(await linesOf(withFile(zip, name, () => undefined))).toMatchObject({
        isRight: false,
        text: expect.stringContaining(name),
      })
    }
    const more = inFirst('bilagor/99-ny.pdf')
    for (const forgeChecksums of [false, true]) {
      const { isRight, text } = await linesOf(withFile(zip, more, () => Buffer.from('ny'), { forgeChecksums }))
      expect(isRight).toBe(false)
      expect(text).toContain(more)
    }
  })

  test('a file that lies there twice is named', async () => {
    const name = inFirst('bilagor/02-lonebesked.pdf')
    const other = name.replace('02-lo', '03-lo')
    // Of the same length, so that it can be renamed where it stands, in the zip.
    const renamed = Buffer.from(
      Buffer.from(zipSync({ ...unzipSync(zip), [other]: new Uint8Array(1) }, { level: 0 }))
        .toString('latin1')
        .replaceAll(Buffer.from(other).toString('latin1'), Buffer.from(name).toString('latin1')),
      'latin1',
    )
    expect(await linesOf(renamed)).toMatchObject({
      isRight: false,
      text: expect.stringContaining(`${name}: is in the bundle twice`),
    })
  })
})

describe('a forger who makes the checksums fit', () => {
  const about = inFirst('ansokan.json')
  const ownAnswer = '"sysselsattning": "Arbetar"'
  test.each([
    ['an answer', about, 'canary-33000', 'canary-13000', 'underskrifter/1/svar.json'],
    ['an answer, and that it was signed', about, 'canary-33000', 'canary-13000', 'underskrifter/1/manifest.json'],
    ['an answer that all read', about, '"plats": "Ängens', '"plats": "Skogens', 'ansokan.json'],
    [
      'an answer that others read',
      about,
      ownAnswer,
      ownAnswer.replace('Arbetar', 'Studerar'),
      'underskrifter/2/svar.json',
    ],
    ['whose application it is', about, '"version": "version"', '"version": "annan"', 'underskrifter/1/manifest.json'],
    ['the signer', about, '199001012385', '198001139297', 'underskrifter/1/evidence.json'],
    ['when it was signed', about, '"at": "2027', '"at": "2026', 'underskrifter/3/evidence.json'],
    [
      'which files are hidden',
      about,
      '"hiddenFromParties": true',
      '"hiddenFromParties": false',
      'underskrifter/2/manifest.json',
    ],
    ['the text', inFirst('underskrifter/1/text.txt'), 'canary-33000', 'canary-13000', 'underskrifter/1/evidence.json'],
    [
      'the manifest',
      inFirst('underskrifter/2/manifest.json'),
      '"draft":"draft"',
      '"draft":"other"',
      'underskrifter/2/manifest.json',
    ],
    ['the signature', inFirst('underskrifter/2/underskrift.jws'), 'eyJ', 'eyK', 'underskrifter/2/evidence.json'],
    [
      'the reference',
      inFirst('underskrifter/2/evidence.json'),
      'sign-ref',
      'sign-rex',
      'underskrifter/2/evidence.json',
    ],
    ['an identification', inFirst('underskrifter/3/legitimering.txt'), '.eyJ', '.eyK', 'underskrifter/3/evidence.json'],
    ['a file', inFirst('bilagor/01-intyg_aao_1.pdf'), 'PDF', 'PDG', 'bilagor/01-intyg_aao_1.pdf'],
  ])('is found out by %s', async (_what, name, from, to, named) => {
    const { isRight, text } = await linesOf(withFile(zip, name, replaced(from, to), { forgeChecksums: true }))
    expect(isRight).toBe(false)
    expect(text).toContain(inFirst(named))
  })

  test('is found out by a signature put from one signer to another', async () => {
    const swapped = await bundle.zip((submission) => ({
      ...submission,
      signers: submission.signers.map((signer, index) => ({
        ...signer,
        signed: submission.signers[[0, 2, 1][index] ?? 3]?.signed,
      })),
    }))
    const { isRight, text } = await linesOf(swapped)
    expect(isRight).toBe(false)
    expect(text).toContain('[authentication-other-person]')
    expect(text).toContain('[freja-signature-another-person]')
  })

  test('is found out by a changed file and its checksum in all places but the signed one', async () => {
    const forged = await bundle.zip((submission) => ({
      ...submission,
      files: submission.files.map((file) => ({
        ...file,
        sha256: '6bb2f60a3ef5de8a1b1b4f5b0a4c4b53c2e66e3d0a1c49a86a4f0c8a1f3a9a51',
      })),
    }))
    const { text } = await linesOf(forged)
    for (const position of [1, 2, 3]) expect(text).toContain(inFirst(`underskrifter/${position}/manifest.json`))
  })
})
