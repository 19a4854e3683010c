import type { Logger } from 'pino'
import { bolagsverketRegister, type CompanyRegister, noCompanyRegister } from '../organisations/public.ts'
import type { Clock } from '../platform/clock.ts'
import type { Configuration } from '../platform/configuration/configuration.ts'

/** Where the simulators play Bolagsverket, below their origin, and the client that they know. */
const simulated = (origin: string) => ({
  url: `${origin}/company-register/vardefulla-datamangder/v1`,
  tokenUrl: `${origin}/company-register/oauth2/token`,
  clientId: 'handslag',
  clientSecret: 'bara-for-simulatorn',
})

/** The company register of the installation: Bolagsverket's, else the simulators', else none. */
export function companyRegister(
  { companyRegister, simulators }: Configuration,
  log: Logger,
  clock: Clock,
): CompanyRegister {
  const reached = companyRegister ?? (simulators && simulated(simulators))
  return reached ? bolagsverketRegister({ ...reached, now: () => clock.now().getTime(), log }) : noCompanyRegister
}
