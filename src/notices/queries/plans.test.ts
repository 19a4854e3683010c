import { beforeAll, expect, test } from 'vitest'
import { aCitizen } from '../../drafts/testing/a-draft.ts'
import { system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { selectDue } from '../commands/claim-notices.ts'
import { selectPage } from './list-my-notices.ts'

const database = await testDatabase()
const ada = await aCitizen(database)

/** Twenty thousand letters of everybody, sent, and notices on Mina sidor, of which a handful are Ada's and one letter waits. */
beforeAll(async () => {
  await database.query(
    `insert into notices.notice (tenant_id, event_id, recipient_kind, recipient_id, channel, kind, subject_id, data, state, due_at, created_at)
     select $1, gen_random_uuid(), 'person', case when n % 5000 = 0 then $2::uuid else gen_random_uuid() end, channel,
       'draft-expiring', gen_random_uuid(), '{}', case when n = 1 and channel = 'email' then 'waiting' else 'sent' end, now(), now()
     from generate_series(1, 20000) n, unnest(array['my-pages', 'email']) channel`,
    [testTenants.exempelkoping, ada.id],
  )
  await database.query('analyze notices.notice')
})

test('a person’s notices are read from their index, as the citizen’s role', async () => {
  const ctx = database.context({ actor: ada })
  const plan = await inTransaction(ctx, async (tx) => await selectPage(ctx, tx, { person: ada.id, page: 1 }).explain())
  expect(JSON.stringify(plan)).toContain('notice_of_recipient')
  expect(JSON.stringify(plan)).not.toContain('Seq Scan')
})

test('what is due is found among what waits, not among all that was ever sent', async () => {
  const ctx = database.context({ actor: system })
  const plan = await inTransaction(ctx, async (tx) => await selectDue(ctx, tx, { limit: 5 }).explain())
  expect(JSON.stringify(plan)).toContain('notice_waiting')
  expect(JSON.stringify(plan)).not.toContain('Seq Scan')
})
