import { z } from 'zod'
import type { Failure, Kept, SigningOrderMethod } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Result } from '../../platform/result.ts'

/** What somebody signs: what they read, and what binds the signature to every answer and file beyond it. */
export const SignedText = z
  .object({
    /** Read in the app or on the page: a summary of what is sent, at most 40 000 characters when encoded as base64. */
    visible: z.string().min(1),
    format: z.enum(['plain', 'simpleMarkdownV1']),
    /** Not shown: canonical JSON with the SHA-256 of the answers' canonical JSON and of each file, see `manifest.ts`. */
    manifest: z.string().min(1),
  })
  .readonly()

export type SignedText = z.infer<typeof SignedText>

/** Who is to sign: nobody else's signature counts. A PRID is accepted where the person has no Swedish number. */
export type Signer = { readonly scheme: 'swedish-number' | 'prid'; readonly number: string }

/** A signature as the issuer gave it, byte for byte, with what it takes to verify it without asking anybody. Kept for ever with what was signed. */
export const Evidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('bankid'),
    /** BankID's XML-DSig and its OCSP response (DER), as base64. */
    signature: z.string(),
    ocspResponse: z.string(),
    /** Instant, ISO 8601: when we collected it. */
    collectedAt: z.iso.datetime(),
    reference: z.string(),
  }),
  z.object({
    kind: z.literal('freja'),
    /** Freja's JWS (`details`), and the certificate (PEM) that verifies it. */
    details: z.string(),
    certificate: z.string(),
    collectedAt: z.iso.datetime(),
    reference: z.string(),
  }),
  z.object({
    kind: z.literal('authentication'),
    /** A fresh identification at a hub with the text shown beside it, where the hub signs nothing itself: who, by which level, when, for which text. */
    level: z.string(),
    provider: z.string(),
    /** Whom the hub has answered: the municipality's client ID or entityID. */
    audience: z.string(),
    authenticatedAt: z.iso.datetime(),
    /** SHA-256 of the signed text (`digestOfText`), hexadecimal: what the hub was asked to bind, where it can (`signMessageDigest`). */
    textDigest: z.string(),
    /** The hub's own answer (ID token, SAML response), as it came. */
    answer: z.string(),
    /** The claim or attribute in it that has the signer's number. */
    attribute: z.string(),
    /** Base64 of the key (AES) of an encrypted SAML assertion. */
    contentKey: z.string().optional(),
    /** The hub has undertaken to show the text. */
    shown: z.boolean(),
    reference: z.string(),
  }),
])

export type Evidence = z.infer<typeof Evidence>

/** What a verified signature says. */
export type Verified = {
  readonly signer: Signer
  /** As the issuer writes it. */
  readonly name: string | undefined
  readonly signedAt: Date
}

/** How a signing order stands. */
export type CollectedSignature =
  | { readonly kind: 'pending'; readonly hint: string }
  | {
      readonly kind: 'complete'
      readonly evidence: Evidence
      readonly verified: Verified
      /** Level of assurance (acr) that the e-ID counts as. */
      readonly level: string
      /** What verified the evidence, and will in twenty years: the issuer's roots or certificates (PEM). */
      readonly trusted: string
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly restart: boolean }

/** Signing in the person's own app: the same shape as identification (`identity/methods/method.ts`). What is collected has been verified. */
export type SigningMethod = Pick<
  SigningOrderMethod,
  'kind' | 'collectEvery' | 'leadsBack' | 'ended' | 'cancel' | 'view'
> & {
  readonly place: (
    ctx: Context,
    input: Parameters<SigningOrderMethod['place']>[1] & { readonly text: SignedText; readonly signer: Signer },
  ) => Promise<Result<Kept, Failure>>
  readonly collect: (
    ctx: Context,
    order: Kept,
    asked: { readonly lastHint: string; readonly text: SignedText; readonly signer: Signer },
  ) => Promise<CollectedSignature>
}
