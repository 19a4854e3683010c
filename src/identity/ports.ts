import type { PopulationRegisters } from '../people/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { CookieNames } from '../platform/http/cookies.ts'
import type { InterruptedPost } from './interrupted-post.ts'
import type { LoginMethods } from './methods/method.ts'
import type { Providers } from './methods/oidc/providers.ts'

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
}
