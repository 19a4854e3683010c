import { dayIn } from '../../platform/clock.ts'
import { getTenant, resolveSimulated } from '../../tenants/public.ts'
import { navetRegister } from './navet.ts'
import type { PopulationRegisters } from './population-register.ts'

/**
 * Each municipality's register, by its settings. `simulators` is the origin of this machine's simulators, undefined in production: there a
 * municipality whose register is a simulator gets no answers.
 */
export const municipalRegisters = ({
  simulators,
}: {
  readonly simulators: string | undefined
}): PopulationRegisters => ({
  async of(ctx) {
    const settings = (await getTenant(ctx)).populationRegister
    if (!settings) return undefined
    const address = resolveSimulated(settings.address, simulators)
    if (address === undefined) {
      ctx.log.error(
        { code: 'population-register-simulated' },
        'a simulator is set as population register where there are none',
      )
      return { lookUp: async () => ({ kind: 'unavailable' }) }
    }
    return navetRegister({
      ...settings,
      address,
      today: () => dayIn(ctx.tenant.timeZone, ctx.clock.now()),
      log: ctx.log,
    })
  },
})
