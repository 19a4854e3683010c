import type { Kysely } from 'kysely'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/schema.ts'
import { enterRole } from '../platform/database/transaction.ts'
import './tables.ts'
import { type Tenant, TenantSettings } from './tenant.ts'

/** For how long a change of a municipality's settings may go unseen by a process, in milliseconds. */
const freshFor = 10_000

/**
 * All municipalities of the installation, and which host leads to which. Looks across municipalities, as `system`; this and
 * nothing else does. Kept for some seconds, since every request asks.
 */
export type TenantDirectory = {
  readonly findByHost: (host: string) => Promise<Tenant | undefined>
  readonly find: (id: string) => Promise<Tenant | undefined>
  readonly list: () => Promise<readonly Tenant[]>
  /** The first of a municipality's hosts, for links in letters. */
  readonly mainHostOf: (id: string) => Promise<string | undefined>
}

type Snapshot = { readonly tenants: ReadonlyMap<string, Tenant>; readonly hosts: ReadonlyMap<string, string> }

/** Opens the directory above the program's database. */
export function tenantDirectory(db: Kysely<Database>, clock: Clock): TenantDirectory {
  let latest: Promise<Snapshot> | undefined
  let staleAt = 0

  const current = async (): Promise<Snapshot> => {
    const now = clock.now().getTime()
    if (latest && now < staleAt) return await latest
    staleAt = now + freshFor
    const reading = readAll(db)
    // A failed read is not kept: the next request asks again.
    reading.catch(() => {
      if (latest === reading) latest = undefined
    })
    latest = reading
    return await reading
  }

  return {
    findByHost: async (host) => {
      const { tenants, hosts } = await current()
      const id = hosts.get(host.toLowerCase())
      return id === undefined ? undefined : tenants.get(id)
    },
    find: async (id) => (await current()).tenants.get(id),
    list: async () => [...(await current()).tenants.values()],
    mainHostOf: async (id) => [...(await current()).hosts].find(([, tenant]) => tenant === id)?.[0],
  }
}

async function readAll(db: Kysely<Database>): Promise<Snapshot> {
  return await db.transaction().execute(async (tx) => {
    await enterRole(tx, '', { kind: 'system' })
    const tenants = await tx.selectFrom('tenants.tenant').select(['tenant_id', 'short_name', 'settings']).execute()
    const hosts = await tx.selectFrom('tenants.host').select(['tenant_id', 'host']).orderBy('position').execute()
    return {
      tenants: new Map(
        tenants.map((row) => [
          row.tenant_id,
          { ...TenantSettings.parse(row.settings), id: row.tenant_id, shortName: row.short_name },
        ]),
      ),
      hosts: new Map(hosts.map((row) => [row.host, row.tenant_id])),
    }
  })
}
