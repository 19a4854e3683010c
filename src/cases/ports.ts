import type { DraftPorts, ReadFacts } from '../drafts/public.ts'
import type { KeptDetails } from '../forms/kept-details.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Answer } from '../platform/http/answer.ts'
import type { PostedForm, RequestFacts } from '../platform/http/page.ts'
import type { NamedParty } from '../signing/public.ts'

/** How many messages of some cases the reader has not read, by case; told by a later domain. */
export type CountUnreadMessages = (ctx: Context, caseIds: readonly string[]) => Promise<ReadonlyMap<string, number>>

/**
 * Asks again, as somebody sends, whether they have protected identity by now (B1.4), and answers them as they are. Never inside a
 * transaction: a register takes its time.
 */
type CheckProtection = (ctx: Context) => Promise<Actor>

/** What sending needs. */
export type SubmitPorts = {
  readonly readFacts: ReadFacts
  readonly checkProtection: CheckProtection
  /**
   * Whether those who are to sign besides the actor can be asked to: none of them is protected, nor the actor, and the register answers about all. Never
   * inside a transaction.
   */
  readonly checkParties: (ctx: Context, parties: readonly NamedParty[]) => Promise<'fine' | 'not-fetched'>
  /** Whether the sender has shown who they are so lately that they may change where notices go. */
  readonly mayMoveNotices: (ctx: Context) => Promise<boolean>
  /** Keeps, for a while, new contact details whose owner has to show first who they are. Answers where they do that; undefined when nothing could be kept. */
  readonly holdDetails: (ctx: Context, details: KeptDetails) => Promise<string | undefined>
}

/** What the pages of cases need from elsewhere; wired in `composition.ts`. */
export type CasePorts = Pick<DraftPorts, 'afterSessionEnd'> &
  SubmitPorts & {
    /** When the browser's session has ended: keeps what was posted for the same person, and leads to the login and back to the page, which shows it. */
    readonly keepTyped: (ctx: Context, request: RequestFacts, form: PostedForm) => Promise<Answer | undefined>
    readonly countUnreadMessages: CountUnreadMessages
  }
