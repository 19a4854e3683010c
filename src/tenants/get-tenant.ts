import type { Kysely } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database/schema.ts'
import { notFound } from '../platform/errors.ts'
import { type TenantDirectory, tenantDirectory } from './directory.ts'
import type { Tenant } from './tenant.ts'

const directories = new WeakMap<Kysely<Database>, TenantDirectory>()

/** The directory of a database; one for each, since it keeps what it has read for some seconds. */
export function directoryOf(ctx: Pick<Context, 'db' | 'clock'>): TenantDirectory {
  const known = directories.get(ctx.db)
  if (known) return known
  const made = tenantDirectory(ctx.db, ctx.clock)
  directories.set(ctx.db, made)
  return made
}

/** The municipality that the context belongs to, with its settings. Throws `not-found`. */
export async function getTenant(ctx: Context): Promise<Tenant> {
  const tenant = await directoryOf(ctx).find(ctx.tenant.id)
  if (!tenant) throw notFound()
  return tenant
}
