import { SignedXml } from 'xml-crypto'
import { fromPem } from '../../../platform/cryptography/pem.ts'
import { failed, type Result } from '../../../platform/result.ts'
import { attributeOf, hasRepeatedId, textOf } from '../../../platform/xml/elements.ts'
import type { SamlRefusal } from './refusal.ts'
import { hasStrongKey } from './strong-key.ts'
import { allBelow, childrenOf, onlyChild, readXml } from './xml.ts'

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

const signatureMethods: readonly (string | undefined)[] = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
]

const digestMethods: readonly (string | undefined)[] = [
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
]

/**
 * Verifies the one signature of a document, which must cover its root and by that everything in it, with one of the certificates (PEM). Answers the root
 * as it was signed, read anew from the very bytes that were hashed: whoever reads on there reads nothing that wasn't signed.
 */
export function verifySigned(
  text: string,
  root: Element,
  certificates: readonly string[],
): Result<Element, SamlRefusal> {
  const signatures = childrenOf(root, 'signature', 'Signature')
  const [signature] = signatures
  if (allBelow(root, 'signature', 'Signature').length !== signatures.length) return failed('saml-wrapped')
  if (!signature) return failed('saml-unsigned')
  if (signatures.length > 1 || hasRepeatedId(root)) return failed('saml-wrapped')
  const problem = structureProblem(signature, attributeOf(root, 'ID'))
  if (problem) return failed(problem)

  const strong = certificates.filter(hasStrongKey)
  if (strong.length === 0) return failed('saml-weak-key')
  for (const certificate of strong) {
    const signed = signedText(text, signature, certificate)
    if (signed === undefined) continue
    const read = readXml(signed)
    if (!read.ok) return read
    return read.value.localName === root.localName && read.value.namespaceURI === root.namespaceURI
      ? read
      : failed('saml-wrapped')
  }
  return failed(namesOther(signature, certificates) ? 'saml-wrong-key' : 'saml-bad-signature')
}

/** What is wrong with a signature before a key is tried: what it covers, and by which means. */
function structureProblem(signature: Element, rootId: string | undefined): SamlRefusal | undefined {
  const signedInfo = onlyChild(signature, 'signature', 'SignedInfo')
  const reference = onlyChild(signedInfo, 'signature', 'Reference')
  if (!signedInfo || !reference) return 'saml-malformed'
  if (allBelow(signature, 'signature', 'Object').length > 0) return 'saml-wrapped'
  const covered = attributeOf(reference, 'URI')
  if (covered !== '' && (rootId === undefined || covered !== `#${rootId}`)) return 'saml-wrapped'

  const algorithm = (parent: Element, name: string) => attributeOf(onlyChild(parent, 'signature', name), 'Algorithm')
  if (!signatureMethods.includes(algorithm(signedInfo, 'SignatureMethod'))) return 'saml-weak-signature'
  if (!digestMethods.includes(algorithm(reference, 'DigestMethod'))) return 'saml-weak-signature'

  // Nothing that could leave a part of the root out, or put another in.
  const transforms = childrenOf(onlyChild(reference, 'signature', 'Transforms') ?? reference, 'signature', 'Transform')
  const names = transforms.map((transform) => attributeOf(transform, 'Algorithm')).join(' ')
  const plain = names === `${enveloped} ${exclusive}` && algorithm(signedInfo, 'CanonicalizationMethod') === exclusive
  return plain ? undefined : 'saml-malformed'
}

/** The bytes that were hashed, when this key signed them. */
function signedText(text: string, signature: Element, publicCert: string): string | undefined {
  try {
    // The key comes from us, never from the signature's own KeyInfo.
    const signed = new SignedXml({ publicCert, getCertFromKeyInfo: () => null })
    signed.loadSignature(signature)
    if (!signed.checkSignature(text)) return undefined
    const references = signed.getSignedReferences()
    return references.length === 1 ? references[0] : undefined
  } catch {
    return undefined
  }
}

/** Whether a signature itself says that somebody else has made it; for the operator alone, since anybody can write anything there. */
function namesOther(signature: Element, certificates: readonly string[]): boolean {
  const named = allBelow(signature, 'signature', 'X509Certificate').map((one) => fromPem(textOf(one) ?? ''))
  return named.length > 0 && !certificates.some((certificate) => named.includes(fromPem(certificate)))
}
