import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { system } from '../actor.ts'
import { type TestDatabase, testDatabase, testTenants } from '../testing/database.ts'
import { findDatabaseFaults } from './assertions.ts'
import { inTransaction } from './transaction.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const citizen = {
  kind: 'citizen',
  id: '01930000-0000-7000-8000-00000000aaaa',
  sessionId: 's',
  protectedIdentity: false,
} as const

const settings = sql<{ role: string; tenant: string; person: string }>`
  select current_user as role, current_setting('handslag.tenant') as tenant, current_setting('handslag.person') as person`

test('the program finds nothing wrong with a migrated database', async () => {
  expect(await findDatabaseFaults(database.context().db)).toEqual([])
})

test('work is done in the role of the actor, with the municipality and the person set', async () => {
  const { rows } = await inTransaction(database.context({ actor: citizen }), async ({ db }) => settings.execute(db))
  expect(rows[0]).toEqual({ role: 'handslag_citizen', tenant: testTenants.exempelkoping, person: citizen.id })
})

test('nothing of an actor is left on the connection: the next sees no municipality, and asking is no error', async () => {
  const ctx = database.context({ actor: citizen })
  await Promise.all(Array.from({ length: 30 }, () => inTransaction(ctx, async ({ db }) => settings.execute(db))))
  const left = await sql<{
    tenant: string | null
    role: string
  }>`select nullif(current_setting('handslag.tenant', true), '') as tenant, current_user as role`.execute(ctx.db)
  expect(left.rows[0]).toEqual({ tenant: null, role: 'handslag_program' })
})

test("the program's login has no right of its own to any table", async () => {
  const { db } = database.context()
  await expect(sql`select tenant_id from cases.case`.execute(db)).rejects.toThrow(/permission denied/)
})

test('what follows from events is written as system in the same transaction, or not at all', async () => {
  const roles: string[] = []
  const ctx = database.context({
    actor: citizen,
    sink: async (_ctx, tx, events) => {
      const { rows } = await settings.execute(tx.db)
      roles.push(`${rows[0]?.role} ${events.map((event) => event.type).join()}`)
      await sql`insert into audit.entry values (platform.tenant(), gen_random_uuid(), now(), 'citizen', null, null, 'a', 'b', 'c', '{}')`.execute(
        tx.db,
      )
      if (roles.length > 1) throw new Error('the sink fails')
    },
  })
  const record = () =>
    inTransaction(ctx, async (tx) =>
      tx.record({
        type: 'session.ended',
        subject: citizen.id,
        data: { session: citizen.sessionId, area: 'citizen', method: 'region', level: 'loa3', how: 'logged-out' },
      }),
    )
  await record()
  await expect(record()).rejects.toThrow('the sink fails')
  expect(roles).toEqual(['handslag_system session.ended', 'handslag_system session.ended'])
  expect(await database.query('select 1 from audit.entry')).toHaveLength(1)
})

test('actor roles have no grant on the job queue', async () => {
  for (const role of ['handslag_citizen', 'handslag_staff', 'handslag_visitor']) {
    const rows = await database.query(`select has_schema_privilege('${role}', 'pgboss', 'usage') as may`)
    expect(rows).toEqual([{ may: false }])
  }
  const ctx = database.context({ actor: system })
  await inTransaction(ctx, async ({ db }) => sql`select 1 from pgboss.job limit 1`.execute(db))
})
