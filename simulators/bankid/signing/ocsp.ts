import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { bytesOf, type KeyPair } from '../../authority/make-certificate.ts'

const engine = new pkijs.CryptoEngine({ name: 'node', crypto })

/** What is said of a certificate, and by whom. */
export type Statement = {
  /** PEM: the certificate, and the one that issued it. */
  readonly certificate: string
  readonly issuer: string
  readonly responder: KeyPair
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly at: Date
  readonly nonce: Uint8Array<ArrayBuffer> | undefined
  readonly hash: 'SHA-256' | 'SHA-1'
}

/** What BankID takes as nonce: SHA-1 of the signature as it is sent (base64), and twelve random bytes. */
export async function nonceOf(signature: string): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(signature))
  return new Uint8Array([...new Uint8Array(hash), ...randomBytes(12)])
}

/** An OCSP response (RFC 6960), DER: signed with RSA, the responder's certificate beside it. */
export async function ocspResponse(statement: Statement): Promise<Buffer> {
  const { certificate, issuer, responder, status, nonce, hash } = statement
  // OCSP knows whole seconds only.
  const at = new Date(Math.floor(statement.at.getTime() / 1000) * 1000)
  const read = (pem: string) => pkijs.Certificate.fromBER(bytesOf(pem))
  const own = read(responder.certificate)
  const basic = new pkijs.BasicOCSPResponse({
    tbsResponseData: new pkijs.ResponseData({
      responderID: own.subject,
      producedAt: at,
      responses: [
        new pkijs.SingleResponse({
          certID: await pkijs.CertID.create(
            read(certificate),
            { hashAlgorithm: 'SHA-1', issuerCertificate: read(issuer) },
            engine,
          ),
          certStatus: statusOf(status, at),
          thisUpdate: at,
        }),
      ],
      ...(nonce && { responseExtensions: [nonceExtension(nonce)] }),
    }),
    certs: [own],
  })
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash }
  const key = await crypto.subtle.importKey('pkcs8', bytesOf(responder.key), algorithm, false, ['sign'])
  await basic.sign(key, hash, engine)
  // The library leaves them out, which readers must bear with; who writes must have them (RFC 4055 §5).
  basic.signatureAlgorithm.algorithmParams = new asn1js.Null()
  return derOf(0, basic.toSchema().toBER(false))
}

/** What a responder says that gives no answer: `tryLater` (3). */
export const unsuccessful = (): Buffer => derOf(3)

function derOf(status: number, response?: ArrayBuffer): Buffer {
  const answer = new pkijs.OCSPResponse({ responseStatus: new asn1js.Enumerated({ value: status }) })
  if (response) {
    const bytes = new asn1js.OctetString({ valueHex: response })
    answer.responseBytes = new pkijs.ResponseBytes({ responseType: '1.3.6.1.5.5.7.48.1.1', response: bytes })
  }
  return Buffer.from(answer.toSchema().toBER(false))
}

const nonceExtension = (nonce: Uint8Array<ArrayBuffer>): pkijs.Extension =>
  new pkijs.Extension({
    extnID: '1.3.6.1.5.5.7.48.1.2',
    extnValue: new asn1js.OctetString({ valueHex: nonce.buffer }).toBER(false),
  })

const statusOf = (status: Statement['status'], at: Date): asn1js.BaseBlock => {
  const idBlock = (tagNumber: number) => ({ idBlock: { tagClass: 3, tagNumber } })
  switch (status) {
    case 'good':
      return new asn1js.Primitive({ ...idBlock(0), lenBlock: { length: 1 } })
    case 'revoked':
      return new asn1js.Constructed({ ...idBlock(1), value: [new asn1js.GeneralizedTime({ valueDate: at })] })
    case 'unknown':
      return new asn1js.Primitive({ ...idBlock(2), lenBlock: { length: 1 } })
  }
}
