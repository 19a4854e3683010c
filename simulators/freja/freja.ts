import type { Route } from '../http/exchange.ts'
import { createFrejaApp, type FrejaClock } from './app-routes.ts'
import type { FrejaFaults } from './faults.ts'
import { createFrejaPartner } from './partner-routes.ts'
import type { FrejaSigning } from './signing.ts'
import { keepTransactions } from './transactions.ts'

/** Freja eID+: what relying parties reach by their certificates, and what persons have in their hands. */
export function createFreja(options: { readonly productPort: number; readonly signing: FrejaSigning }): {
  readonly partner: Route[]
  readonly app: Route[]
} {
  const faults: FrejaFaults = { mode: 'ok', code: 1000 }
  const clock: FrejaClock = { ahead: 0 }
  const now = () => Date.now() + clock.ahead * 1000
  const transactions = keepTransactions(now)
  return {
    partner: createFrejaPartner({ transactions, faults, signing: options.signing, now }),
    app: createFrejaApp({ transactions, faults, clock, productPort: options.productPort }),
  }
}
