import * as asn1js from 'asn1js'
import fc from 'fast-check'
import * as pkijs from 'pkijs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { later, minutes } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { fromPem, splitPem } from '../../../platform/cryptography/pem.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import { ada, aText, type BankIdStage, startBankIdStage } from '../../methods/bankid/testing/bankid-stage.ts'
import type { CollectedSignature, SignedText } from '../../methods/method.ts'
import { readCertificate } from './certificate.ts'
import { checkOcsp } from './check-ocsp.ts'
import { findPath } from './path-to-root.ts'
import { type BankIdEvidence, verifyBankIdSignature } from './verify.ts'
import { verifyXml } from './verify-xml.ts'

let stage: BankIdStage
let ctx: Context
let right: BankIdEvidence
let root: string

beforeAll(async () => {
  ctx = (await testDatabase()).context()
  stage = await startBankIdStage()
  root = stage.partner.signingRoot ?? ''
  right = evidenceOf(await stage.sign(ctx, 'ok'))
})
afterAll(() => stage.stop())

function evidenceOf(collected: CollectedSignature): BankIdEvidence {
  if (collected.kind !== 'complete' || collected.evidence.kind !== 'bankid') throw new Error(JSON.stringify(collected))
  return collected.evidence
}

const expected = { text: aText, signer: ada }
const codeOf = (evidence: BankIdEvidence, of = expected, roots = root) => {
  const verified = verifyBankIdSignature(evidence, of, roots)
  return verified.ok ? 'ok' : verified.error
}

const xmlOf = ({ signature }: BankIdEvidence) => Buffer.from(signature, 'base64').toString()
const withXml = (xml: string): BankIdEvidence => ({ ...right, signature: Buffer.from(xml).toString('base64') })

describe('a signature', () => {
  test('says who, as the issuer writes it, and when', () => {
    const verified = verifyBankIdSignature(right, expected, root)
    expect(verified).toMatchObject({ ok: true, value: { signer: ada, name: 'Ada Exempel' } })
    const age = Date.parse(right.collectedAt) - (verified.ok ? verified.value.signedAt.getTime() : 0)
    expect(age).toBeGreaterThanOrEqual(0)
    expect(age).toBeLessThan(minutes(1))
  })

  test.each(['ok', 'ecdsa', 'exclusive'])('made as “%s” is right', async (mode) => {
    expect(codeOf(evidenceOf(await stage.sign(ctx, mode)))).toBe('ok')
  })

  test('of much text, long lines and every kind of letter is right', async () => {
    const text: SignedText = {
      visible: `Å${'ä'.repeat(14_000)}\n🇸🇪 &amp; <b>\t"\r\n${'x'.repeat(1_900)}`,
      format: 'plain',
      manifest: JSON.stringify(Array.from({ length: 1_500 }, (_, id) => ({ id, sha256: 'f'.repeat(64) }))),
    }
    const evidence = evidenceOf(await stage.sign(ctx, 'ok', text))
    expect(codeOf(evidence, { text, signer: ada })).toBe('ok')
  })

  test.each([
    ['other-text', 'other-text'],
    ['other-manifest', 'other-manifest'],
    ['no-manifest', 'other-manifest'],
    ['other-format', 'other-format'],
    ['identification', 'identification'],
    ['not-xml', 'malformed'],
    ['dtd', 'dtd'],
    ['wrapped', 'wrapped'],
    ['sha1', 'wrong-algorithm'],
    ['broken-digest', 'broken-digest'],
    ['broken-value', 'broken-value'],
    ['other-person', 'other-person'],
    ['other-authority', 'untrusted-certificate'],
    ['expired-certificate', 'expired-certificate'],
    ['wrong-key-usage', 'wrong-key-usage'],
    ['ocsp-missing', 'ocsp-missing'],
    ['ocsp-not-der', 'ocsp-malformed'],
    ['ocsp-unsuccessful', 'ocsp-unsuccessful'],
    ['ocsp-unknown', 'ocsp-unknown'],
    ['ocsp-revoked', 'ocsp-revoked'],
    ['ocsp-other-issuer', 'ocsp-other-issuer'],
    ['ocsp-wrong-responder', 'ocsp-wrong-responder'],
    ['ocsp-other-certificate', 'ocsp-other-certificate'],
    ['ocsp-old', 'ocsp-wrong-time'],
    ['ocsp-future', 'ocsp-wrong-time'],
    ['ocsp-no-nonce', 'ocsp-other-nonce'],
    ['ocsp-other-nonce', 'ocsp-other-nonce'],
    ['ocsp-broken-signature', 'ocsp-broken-signature'],
    ['ocsp-sha1', 'ocsp-wrong-algorithm'],
  ])('that BankID makes with the fault “%s” is refused: %s', async (mode, code) => {
    const failure = { reason: 'refused', code: `bankid-signature-${code}` }
    expect(await stage.sign(ctx, mode)).toEqual({ kind: 'failed', failure, restart: false })
  })
})

describe('a right signature', () => {
  test.each<[string, Partial<SignedText>]>([
    ['other-text', { visible: `${aText.visible} ` }],
    ['other-text', { visible: '' }],
    ['other-manifest', { manifest: '{"answers":"e3b1","draft":"0193"}' }],
    ['other-format', { format: 'plain' }],
  ])('is none of something else: %s, %j', (code, other) => {
    expect(codeOf(right, { text: { ...aText, ...other }, signer: ada })).toBe(`bankid-signature-${code}`)
  })

  test.each([
    { scheme: 'swedish-number', number: '198505052386' },
    { scheme: 'prid', number: ada.number },
  ] as const)('is none of somebody else: %j', (signer) => {
    expect(codeOf(right, { text: aText, signer })).toBe('bankid-signature-other-person')
  })

  test('is none by other roots, and is one by several of them', () => {
    expect(codeOf(right, expected, '')).toBe('bankid-signature-untrusted-certificate')
    expect(codeOf(right, expected, stage.partner.certificate)).toBe('bankid-signature-untrusted-certificate')
    expect(codeOf(right, expected, stage.partner.certificate + root)).toBe('ok')
  })

  test('is of its time: collected minutes later it is an old one, and before it was made it is none', () => {
    const at = (milliseconds: number) => ({
      ...right,
      collectedAt: later(new Date(right.collectedAt), milliseconds).toISOString(),
    })
    expect(codeOf(at(minutes(4)))).toBe('ok')
    for (const wrong of [minutes(6), -minutes(2)]) expect(codeOf(at(wrong))).toBe('bankid-signature-ocsp-wrong-time')
  })

  test('does not go with what BankID said of another signature by the same person', async () => {
    const other = evidenceOf(await stage.sign(ctx, 'ok'))
    expect(codeOf({ ...right, ocspResponse: other.ocspResponse })).toBe('bankid-signature-ocsp-other-nonce')
  })
})

test('beside the responder’s, only certificates that lead from the person to the root may be shown', () => {
  const bytes = (pem: string) => new Uint8Array(Buffer.from(fromPem(pem), 'base64'))
  const withShown = (pem: string): BankIdEvidence => {
    const response = pkijs.OCSPResponse.fromBER(new Uint8Array(Buffer.from(right.ocspResponse, 'base64')))
    if (!response.responseBytes) throw new Error('There is no response')
    const basic = pkijs.BasicOCSPResponse.fromBER(response.responseBytes.response.valueBlock.valueHexView.slice())
    basic.certs = [...(basic.certs ?? []), pkijs.Certificate.fromBER(bytes(pem))]
    response.responseBytes.response = new asn1js.OctetString({ valueHex: basic.toSchema().toBER(false) })
    return { ...right, ocspResponse: Buffer.from(response.toSchema().toBER(false)).toString('base64') }
  }
  expect(codeOf(withShown(root))).toBe('ok')
  expect(codeOf(withShown(stage.partner.certificate))).toBe('bankid-signature-ocsp-malformed')
})

describe('a signature that is put around something else', () => {
  const evil = '<bankIdSignedData xmlns="http://www.bankid.com/signature/v1.0.0/types" Id="x">evil</bankIdSignedData>'

  test.each<[string, string, (xml: string) => string]>([
    ['beside what was signed', 'wrapped', (xml) => xml.replace('<Object>', `<Object>${evil}`)],
    ['after it', 'wrapped', (xml) => xml.replace('</Object>', `${evil}</Object>`)],
    ['around it', 'wrapped', (xml) => xml.replace('<Object>', '<Object><a>').replace('</Object>', '</a></Object>')],
    ['in its place', 'wrapped', (xml) => xml.replace(/<Object>.*<\/Object>/, `<Object>${evil}</Object>`)],
    ['under its name', 'wrapped', (xml) => xml.replace('<KeyInfo', '<KeyInfo ID="bidSignedData"')],
    ['as a second signature', 'wrapped', (xml) => xml.replace('<Object>', `<Object>${bare(xml)}`)],
    ['as its root', 'wrapped', (xml) => `<evil>${bare(xml)}</evil>`],
    ['with nothing signed', 'wrapped', (xml) => xml.replace(/<Reference Type.*?<\/Reference>/, '')],
    [
      'with more signed',
      'wrapped',
      (xml) => xml.replace('<Reference Type', '<Reference URI=""></Reference><Reference Type'),
    ],
    ['without certificates', 'malformed', (xml) => xml.replace(/<X509Certificate>.*<\/X509Certificate>/, '')],
    ['with a part too many', 'malformed', (xml) => xml.replace('<KeyInfo', '<Other></Other><KeyInfo')],
    ['with another transform', 'wrong-algorithm', (xml) => xml.replace('</Transform>', '<XPath>a</XPath></Transform>')],
    ['with a comment', 'malformed', (xml) => xml.replace('<funcId>', '<funcId><!-- x -->')],
    ['without an end', 'malformed', (xml) => xml.replace('</Signature>', '')],
    ['with words after it', 'malformed', (xml) => `${xml}evil`],
    ['with a space after it', 'ocsp-other-nonce', (xml) => `${xml} `],
  ])('%s is refused: %s', (_what, code, change) => {
    const changed = change(xmlOf(right))
    expect(changed).not.toBe(xmlOf(right))
    expect(codeOf(withXml(changed))).toBe(`bankid-signature-${code}`)
  })

  const bare = (xml: string) => xml.slice(xml.indexOf('<Signature'))
})

describe('one changed byte', () => {
  const flipped = (bytes: Buffer, at: number, by: number): Buffer => {
    const changed = Buffer.from(bytes)
    changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ by
    return changed
  }

  test('anywhere in the signature or in the OCSP response is refused, in their text as in their bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('signature', 'ocspResponse'),
        fc.constantFrom('base64', 'latin1'),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 255 }),
        (part, encoding, at, by) => {
          const changed = flipped(Buffer.from(right[part], encoding), at, by).toString(encoding)
          expect(codeOf({ ...right, [part]: changed })).toMatch(/^bankid-signature-/)
        },
      ),
      { numRuns: 400 },
    )
  }, 60_000)

  test('at each place of the OCSP response is refused', () => {
    const signed = verifyXml(right.signature)
    const [first] = splitPem(root).map((pem) => readCertificate(Buffer.from(fromPem(pem), 'base64')))
    const path = signed.ok && first ? findPath(signed.value.certificates, [first]) : undefined
    if (!path) throw new Error('There is no path')
    const asked = { path, signature: right.signature, collectedAt: new Date(right.collectedAt) }
    expect(checkOcsp(right.ocspResponse, asked).ok).toBe(true)
    const bytes = Buffer.from(right.ocspResponse, 'base64')
    for (const at of bytes.keys()) {
      const changed = flipped(bytes, at, 1 << (at % 8)).toString('base64')
      expect(checkOcsp(changed, asked).ok, `byte ${at}`).toBe(false)
    }
  })
})
