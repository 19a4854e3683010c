import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Authority } from '../../authority/authority.ts'
import { type BankIdHolder, holders } from '../persons.ts'
import { type BankIdCertificates, bankIdCertificates, type Kind } from './certificates.ts'
import { type Envelope, envelope, means, written } from './envelope.ts'
import type { SignatureMode } from './modes.ts'
import { nonceOf, ocspResponse, unsuccessful } from './ocsp.ts'
import { signedData, type ToSign } from './signed-data.ts'

/** What `collect` tells of a signature, both base64. */
export type Signed = { readonly signature: string; readonly ocspResponse?: string }

/** Signs in people's names. `at` is the moment, by the machine's clock. */
export type BankIdSigning = (
  order: { readonly toSign: ToSign; readonly holder: BankIdHolder; readonly at: Date },
  mode: SignatureMode,
) => Promise<Signed>

/**
 * BankID's signatures, by certificates below an authority whose own is written to `signing-root.pem` in the partner's folder, as BankID publishes its root.
 * `strays` is an authority that nobody is told of.
 */
export async function openBankIdSigning(parts: {
  readonly authority: Authority
  readonly strays: Authority
  readonly folder: string
}): Promise<BankIdSigning> {
  await mkdir(parts.folder, { recursive: true, mode: 0o700 })
  await writeFile(join(parts.folder, 'signing-root.pem'), parts.authority.certificate)
  return signingWith(await bankIdCertificates(parts.authority), await bankIdCertificates(parts.strays))
}

const signingWith =
  (certificates: BankIdCertificates, strays: BankIdCertificates): BankIdSigning =>
  async ({ toSign, holder, at }, mode) => {
    const from = mode === 'other-authority' ? strays : certificates
    const person = mode === 'other-person' ? another(holder) : holder
    const signer = await from.signerOf(person, kinds[mode])
    const data = signedData(otherwise(toSign, mode), mode === 'identification' ? { purpose: 'Identification' } : {})
    const right = envelope(
      data,
      signer,
      means[mode === 'ecdsa' || mode === 'exclusive' || mode === 'sha1' ? mode : 'rsa'],
    )
    const document = mode === 'not-xml' ? 'En underskrift' : written(wrongly(right, mode, toSign))
    const signature = Buffer.from(document).toString('base64')
    if (mode === 'ocsp-missing') return { signature }

    const nonce = await nonceOf(mode === 'ocsp-other-nonce' ? `${signature}=` : signature)
    const about = mode === 'ocsp-other-certificate' ? await from.signerOf(another(holder)) : signer
    const response = await ocspResponse({
      certificate: about.certificates[0] ?? '',
      issuer: from.issuer,
      responder: await (mode === 'ocsp-wrong-responder'
        ? from.notResponder()
        : from.responder(mode === 'ocsp-other-issuer' ? 'bank' : 'issuer')),
      status: mode === 'ocsp-unknown' ? 'unknown' : mode === 'ocsp-revoked' ? 'revoked' : 'good',
      at: new Date(at.getTime() + (shifts[mode] ?? 0)),
      nonce: mode === 'ocsp-no-nonce' ? undefined : nonce,
      hash: mode === 'ocsp-sha1' ? 'SHA-1' : 'SHA-256',
    })
    return { signature, ocspResponse: wronglySaid(response, mode).toString('base64') }
  }

const kinds: Readonly<Partial<Record<SignatureMode, Kind>>> = {
  ecdsa: 'ec',
  'expired-certificate': 'expired',
  'wrong-key-usage': 'wrong-usage',
}

/** Milliseconds. */
const shifts: Readonly<Partial<Record<SignatureMode, number>>> = {
  'ocsp-old': -20 * 60_000,
  'ocsp-future': 20 * 60_000,
}

function another({ number }: BankIdHolder): BankIdHolder {
  const found = holders.find((one) => one.number !== number)
  if (!found) throw new Error('There is nobody else')
  return found
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

function otherwise(toSign: ToSign, mode: SignatureMode): ToSign {
  switch (mode) {
    case 'other-text':
      return { ...toSign, visible: base64('Jag ger bort mitt hus.') }
    case 'other-manifest':
      return { ...toSign, nonVisible: base64('{"answers":"0"}') }
    case 'no-manifest':
      return { ...toSign, nonVisible: undefined }
    case 'other-format':
      return { ...toSign, format: toSign.format ? undefined : 'simpleMarkdownV1' }
    default:
      return toSign
  }
}

function wrongly(right: Envelope, mode: SignatureMode, toSign: ToSign): Envelope {
  switch (mode) {
    case 'dtd':
      return { ...right, prologue: `${right.prologue}<!DOCTYPE Signature [<!ENTITY text "Hej">]>` }
    case 'wrapped': {
      // Who looks for the first element of the name finds one that nobody has signed.
      const evil = signedData(otherwise(toSign, 'other-text'), { id: 'bidOther' })
      return { ...right, objects: [evil, ...right.objects] }
    }
    case 'broken-digest':
      return { ...right, objects: right.objects.map((data) => data.replace('<utb>cs1</utb>', '<utb>cs2</utb>')) }
    case 'broken-value':
      return { ...right, value: flipped(right.value, 100) }
    default:
      return right
  }
}

function wronglySaid(response: Buffer, mode: SignatureMode): Buffer {
  switch (mode) {
    case 'ocsp-not-der':
      return Buffer.from('good')
    case 'ocsp-unsuccessful':
      return unsuccessful()
    case 'ocsp-broken-signature':
      return flipped(response, response.indexOf(signatureHeader) + signatureHeader.length)
    default:
      return response
  }
}

/** How the bits of a signature by a key of 2048 bits begin: BIT STRING, 257 bytes, none of the last one's bits unused. */
const signatureHeader = Buffer.from([0x03, 0x82, 0x01, 0x01, 0x00])

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}
