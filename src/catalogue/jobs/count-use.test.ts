import { expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { listPopular } from '../queries/list-services.ts'
import { aService } from '../testing/a-service.ts'
import { countUse } from './count-use.ts'

test('what is used now is noted, what has gone out of use is forgotten, and the other municipality is left alone', async () => {
  const database = await testDatabase()
  const ctx = database.context({ actor: system })
  const more = await aService(ctx, { shortName: 'mer' })
  const less = await aService(ctx, { shortName: 'mindre' })
  await aService(database.context({ actor: system, tenant: testTenants.nordby }), { shortName: 'mer' })
  const noted = () =>
    database.query('select short_name, submissions::int from catalogue.service order by tenant_id, short_name')

  await countUse(
    async () =>
      new Map([
        [more.serviceId, 3],
        [less.serviceId, 1],
      ]),
  ).perform(ctx)
  expect(await noted()).toEqual([
    { short_name: 'mer', submissions: 3 },
    { short_name: 'mindre', submissions: 1 },
    { short_name: 'mer', submissions: 0 },
  ])
  expect((await listPopular(database.context(), 1)).map(({ shortName }) => shortName)).toEqual(['mer'])

  await countUse(async () => new Map([[less.serviceId, 2]])).perform(ctx)
  expect((await noted()).slice(0, 2)).toEqual([
    { short_name: 'mer', submissions: 0 },
    { short_name: 'mindre', submissions: 2 },
  ])
})
