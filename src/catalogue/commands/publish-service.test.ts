import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { anonymous, system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { findFilledInByName } from '../queries/find-service-by-name.ts'
import { getServiceVersion, getServiceVersions } from '../queries/get-service-version.ts'
import { aDefinition, aService } from '../testing/a-service.ts'
import { publishService } from './publish-service.ts'

const db = await testDatabase()
const asSystem = db.context({ actor: system })

test('only the system publishes', async () => {
  await expect(publishService(db.context({ actor: anonymous }), aDefinition())).rejects.toThrow('not-found')
})

test('publishes a new version only when something has changed', async () => {
  const events: Event[] = []
  const ctx = db.context({ actor: system, sink: async (_ctx, _tx, happened) => void events.push(...happened) })
  const first = await aService(ctx, { shortName: 'samma' })
  const again = await aService(ctx, { shortName: 'samma' })
  const changed = await aService(ctx, { shortName: 'samma', title: { sv: 'Ändrad' } })

  expect(again.versionId).toBe(first.versionId)
  expect(changed.versionId).not.toBe(first.versionId)
  expect(changed.serviceId).toBe(first.serviceId)
  expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
    { type: 'service.published', data: { versionId: first.versionId, number: 1, drafts: 'finish' } },
    { type: 'service.published', data: { versionId: changed.versionId, number: 2, drafts: 'finish' } },
  ])
  expect((await findFilledInByName(db.context(), 'samma'))?.versionId).toBe(changed.versionId)
  expect((await getServiceVersion(db.context(), first.versionId)).definition.title.sv).toBe('Provtjänst')
})

test('publishes once when several processes start at once', async () => {
  await aService(asSystem)
  const all = await Promise.all(
    Array.from({ length: 8 }, async () => await publishService(asSystem, aDefinition({ shortName: 'samtidigt' }))),
  )
  expect(all.filter((result) => result.ok && result.value.isNew)).toHaveLength(1)
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from catalogue.service_version v join catalogue.service s using (tenant_id, service_id)
     where s.short_name = 'samtidigt'`,
  )
  expect(row?.count).toBe(1)
})

test('refuses what is not right, and says where', async () => {
  const invalid = await publishService(asSystem, aDefinition({ title: {} }))
  expect(!invalid.ok && invalid.error.kind === 'invalid' && invalid.error.problems).toContain('title.sv')
  const homeless = await publishService(asSystem, aDefinition({ category: 'finns-inte' }))
  expect(homeless).toEqual({ ok: false, error: { kind: 'unknown-category', category: 'finns-inte' } })
})

test.each([
  ['update', sql`update catalogue.service_version set definition = '{}'`],
  ['delete', sql`delete from catalogue.service_version`],
])('nobody can %s a published version, not even the program itself', async (_what, statement) => {
  await aService(asSystem)
  await expect(inTransaction(asSystem, async (tx) => await statement.execute(tx.db))).rejects.toThrow(
    'permission denied',
  )
})

test('no municipality sees the services of another, also after they have been read', async () => {
  const own = await aService(asSystem, { shortName: 'bara-har' })
  await getServiceVersion(db.context(), own.versionId)
  const other = db.context({ tenant: testTenants.nordby })
  expect(await findFilledInByName(other, 'bara-har')).toBeUndefined()
  await expect(getServiceVersion(other, own.versionId)).rejects.toThrow('not-found')
  expect((await getServiceVersions(other, [own.versionId])).size).toBe(0)
})
