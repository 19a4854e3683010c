import type { Route } from '../http/exchange.ts'
import { bankIdApp } from './app.ts'
import { bankIdClock } from './clock.ts'
import { bankIdFaults } from './faults.ts'
import { bankIdInterface } from './interface.ts'
import { openOrders } from './orders.ts'
import { bankIdPhone } from './phone.ts'

/** BankID: `partner` is what a relying party reaches with a client certificate, `app` what everybody reaches. */
export function createBankId(): { readonly partner: Route[]; readonly app: Route[] } {
  const clock = bankIdClock()
  const faults = bankIdFaults()
  const orders = openOrders(clock)
  return {
    partner: bankIdInterface(orders, faults),
    app: [...bankIdApp(orders), ...bankIdPhone(orders, clock, faults)],
  }
}
