import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/database.ts'
import { aService } from '../testing/a-service.ts'
import { listServicesOfGroups } from './list-services-of-groups.ts'

const database = await testDatabase()
const ctx = database.context()

test('finds services by their group, whether it is always the same or chosen by rule', async () => {
  const when = [{ if: { var: 'fler' }, group: 'utbildning' }]
  await aService(ctx, { shortName: 'alltid', group: 'gata-park' })
  await aService(ctx, { shortName: 'efter-svar', group: { when, otherwise: 'registrator' } })
  const of = async (...groups: readonly string[]) =>
    (await listServicesOfGroups(ctx, groups)).map(({ shortName }) => shortName).sort()

  expect(await of('gata-park')).toEqual(['alltid'])
  expect(await of('utbildning')).toEqual(['efter-svar'])
  expect(await of('registrator')).toEqual(['efter-svar'])
  expect(await of('registrator', 'gata-park')).toEqual(['alltid', 'efter-svar'])
  expect(await of('otherwise')).toEqual([])
  expect(await of()).toEqual([])
})
