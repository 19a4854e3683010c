import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { requireCitizen } from '../policy.ts'
import { findRequest } from '../request.ts'

/** Throws `not-found` for everybody who isn't one of those who were to sign a draft, whether they may read it now or not. */
export async function requireSigner(ctx: Context, draft: string): Promise<void> {
  const actor = requireCitizen(ctx.actor)
  const asSystem = actingAs(ctx, system)
  // Of what is open again the actor may see nothing; that they were to sign it they know.
  const request = await inReading(asSystem, async (tx) => await findRequest(asSystem, tx, draft))
  if (!request?.parties.some(({ personId }) => personId === actor.id)) throw notFound()
}
