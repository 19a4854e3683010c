import { mayNameOthers, type PopulationRegisters, type SetLimit } from '../../people/public.ts'
import type { Context } from '../../platform/context.ts'
import type { NamedParty } from '../model.ts'

/**
 * Asks, before anybody is invited, whether all of an application may go on: with protected identity of the applicant or of anybody named, or with a
 * register that fails, it may not, and which of them it was can't be told by words or time (B1.4). Never inside a transaction.
 */
export async function checkParties(
  ctx: Context,
  registers: PopulationRegisters,
  { parties, setLimit }: { readonly parties: readonly NamedParty[]; readonly setLimit?: SetLimit },
): Promise<'fine' | 'not-fetched'> {
  if (parties.length === 0) return 'fine'
  const numbers = parties.flatMap(({ identity }) => ('number' in identity ? [identity.number] : []))
  const may = await mayNameOthers(ctx, registers, { numbers, ...(setLimit && { setLimit }) })
  return may ? 'fine' : 'not-fetched'
}
