import type { FactName, Facts } from '../forms/facts.ts'
import type { PlacesQuery } from '../forms/questions/address-search/query.ts'
import type { PlacesAnswer } from '../forms/questions/address-search/registered-place.ts'
import type { Context } from '../platform/context.ts'
import type { Answer } from '../platform/http/answer.ts'
import type { PostedForm, RequestFacts } from '../platform/http/page.ts'

/** What was asked for in a case that a draft supplements. */
export type SupplementRequest = {
  readonly text: string
  /** The last day, as `2027-03-03`; undefined when none was set. */
  readonly until: string | undefined
}

/**
 * Answers what is known of the actor: of the named facts only, and the day in the municipality always. Never inside a transaction: a second
 * connection for each of many requests at once would empty the pool, and registers take their time.
 */
export type ReadFacts = (ctx: Context, needed: ReadonlySet<FactName>) => Promise<Facts>

/** Asks the address register. Never throws: a register that fails is `unavailable`. */
export type FindPlaces = (query: PlacesQuery) => Promise<PlacesAnswer>

/** A step posted by somebody whose draft it isn't (any more). */
export type LatePost = { readonly draft: string; readonly step: string; readonly form: PostedForm }

/** What the drafts' pages need from elsewhere; wired in `composition.ts`. */
export type DraftPorts = {
  readonly readFacts: ReadFacts
  /** Leads somebody who must be logged in to the login, which goes on with the e-service (by its short name) afterwards. */
  readonly beginLogin: (
    ctx: Context,
    request: RequestFacts,
    wish: { readonly kind: 'start'; readonly service: string },
  ) => Promise<Answer>
  /**
   * When the browser's session has ended: leads to the login and back here, with what was posted kept; undefined when it hasn't,
   * and the address simply is nobody's business.
   */
  readonly afterSessionEnd: (
    ctx: Context,
    request: RequestFacts,
    post: LatePost | undefined,
  ) => Promise<Answer | undefined>
  /** Asks the company register about a number (10 or 12 digits); the answer is among the actor's facts from then on. */
  readonly lookUpOrganisation: (ctx: Context, number: string) => Promise<void>
  readonly findPlaces: FindPlaces
  /** Where a sent draft leads: its case or its receipt. */
  readonly findSent: (ctx: Context, draft: string) => Promise<string | undefined>
  /** What a case worker asked for in a case; undefined when the citizen supplements of their own accord. */
  readonly findSupplementRequest: (ctx: Context, caseId: string) => Promise<SupplementRequest | undefined>
  /** Name of the cookie that makes a visitor the owner of their drafts. */
  readonly visitorCookie: string
}
