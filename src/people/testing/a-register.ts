import { createServer } from 'node:http'
import { createListener } from '../../../simulators/http/listener.ts'
import { type RegisterFaults, registerFaults } from '../../../simulators/population-register/faults.ts'
import { type RegisteredPerson, registeredPersons } from '../../../simulators/population-register/persons.ts'
import { createPopulationRegister } from '../../../simulators/population-register/routes.ts'
import { listenOnFreePort } from '../../../simulators/testing/ports.ts'
import { atEndOfFile } from '../../platform/testing/end-of-file.ts'
import { municipalRegisters } from '../population-register/municipal-registers.ts'
import { type NavetOptions, navetRegister } from '../population-register/navet.ts'
import type { PopulationRegister, PopulationRegisters } from '../population-register/population-register.ts'

/** A population register that answers over HTTP. */
export type RunningRegister = {
  readonly faults: RegisterFaults
  /** The register of a municipality, with other options than it usually has. */
  readonly register: (options?: Partial<NavetOptions>) => PopulationRegister
  /** The registers of all municipalities, by their settings. */
  readonly registers: PopulationRegisters
  /** Lines that were logged. */
  readonly logged: readonly unknown[]
}

/** The register's simulator for a test file, with the demonstration's people and some more, or others in their place. Gone after its last test. */
export async function aRegister(more: readonly RegisteredPerson[] = []): Promise<RunningRegister> {
  const faults = registerFaults()
  const server = createServer(createListener(createPopulationRegister([...more, ...registeredPersons], faults)))
  const origin = `http://localhost:${await listenOnFreePort(server)}`
  atEndOfFile(() => {
    server.close()
    server.closeAllConnections()
  })
  const logged: unknown[] = []
  const keep = (line: unknown) => void logged.push(line)
  return {
    faults,
    logged,
    registers: municipalRegisters({ simulators: origin }),
    register: (options = {}) =>
      navetRegister({
        address: `${origin}/population-register/na/na_epersondata/V4/personpostXML`,
        organisationNumber: '162021004748',
        orderId: '00000236-FO01-0001',
        today: () => '2026-11-21',
        log: { debug: keep, info: keep, warn: keep, error: keep, fatal: keep },
        ...options,
      }),
  }
}
