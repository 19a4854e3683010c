import { LRUCache } from 'lru-cache'
import type { LookUp, PopulationRegister, PopulationRegisters } from './population-register.ts'

/** Look-ups that are remembered at most; each is about a kilobyte. */
const most = 2_000

/** Milliseconds that an answer is remembered: as long as a page, its autosaves and the sending that follows. */
const answersLast = 60_000

/** Milliseconds that a failure is remembered, so that a register which is down doesn't hold up every autosave. */
const failuresLast = 10_000

/**
 * The same registers, whose answers are remembered in memory for a minute: a form that needs them asks at each step. Never for longer,
 * since a person may become protected, and not at login, which looks anew.
 */
export function rememberedLookUps(registers: PopulationRegisters): PopulationRegisters {
  const known = new LRUCache<string, Promise<LookUp>>({ max: most, ttl: answersLast })

  const remembering = (register: PopulationRegister, tenant: string): PopulationRegister => ({
    async lookUp(number) {
      const name = `${tenant} ${number}`
      const earlier = known.get(name)
      if (earlier) return await earlier
      const asking = register.lookUp(number)
      known.set(name, asking)
      const answer = await asking
      if (answer.kind === 'unavailable') known.set(name, asking, { ttl: failuresLast })
      return answer
    },
  })

  return {
    async of(ctx) {
      const register = await registers.of(ctx)
      return register && remembering(register, ctx.tenant.id)
    },
  }
}
