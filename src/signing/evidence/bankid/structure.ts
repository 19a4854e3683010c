import { failed, ok, type Result } from '../../../platform/result.ts'
import { attributeOf, elementsIn, hasRepeatedId, signatureNamespace } from '../../../platform/xml/elements.ts'
import type { BankIdSignatureCode } from './refusal.ts'

/** The namespace of what BankID signs (BankID Signature Profile). */
export const dataNamespace = 'http://www.bankid.com/signature/v1.0.0/types'

const canonicalizations: readonly (string | undefined)[] = [
  // Inclusive, as BankID's signatures have it, and exclusive; neither with comments.
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
]

export const ecdsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'

const signatureMethods: readonly (string | undefined)[] = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  ecdsaSha256,
]

const digestMethods: readonly (string | undefined)[] = [
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
]

/** What is read of a signature before it is verified: base64 of the certificates, and which of the references is of the signed data. */
export type Structure = { readonly certificates: readonly string[]; readonly dataReference: number }

/**
 * Looks at what a signature covers and by which means. It must be the document itself and envelop one element, BankID's signed data, which it refers
 * to by an id that nothing else has; the certificates are all that it may refer to besides.
 */
export function readStructure(root: Element): Result<Structure, BankIdSignatureCode> {
  const isSignature = root.namespaceURI === signatureNamespace && root.localName === 'Signature'
  const inside = root.getElementsByTagNameNS(signatureNamespace, 'Signature').length
  if (inside > 0) return failed('bankid-signature-wrapped')
  if (!isSignature) return failed('bankid-signature-malformed')
  const objects = childrenOf(root, 'Object')
  if (objects.length > 1 || hasRepeatedId(root)) return failed('bankid-signature-wrapped')

  const [signedInfo, keyInfo] = [onlyChild(root, 'SignedInfo'), onlyChild(root, 'KeyInfo')]
  const [object] = objects
  const isComplete = elementsIn(root).length === 4 && onlyChild(root, 'SignatureValue')
  if (!object || !signedInfo || !keyInfo || !isComplete) return failed('bankid-signature-malformed')

  const data = onlyData(object)
  if (!data) return failed('bankid-signature-wrapped')
  const references = childrenOf(signedInfo, 'Reference')
  const wanted = addressOf(data)
  const dataReference = references.findIndex((one) => attributeOf(one, 'URI') === wanted)
  const allowed = [wanted, addressOf(keyInfo)]
  const covered = references.map((one) => attributeOf(one, 'URI'))
  const isOfThese = covered.every((one) => one !== undefined && allowed.includes(one))
  if (dataReference < 0 || !isOfThese || new Set(covered).size !== covered.length) {
    return failed('bankid-signature-wrapped')
  }
  if (!isByGoodMeans(signedInfo, references)) return failed('bankid-signature-wrong-algorithm')
  const shown = onlyChild(keyInfo, 'X509Data')
  const certificates = shown ? childrenOf(shown, 'X509Certificate').map(({ textContent }) => textContent ?? '') : []
  return ok({ certificates, dataReference })
}

/** The one element that is enveloped, when it is BankID's signed data. */
function onlyData(object: Element): Element | undefined {
  const [data, ...others] = elementsIn(object)
  return data && others.length === 0 && isData(data) ? data : undefined
}

export const isData = ({ namespaceURI, localName }: Element): boolean =>
  namespaceURI === dataNamespace && localName === 'bankIdSignedData'

/** How an element is referred to; undefined for one without an id. */
function addressOf(element: Element): string | undefined {
  const id = attributeOf(element, 'Id')
  return id === undefined ? undefined : `#${id}`
}

/** Nothing that could leave a part of an element out, or put another in, and no algorithm that is too weak. */
function isByGoodMeans(signedInfo: Element, references: readonly Element[]): boolean {
  const algorithm = (parent: Element, name: string) => attributeOf(onlyChild(parent, name), 'Algorithm')
  return (
    canonicalizations.includes(algorithm(signedInfo, 'CanonicalizationMethod')) &&
    signatureMethods.includes(algorithm(signedInfo, 'SignatureMethod')) &&
    references.every((reference) => {
      const [transform, ...others] = elementsIn(onlyChild(reference, 'Transforms') ?? reference)
      const isCanonicalization = transform && canonicalizations.includes(attributeOf(transform, 'Algorithm'))
      const isPlain = isCanonicalization && others.length === 0 && elementsIn(transform).length === 0
      return isPlain && digestMethods.includes(algorithm(reference, 'DigestMethod'))
    })
  )
}

const childrenOf = (element: Element, name: string): readonly Element[] =>
  elementsIn(element).filter((child) => child.namespaceURI === signatureNamespace && child.localName === name)

function onlyChild(element: Element, name: string): Element | undefined {
  const found = childrenOf(element, name)
  return found.length === 1 ? found[0] : undefined
}
