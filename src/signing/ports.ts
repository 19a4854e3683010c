import type { ReadFacts } from '../drafts/public.ts'
import type { FindPartner, IdentityPorts } from '../identity/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { CompleteApplication, Completed } from './model.ts'

/** Makes a case of what all have signed, in the transaction given, in role `system`; `ctx` acts as whoever signed last. */
export type Complete = (ctx: Context, tx: Transaction, given: CompleteApplication) => Promise<Completed>

/** What putting a signature needs of others. */
export type FinishPorts = {
  readonly complete: Complete
  /** Where a sent draft leads the actor: its case or its receipt. */
  readonly findSent: (ctx: Context, draft: string) => Promise<string | undefined>
}

/** How apps are reached. */
export type MethodPorts = {
  readonly findPartner: FindPartner
  /** The origin of this machine's simulators; undefined where there are none. */
  readonly simulators: string | undefined
}

/** What signing needs from elsewhere; wired in `composition.ts`. */
export type SigningPorts = FinishPorts &
  MethodPorts & {
    readonly readFacts: ReadFacts
    readonly identity: Pick<IdentityPorts, 'methods' | 'signing' | 'cookies' | 'registers'>
  }
