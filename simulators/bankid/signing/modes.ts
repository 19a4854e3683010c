import { z } from 'zod'

/**
 * What is signed and how: `ok`; `ecdsa` and `exclusive` (canonicalization) are right as well, other ways that a BankID may sign; each of the others has one
 * fault, named after what a verifier must refuse. `times` is how many signatures have it, all unless told.
 */
export const SignatureModeRequest = z.object({
  mode: z.enum([
    'ok',
    'ecdsa',
    'exclusive',
    // What was signed
    'other-text',
    'other-manifest',
    'no-manifest',
    'other-format',
    'identification',
    // How
    'not-xml',
    'dtd',
    'wrapped',
    'sha1',
    'broken-digest',
    'broken-value',
    // By whom
    'other-person',
    'other-authority',
    'expired-certificate',
    'wrong-key-usage',
    // What is said of the certificate
    'ocsp-missing',
    'ocsp-not-der',
    'ocsp-unsuccessful',
    'ocsp-unknown',
    'ocsp-revoked',
    'ocsp-other-issuer',
    'ocsp-wrong-responder',
    'ocsp-other-certificate',
    'ocsp-old',
    'ocsp-future',
    'ocsp-no-nonce',
    'ocsp-other-nonce',
    'ocsp-broken-signature',
    'ocsp-sha1',
  ]),
  times: z.number().int().positive().optional(),
})

export type SignatureMode = z.infer<typeof SignatureModeRequest>['mode']
