import { expect, test } from 'vitest'
import { anonymous, system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { listPopular } from '../queries/list-services.ts'
import { aService } from '../testing/a-service.ts'
import { countSubmissions } from './count-submissions.ts'

const db = await testDatabase()

test('the service that receives most cases comes first', async () => {
  const asSystem = db.context({ actor: system })
  await aService(asSystem, { shortName: 'mindre', title: { sv: 'A' } })
  const more = await aService(asSystem, { shortName: 'mer', title: { sv: 'B' } })
  expect((await listPopular(db.context(), 1)).map(({ shortName }) => shortName)).toEqual(['mindre'])

  const ctx = db.context({ actor: anonymous, sink: countSubmissions })
  await inTransaction(ctx, async ({ record }) => {
    const { serviceId, versionId } = more
    const data = { number: '2026-000001', serviceId, versionId, draftId: 'd', group: 'gata-park', sequence: 1 }
    record({ type: 'case.received', subject: 'case', data })
    record({ type: 'service.published', subject: serviceId, data: { versionId, number: 1 } })
  })

  expect((await listPopular(db.context(), 1)).map(({ shortName }) => shortName)).toEqual(['mer'])
  expect(await db.query('select short_name, submissions::int from catalogue.service order by short_name')).toEqual([
    { short_name: 'mer', submissions: 1 },
    { short_name: 'mindre', submissions: 0 },
  ])
})
