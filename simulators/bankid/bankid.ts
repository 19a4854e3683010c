import type { Route } from '../http/exchange.ts'
import { bankIdApp } from './app.ts'
import { bankIdClock } from './clock.ts'
import type { FaultMode } from './faults.ts'
import { bankIdInterface } from './interface.ts'
import { openOrders } from './orders.ts'
import { bankIdPhone } from './phone.ts'
import type { SignatureMode } from './signing/modes.ts'
import type { BankIdSigning } from './signing/signing.ts'
import { switchOf } from './switch.ts'

/** BankID: `partner` is what a relying party reaches with a client certificate, `app` what everybody reaches. */
export function createBankId(sign: BankIdSigning): { readonly partner: Route[]; readonly app: Route[] } {
  const clock = bankIdClock()
  const faults = switchOf<FaultMode>('ok')
  const signatures = switchOf<SignatureMode>('ok')
  const orders = openOrders(clock)
  return {
    partner: bankIdInterface({ orders, clock, faults, sign, signatures }),
    app: [...bankIdApp(orders), ...bankIdPhone({ orders, clock, faults, signatures })],
  }
}
