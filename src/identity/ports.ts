import type { PopulationRegisters } from '../people/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { CookieNames } from '../platform/http/cookies.ts'
import type { TextKey } from '../platform/texts/catalogue.ts'
import type { Tenant } from '../tenants/public.ts'
import type { InterruptedPost } from './interrupted-post.ts'
import type { Device, Kept, LoginMethods } from './methods/method.ts'
import type { Providers } from './methods/oidc/providers.ts'
import type { SigningOrderMethod, SigningOutcome } from './signing.ts'

/** What the login pages need from elsewhere; wired in `composition.ts`. */
export type IdentityPorts = {
  /** The ways in of residents. */
  readonly methods: LoginMethods
  /** The providers of staff. */
  readonly providers: Providers
  /** Asked about everybody who logs in with a Swedish number. */
  readonly registers: PopulationRegisters
  readonly cookies: CookieNames
  /** Starts the e-service that a person was on their way to; answers the path to go on at. */
  readonly startService: (ctx: Context, service: string) => Promise<string>
  /** Saves what somebody had sent after their session had ended; answers the path to go on at. */
  readonly resumePost: (ctx: Context, post: InterruptedPost) => Promise<string>
  /** Gives a visitor's drafts to the person they turned out to be, in the login's transaction as role `system`. */
  readonly claimDrafts: (
    ctx: Context,
    tx: Transaction,
    claim: { readonly visitorId: string; readonly personId: string },
  ) => Promise<void>
  /** Gives a person who logs in what they have been invited to by their number, in the login's transaction as role `system`. */
  readonly joinInvitations: (ctx: Context, tx: Transaction, personId: string) => Promise<void>
  readonly signing: SigningPort
}

/** What is signed, to the domain that knows of it. */
export type SigningPort = {
  /** The municipality's method as it asks about what was given to `startSigning`; undefined where it has none that signs in an app. */
  readonly method: (tenant: Tenant, name: string, what: Kept) => SigningOrderMethod | undefined
  /** The issuer's own words for how an order ended, as `OrderMethod.ended`. */
  readonly ended: (
    tenant: Tenant,
    name: string,
    how: { readonly code: string; readonly device: Device },
  ) => TextKey | undefined
  /**
   * Puts a signature with what it is of, clears the transaction's outcome (`clearOutcome`) in the same transaction, and answers the path to go on at. May be
   * called more than once, and at once by several: whoever comes too late answers where it is. `ctx` is of the request or a job, not of the signer.
   */
  readonly finish: (
    ctx: Context,
    given: { readonly transaction: string; readonly outcome: SigningOutcome },
  ) => Promise<string>
}
