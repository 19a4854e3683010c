import type { DraftPorts, ReadFacts } from '../drafts/public.ts'
import type { Context } from '../platform/context.ts'

/** How many messages of some cases the reader has not read, by case; told by a later domain. */
export type CountUnreadMessages = (ctx: Context, caseIds: readonly string[]) => Promise<ReadonlyMap<string, number>>

/** What the pages of cases need from elsewhere; wired in `composition.ts`. */
export type CasePorts = Pick<DraftPorts, 'afterSessionEnd'> & {
  readonly readFacts: ReadFacts
  readonly countUnreadMessages: CountUnreadMessages
}
