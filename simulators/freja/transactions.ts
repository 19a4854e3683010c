import { randomBytes } from 'node:crypto'
import type { HubPerson } from '../eid-hub/persons.ts'

/** Milliseconds after its end at which a transaction is no longer known at all. */
const timeToForget = 480_000

export type Status = 'STARTED' | 'DELIVERED_TO_MOBILE' | 'CANCELED' | 'RP_CANCELED' | 'EXPIRED' | 'APPROVED'

/** What somebody is to sign, and who: nobody else can. */
export type ToSign = {
  readonly signer: HubPerson
  /** As the relying party has sent it. */
  readonly userInfo: string
  readonly title: string
  readonly text: string
  /** Base64, not shown. */
  readonly binaryData: string
}

/** An authentication, or with `toSign` a signature, as the relying party has asked for it. */
export type Order = {
  readonly attributes: readonly string[]
  readonly minRegistrationLevel: string
  readonly relyingPartyId: string | undefined
  /** Milliseconds that a person has to approve. */
  readonly timeToApprove: number
  readonly toSign: ToSign | undefined
}

/** An authentication or signature on its way. */
export type Transaction = Order & {
  readonly reference: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly status: Status
  /** Who has approved. */
  readonly person: HubPerson | undefined
}

/** All authentications and signatures; they don't outlive the process. */
export type Transactions = ReturnType<typeof keepTransactions>

/** Keeps authentications and signatures by a clock in milliseconds since 1970. */
export function keepTransactions(now: () => number) {
  const kept = new Map<string, Transaction>()

  const find = (reference: string): Transaction | undefined => {
    const found = kept.get(reference)
    const age = found ? now() - found.startedAt : 0
    if (!found || age > found.timeToApprove + timeToForget) return undefined
    return isWaiting(found) && age > found.timeToApprove ? { ...found, status: 'EXPIRED' } : found
  }

  /** Changes one that is waiting; answers false for any other. */
  const change = (reference: string, to: Partial<Pick<Transaction, 'status' | 'person' | 'startedAt'>>): boolean => {
    const found = find(reference)
    if (!found || !isWaiting(found)) return false
    kept.set(reference, { ...found, ...to })
    return true
  }

  return {
    find,
    start(order: Order): Transaction {
      const reference = randomBytes(48).toString('base64url')
      const started = { ...order, reference, startedAt: now(), status: 'STARTED', person: undefined } as const
      kept.set(reference, started)
      return started
    },
    /** Those that somebody may still approve, newest first. */
    listWaiting: (): readonly Transaction[] =>
      [...kept.keys()]
        .map(find)
        .filter((found) => found !== undefined)
        .filter(isWaiting)
        .reverse(),
    deliver: (reference: string): boolean => change(reference, { status: 'DELIVERED_TO_MOBILE' }),
    approve: (reference: string, person: HubPerson): boolean => change(reference, { status: 'APPROVED', person }),
    decline: (reference: string): boolean => change(reference, { status: 'CANCELED' }),
    cancel: (reference: string): boolean => change(reference, { status: 'RP_CANCELED' }),
    /** Makes one that is waiting so many milliseconds older. */
    age: (reference: string, milliseconds: number): boolean => {
      const found = find(reference)
      return found !== undefined && change(reference, { startedAt: found.startedAt - milliseconds })
    },
  }
}

const isWaiting = ({ status }: Transaction): boolean => status === 'STARTED' || status === 'DELIVERED_TO_MOBILE'
