import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { silentLog } from '../../platform/log.ts'
import { identityKey } from '../identities.ts'
import { answerAlike, realLimit, type SetLimit } from '../population-register/answer-alike.ts'
import type { PopulationRegister, PopulationRegisters } from '../population-register/population-register.ts'
import { lookUpLatest } from './consult-register.ts'
import { findProtection } from './find-protection.ts'
import { findPersonsByKeys } from './identity-keys.ts'
import { listCurrentNumbers } from './list-current-numbers.ts'

type Involving = {
  /** 12 digits. */
  readonly numbers: readonly string[]
  /** Ids of those who are known. */
  readonly persons?: readonly string[]
  readonly setLimit?: SetLimit
}

/**
 * Whether the logged-in person may have something together with others: nobody of them, nor they themselves, has protected identity, by the population
 * register or by what an earlier login said, and the register could be asked about everybody, now and at their logins. A no always takes the same
 * time and is logged in the same words, whatever the reason (B1.4). A number that the register doesn't know is nobody's to hear of. Never inside a
 * transaction.
 */
export async function mayNameOthers(
  ctx: Context,
  registers: PopulationRegisters,
  { numbers, persons = [], setLimit = realLimit }: Involving,
): Promise<boolean> {
  const may = await answerAlike({
    ask: async () => await ask(ctx, registers, { numbers, persons }),
    isWhole: (answer) => answer,
    refusal: false,
    setLimit,
  })
  if (!may) ctx.log.info({ code: 'population-register-incomplete' }, 'not everybody could be told')
  return may
}

async function ask(
  ctx: Context,
  registers: PopulationRegisters,
  { numbers, persons }: Required<Pick<Involving, 'numbers' | 'persons'>>,
): Promise<boolean> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' || actor.protectedIdentity) return false
  const asSystem = actingAs(ctx, system)
  const { protection, own } = await inReading(asSystem, async (tx) => {
    const keys = numbers.map((number) => identityKey(ctx, 'swedish-number', number))
    const named = await findPersonsByKeys(asSystem, tx, keys)
    const known = [actor.id, ...persons]
    return {
      protection: await findProtection(asSystem, tx, [...known, ...[...named.values()].map(({ id }) => id)]),
      own: await listCurrentNumbers(asSystem, tx, known),
    }
  })
  // The register's own faults would tell whoever reads the log that it wasn't protection.
  const register = await registers.of({ ...ctx, log: silentLog })
  const all = [...new Set([...own, ...numbers])]
  const isKnown = register ? await Promise.all(all.map(async (number) => await canBeTold(register, number))) : []
  return protection === undefined && isKnown.every(Boolean)
}

async function canBeTold(register: PopulationRegister, number: string): Promise<boolean> {
  const { kind } = await lookUpLatest(register, number)
  return kind === 'found' || kind === 'not-found'
}
