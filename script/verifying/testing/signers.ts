import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompactSign, exportJWK, generateKeyPair, importPKCS8 } from 'jose'
import { openAuthority } from '../../../simulators/authority/authority.ts'
import { holders } from '../../../simulators/bankid/persons.ts'
import { openBankIdSigning } from '../../../simulators/bankid/signing/signing.ts'
import type { SubmissionSignature } from '../../../src/documents/queries/list-signers.ts'
import { atEndOfFile } from '../../../src/platform/testing/end-of-file.ts'
import { digestOfText, type SignedText } from '../../../src/signing/public.ts'

/** When everybody signs. */
export const at = new Date('2027-03-03T13:30:00.000Z')

/** Signs a text by somebody's number, so that it can be verified. */
export type Sign = (text: SignedText, number: string) => Promise<SubmissionSignature>

/** The three ways, by the simulators' authority and keys of their own. `bankIdRoot` is what BankID would publish. */
export async function someSigners(): Promise<{
  readonly bankId: Sign
  readonly freja: Sign
  readonly hub: Sign
  readonly bankIdRoot: string
}> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-verify-'))
  atEndOfFile(async () => await rm(folder, { recursive: true }))
  const authority = await openAuthority(join(folder, 'authority'))
  const strays = await openAuthority(join(folder, 'strays'))
  const byBankId = await openBankIdSigning({ authority, strays, folder: join(folder, 'bankid') })
  const now = new Date()

  const bankId: Sign = async (text, number) => {
    const holder = holders.find((one) => one.number === number)
    if (!holder) throw new Error('Nobody has a BankID by that number')
    const format = text.format === 'plain' ? undefined : text.format
    const toSign = { visible: base64(text.visible), nonVisible: base64(text.manifest), format }
    // Certificates are valid from today on.
    const { signature, ocspResponse = '' } = await byBankId({ toSign, holder, at: now }, 'ok')
    const evidence = {
      kind: 'bankid',
      signature,
      ocspResponse,
      collectedAt: now.toISOString(),
      reference: 'order',
    } as const
    return { at: wholeSeconds(now), method: 'BankID', level: loa3, text, evidence, trusted: authority.certificate }
  }

  const issued = await authority.issue({ commonName: 'Freja', use: 'signing' })
  const certificate = new X509Certificate(issued.certificate)
  const byFreja = async (payload: object) =>
    await new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'RS256', x5t: createHash('sha1').update(certificate.raw).digest('base64url') })
      .sign(await importPKCS8(issued.key, 'RS256'))
  const freja: Sign = async (text, number) => {
    const userSignature = await byFreja({ text: base64(text.visible), binaryData: base64(text.manifest) })
    const details = await byFreja({
      signRef: 'sign-ref',
      status: 'APPROVED',
      userInfoType: 'SSN',
      userInfo: base64(JSON.stringify({ country: 'SE', ssn: number })),
      timestamp: now.getTime(),
      requestedAttributes: {
        basicUserInfo: { name: 'Bo', surname: 'Exempel' },
        ssn: { country: 'SE', ssn: number },
        registrationLevel: 'PLUS',
      },
      signatureType: 'EXTENDED',
      signatureData: { userSignature },
    })
    const [pem, collectedAt] = [certificate.toString(), now.toISOString()]
    const evidence = { kind: 'freja', details, certificate: pem, collectedAt, reference: 'sign-ref' } as const
    return { at: now, method: 'Freja', level: loa3, text, evidence, trusted: pem }
  }

  const keys = await generateKeyPair('ES256', { extractable: true })
  const trusted = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'hub' }] })
  const hub: Sign = async (text, number) => {
    const digest = digestOfText(text)
    const seconds = at.getTime() / 1000
    const answer = await new CompactSign(
      Buffer.from(
        JSON.stringify({
          iss: 'https://hub.example',
          aud: 'kommun',
          name: 'Dagny Test',
          acr: loa3,
          nonce: `random.${digest}`,
          iat: seconds + 2,
          auth_time: seconds,
          [attribute]: number,
          txn: 'txn',
        }),
      ),
    )
      .setProtectedHeader({ alg: 'ES256', kid: 'hub' })
      .sign(keys.privateKey)
    const evidence = {
      kind: 'authentication',
      level: loa3,
      provider: 'https://hub.example',
      audience: 'kommun',
      authenticatedAt: at.toISOString(),
      textDigest: digest,
      answer,
      attribute,
      shown: true,
      reference: 'txn',
    } as const
    return { at, method: 'Region Exempel', level: loa3, text, evidence, trusted }
  }
  return { bankId, freja, hub, bankIdRoot: authority.certificate }
}

const attribute = 'https://id.oidc.se/claim/personalIdentityNumber'

const loa3 = 'http://id.elegnamnden.se/loa/1.0/loa3'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** As ASN.1 writes times in OCSP responses. */
const wholeSeconds = (when: Date): Date => new Date(Math.floor(when.getTime() / 1000) * 1000)
