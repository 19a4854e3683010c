import { type CacheProvider, SAML, ValidateInResponseTo } from '@node-saml/node-saml'
import { type Expected, skew } from './expected.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { SamlKey } from './keys.ts'
import type { SamlRefusal } from './refusal.ts'

/** The library as it makes one request, or checks the answer to it; nothing of it outlives that. */
export function samlLibrary(options: {
  readonly provider: IdentityProvider
  readonly expected: Expected
  readonly signing: SamlKey
  /** What answers are encrypted to; one of several, while they are changed. */
  readonly decryption: SamlKey
  /** Elements of the request beyond SAML's own. */
  readonly extensions?: Readonly<Record<string, unknown>>
}): SAML {
  const { provider, expected } = options
  return new SAML({
    entryPoint: provider.singleSignOn,
    issuer: expected.entityId,
    callbackUrl: expected.answerAddress,
    idpCert: [...provider.certificates],
    privateKey: options.signing.key,
    decryptionPvk: options.decryption.key,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    generateUniqueId: () => expected.request,
    forceAuthn: true,
    authnContext: [...expected.levels],
    racComparison: 'exact',
    ...(options.extensions && { samlAuthnRequestExtensions: options.extensions }),
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
    wantAuthnResponseSigned: true,
    // The answer's signature covers the assertion in it.
    wantAssertionsSigned: false,
    audience: expected.entityId,
    acceptedClockSkewMs: skew,
    validateInResponseTo: ValidateInResponseTo.always,
    cacheProvider: oneRequest(expected),
  })
}

/** Knows the one request that was kept, whichever process made it; the transaction's row is what makes it answered once. */
const oneRequest = ({ request, asked }: Expected): CacheProvider => ({
  saveAsync: async (_key, value) => ({ value, createdAt: asked }),
  getAsync: async (key) => (key === request ? new Date(asked).toISOString() : null),
  removeAsync: async (key) => key,
})

/** The library's own words for what it refuses, in the version that package.json names. */
const words: readonly (readonly [RegExp, SamlRefusal])[] = [
  [/not yet valid/, 'saml-not-yet-valid'],
  [/expired|No valid subject confirmation/, 'saml-expired'],
  [/audience/i, 'saml-wrong-audience'],
  [/InResponseTo/, 'saml-wrong-request'],
  [/document signature/, 'saml-bad-signature'],
]

/**
 * Has the library verify an answer as well, decrypt its assertion with whichever key fits, and check audience and periods. Answers the assertion's XML, or why
 * it is refused.
 */
export async function decryptedAssertion(
  encoded: string,
  libraries: readonly SAML[],
): Promise<{ readonly assertion: string } | { readonly refusal: SamlRefusal }> {
  let refusal: SamlRefusal = 'saml-undecipherable'
  for (const library of libraries) {
    try {
      const { profile } = await library.validatePostResponseAsync({ SAMLResponse: encoded })
      const assertion = profile?.getAssertionXml?.()
      if (assertion) return { assertion }
      refusal = 'saml-library'
    } catch (error) {
      const said = error instanceof Error ? error.message : ''
      const found = words.find(([pattern]) => pattern.test(said))?.[1]
      // Another key may still fit when this one didn't.
      if (found) return { refusal: found }
      if (!isDecryption(error)) refusal = 'saml-library'
    }
  }
  return { refusal }
}

/** OpenSSL's word for a key that doesn't fit, and Node's for a cipher text that was changed. */
const isDecryption = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /OSSL|ERR_CRYPTO/.test(String(error.code))) || /unable to auth|oaep/i.test(error.message))
