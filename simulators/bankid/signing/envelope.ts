import { createHash, sign } from 'node:crypto'
import { bytesOf } from '../../authority/make-certificate.ts'
import { dataNamespace } from './signed-data.ts'

/** How a signature is made: names of XML-DSig, and Node's name of the hash. */
export type Means = {
  readonly signature: string
  readonly digest: string
  readonly canonicalization: string
  readonly hash: 'sha256' | 'sha1'
}

const rsa: Means = {
  signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  // As BankID's signatures in public have it; the exclusive one is allowed by the same profile.
  canonicalization: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  hash: 'sha256',
}

export const means = {
  rsa,
  ecdsa: { ...rsa, signature: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256' },
  exclusive: { ...rsa, canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#' },
  sha1: {
    ...rsa,
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
    hash: 'sha1',
  },
} as const satisfies Record<string, Means>

/** Who signs: the private key (PEM), and the certificates (PEM) from the person's own towards the root, which isn't among them. */
export type Signer = { readonly key: string; readonly certificates: readonly string[] }

/** The parts of a signature, put together by `written`; each is a text in canonical form. */
export type Envelope = {
  readonly prologue: string
  readonly signedInfo: string
  readonly value: Buffer
  readonly keyInfo: string
  /** What the signature envelops, an element each. */
  readonly objects: readonly string[]
}

const namespace = 'http://www.w3.org/2000/09/xmldsig#'

/** Signs an element of signed data, and the certificates with it, as BankID does: an enveloping XML signature with two references. */
export function envelope(data: string, { key, certificates }: Signer, { hash, ...names }: Means = rsa): Envelope {
  const digest = (text: string) => createHash(hash).update(text).digest('base64')
  const shown = certificates.map(
    (pem) => `<X509Certificate>${Buffer.from(bytesOf(pem)).toString('base64')}</X509Certificate>`,
  )
  const keyInfo = `<KeyInfo xmlns="${namespace}" Id="bidKeyInfo"><X509Data>${shown.join('')}</X509Data></KeyInfo>`
  const reference = (attributes: string, text: string) =>
    [
      `<Reference ${attributes}><Transforms><Transform Algorithm="${names.canonicalization}"></Transform></Transforms>`,
      `<DigestMethod Algorithm="${names.digest}"></DigestMethod><DigestValue>${digest(text)}</DigestValue></Reference>`,
    ].join('')
  const signedInfo = [
    `<SignedInfo xmlns="${namespace}"><CanonicalizationMethod Algorithm="${names.canonicalization}"></CanonicalizationMethod>`,
    `<SignatureMethod Algorithm="${names.signature}"></SignatureMethod>`,
    reference(`Type="${dataNamespace}" URI="#bidSignedData"`, data),
    reference('URI="#bidKeyInfo"', keyInfo),
    '</SignedInfo>',
  ].join('')
  return {
    prologue: '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
    signedInfo,
    // What XML-DSig wants of elliptic curves; means nothing to RSA.
    value: sign(hash, Buffer.from(signedInfo), { key, dsaEncoding: 'ieee-p1363' }),
    keyInfo,
    objects: [data],
  }
}

/** The whole document. */
export const written = ({ prologue, signedInfo, value, keyInfo, objects }: Envelope): string =>
  [
    `${prologue}<Signature xmlns="${namespace}">${signedInfo}`,
    `<SignatureValue>${value.toString('base64')}</SignatureValue>${keyInfo}`,
    ...objects.map((object) => `<Object>${object}</Object>`),
    '</Signature>',
  ].join('')
