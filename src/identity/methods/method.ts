import { z } from 'zod'
import { Claimed } from '../../people/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Result } from '../../platform/result.ts'
import type { TextKey } from '../../platform/texts/catalogue.ts'
import type { Tenant } from '../../tenants/public.ts'

/** Who somebody has shown that they are, whichever way they did it. */
export const VerifiedIdentity = z
  .object({
    claimed: Claimed,
    /** Level of assurance (acr) that the issuer vouches for. */
    level: z.string(),
    /** The issuer's own name for what happened, for the audit log; tells nothing of the person. */
    reference: z.string().optional(),
  })
  .readonly()

export type VerifiedIdentity = z.infer<typeof VerifiedIdentity>

/** What a person is told when nobody was identified: whose fault it is, and what to do. */
export type FailureReason =
  | 'cancelled'
  | 'expired'
  | 'start-failed'
  | 'blocked'
  | 'in-progress'
  | 'refused'
  | 'no-number'
  | 'somebody-else'
  | 'unavailable'
  | 'unknown'

/** Why nobody was identified. `code` is the operator's: one for each check, such as `saml-wrong-audience`; it holds no personal data. */
export type Failure = { readonly reason: FailureReason; readonly code: string }

/** What is kept, sealed, between the start of a transaction and its end; each method parses its own. */
export type Kept = Readonly<Record<string, unknown>>

/** What a provider's page is to show and bind, where its answer is to be a signature of it. */
export type ToSign = {
  /** SHA-256 (hexadecimal) of all that is signed. */
  readonly digest: string
  /** What the person is shown; it has the digest in it. */
  readonly message: string
  /** Who alone may answer. */
  readonly signer: { readonly scheme: 'swedish-number' | 'prid'; readonly number: string }
}

/** A provider's answer as it came, and the keys that verified it: enough to verify it again without asking anybody. */
export const Proof = z
  .object({
    /** ID token, or SAML response (XML). */
    answer: z.string(),
    /** JWKS (JSON), or certificates (PEM). */
    trusted: z.string(),
    /** Whose answer it is: issuer or entityID. */
    provider: z.string(),
    /** Whom it is an answer to: our client ID or entityID, and nobody else's. */
    audience: z.string(),
    /** When the person identified themselves, by the provider's clock. */
    authenticatedAt: z.iso.datetime(),
    /** The claim or attribute of the answer that has the signer's number. */
    attribute: z.string(),
    /** Base64 of the key (AES) that an encrypted assertion was encrypted with. */
    contentKey: z.string().optional(),
    /** The provider has undertaken to show the text. */
    shown: z.boolean(),
  })
  .readonly()

export type Proof = z.infer<typeof Proof>

/** What a checked answer says; it has a proof where something was to be signed by it. */
export type Finished = VerifiedIdentity & { readonly proof?: Proof | undefined }

/** Identification on somebody else's page: the browser goes there and comes back with an answer. */
export type RedirectMethod = {
  readonly kind: 'redirect'
  /** How the answer comes: as the query of a page of ours, or as a form that the provider's page posts. */
  readonly answersBy: 'query' | 'form'
  /**
   * Where to send the browser, and what the answer will be checked against. `state` names the transaction in the answer. With `toSign` the person is
   * asked to sign that, and the answer is bound to it.
   */
  readonly start: (
    ctx: Context,
    input: { readonly state: string; readonly answerAddress: string; readonly toSign?: ToSign },
  ) => Promise<{ readonly address: string; readonly kept: Kept }>
  /** Checks the answer, whole. Never throws for an answer that can't be trusted. */
  readonly finish: (ctx: Context, kept: Kept, answer: URLSearchParams) => Promise<Result<Finished, Failure>>
}

/** Where the person's app is: on the device that shows the page, or on another that reads its QR code. */
export type Device = 'this' | 'other'

/** What an order looks like while it waits for the person. */
export type OrderView = {
  readonly message: TextKey
  /** What the QR code says this second; undefined for an order on this device. */
  readonly qr: string | undefined
  /** What opens the app on this device; undefined for an order on another. */
  readonly launch: string | undefined
}

/** Somebody has shown who they are. */
export type Identified = { readonly identity: VerifiedIdentity }

/** Somebody has signed; what it takes to prove it is for the domain that asked. */
export type HasSigned = { readonly signature: Kept }

/** How an order stands when the issuer has been asked; a complete one has what it was placed for. */
export type Collected<Complete extends Identified | HasSigned = Identified> =
  | { readonly kind: 'pending'; readonly hint: string }
  | ({ readonly kind: 'complete' } & Complete)
  /** `restart`: nobody opened the order in time; a new one may take its place without a word while a QR code is up. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly restart: boolean }

/** Identification, or signing, in the person's own app: an order is placed with the issuer, who is asked how it stands. */
export type OrderMethod<Complete extends Identified | HasSigned = Identified> = {
  readonly kind: 'order'
  /** Milliseconds between two questions to the issuer about one order. */
  readonly collectEvery: number
  /** Whether the app leads a browser on the same device back to an address of ours. */
  readonly leadsBack: boolean
  readonly place: (
    ctx: Context,
    input: {
      readonly device: Device
      /** Address of the person's browser, as we see it. */
      readonly endUserIp: string
      readonly userAgent: string | undefined
      /** Our own host, as the person writes it. */
      readonly host: string
      /** Where the app leads the browser when it is done; holds a secret of this transaction. */
      readonly returnUrl: string | undefined
    },
  ) => Promise<Result<Kept, Failure>>
  /** Asks the issuer once. Never throws: an issuer that can't be reached leaves the order pending with its last hint. */
  readonly collect: (ctx: Context, order: Kept, lastHint: string) => Promise<Collected<Complete>>
  /** The issuer's own words for how an order ended, by the code of its failure; undefined where ours say it as well. */
  readonly ended: (code: string, device: Device) => TextKey | undefined
  /** Takes the order back, as well as it goes. */
  readonly cancel: (ctx: Context, order: Kept) => Promise<void>
  /** What the page shows. `now` is milliseconds since 1970, since the QR code changes each second. */
  readonly view: (
    order: Kept,
    state: { readonly device: Device; readonly hint: string; readonly now: number },
  ) => OrderView
}

export type LoginMethod = RedirectMethod | OrderMethod

/** The ways in of all municipalities, by their settings. */
export type LoginMethods = {
  /** The method that a municipality calls so, if it has one. */
  readonly find: (tenant: Tenant, name: string) => LoginMethod | undefined
}

/** Where a partner answers, and what shows it who we are: PEM texts. */
export type Partner = {
  /** Without a slash at the end. */
  readonly address: string
  readonly certificate: string
  readonly key: string
  /** The partner's own root, and nothing else, is trusted. */
  readonly authority: string
  /** The certificates that the partner signs its answers with, one after the other (`signing.pem`); undefined for one that has none. */
  readonly signing?: string | undefined
  /** The root of the certificates that people sign with at the partner (`signing-root.pem`), one or several; undefined for one that has none. */
  readonly signingRoot?: string | undefined
}

/**
 * Finds a partner by its settings: `address` is `https://…` or `simulators:/path`, `certificate` the name of a folder. Throws
 * `identity-provider-failed` where there is no such certificate, or a simulator where there are none.
 */
export type FindPartner = (
  ctx: Context,
  settings: { readonly address: string; readonly certificate: string },
) => Promise<Partner>

/** The folder where the certificates of a partner lie, by its settings as above. Throws `identity-provider-failed`. */
export type FindCertificateFolder = (
  ctx: Context,
  settings: { readonly address: string; readonly certificate: string },
) => Promise<string>
