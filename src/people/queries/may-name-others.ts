import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { silentLog } from '../../platform/log.ts'
import { identityKey } from '../identities.ts'
import { answerAlike, realLimit, type SetLimit } from '../population-register/answer-alike.ts'
import type { PopulationRegister, PopulationRegisters } from '../population-register/population-register.ts'
import { lookUpLatest } from './consult-register.ts'
import { findPersonsByKeys } from './identity-keys.ts'

/**
 * Whether the logged-in person may involve others, by their numbers (12 digits), in something of theirs: nobody of them, nor they themselves, has
 * protected identity, by the population register or by what an earlier login said, and the register could be asked about everybody. A no always takes the same
 * time and is logged in the same words, whatever the reason (B1.4). A number that the register doesn't know is nobody's to hear of. Never inside a
 * transaction.
 */
export async function mayNameOthers(
  ctx: Context,
  registers: PopulationRegisters,
  { numbers, setLimit = realLimit }: { readonly numbers: readonly string[]; readonly setLimit?: SetLimit },
): Promise<boolean> {
  const may = await answerAlike({
    ask: async () => await ask(ctx, registers, numbers),
    isWhole: (answer) => answer,
    refusal: false,
    setLimit,
  })
  if (!may) ctx.log.info({ code: 'population-register-incomplete' }, 'not everybody could be told')
  return may
}

async function ask(ctx: Context, registers: PopulationRegisters, numbers: readonly string[]): Promise<boolean> {
  const { actor } = ctx
  // The register's own faults would tell whoever reads the log that it wasn't protection.
  const register = await registers.of({ ...ctx, log: silentLog })
  const isKnown = register ? await Promise.all(numbers.map(async (number) => await canBeTold(register, number))) : []
  const asSystem = actingAs(ctx, system)
  const keys = numbers.map((number) => identityKey(ctx, 'swedish-number', number))
  const held = await inReading(asSystem, async (tx) => await findPersonsByKeys(asSystem, tx, keys))
  return (
    actor.kind === 'citizen' &&
    !actor.protectedIdentity &&
    isKnown.every(Boolean) &&
    [...held.values()].every(({ protectedIdentity }) => !protectedIdentity)
  )
}

async function canBeTold(register: PopulationRegister, number: string): Promise<boolean> {
  const { kind } = await lookUpLatest(register, number)
  return kind === 'found' || kind === 'not-found'
}
