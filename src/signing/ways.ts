import { findOwnIdentity } from '../people/public.ts'
import type { Context } from '../platform/context.ts'
import { inReading } from '../platform/database/transaction.ts'
import { getTenant } from '../tenants/public.ts'
import { methodsFor } from './methods/signing-methods.ts'

/** A way to sign: its name for addresses and for people, and whether it is on somebody else's page. */
export type WayToSign = { readonly name: string; readonly title: string; readonly isElsewhere: boolean }

/** The ways that the logged-in person can sign by, in the municipality's order, and whose page those are on that are elsewhere. */
export async function waysToSign(
  ctx: Context,
): Promise<{ readonly ways: readonly WayToSign[]; readonly region: string }> {
  const tenant = await getTenant(ctx)
  const signer = await inReading(ctx, async (tx) => await findOwnIdentity(ctx, tx))
  return {
    ways: (signer ? methodsFor(tenant, signer) : []).map(({ name, title, kind }) => ({
      name,
      title: ctx.texts.pick(title),
      isElsewhere: kind === 'oidc' || kind === 'saml',
    })),
    region: tenant.region,
  }
}
