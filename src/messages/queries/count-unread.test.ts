import { expect, test } from 'vitest'
import { aCase, aHandler } from '../../cases/testing/a-case.ts'
import { aCitizen } from '../../drafts/testing/a-draft.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { readerOf } from '../reader.ts'
import { selectUnread } from './count-unread.ts'

const database = await testDatabase()

test('counting is a matter of the cases asked for, for both roles, however many messages there are', async () => {
  const ada = database.context({ actor: await aCitizen(database) })
  const hugo = database.context({ actor: await aHandler(database) })
  const cases = [await aCase(ada), await aCase(ada)]
  await database.query(
    `insert into messages.message (tenant_id, case_id, message_id, sender, staff_id, text, sent_at)
     select $1, $2, gen_random_uuid(), 'staff', $3, 'Hej', now() from generate_series(1, 20000)`,
    [ada.tenant.id, cases[1]?.caseId, readerOf(hugo.actor).id],
  )
  await database.query('analyze messages.message')
  for (const ctx of [ada, hugo]) {
    const asked = { reader: readerOf(ctx.actor), caseIds: [cases[0]?.caseId ?? ''] }
    const plan = JSON.stringify(await inTransaction(ctx, async (tx) => await selectUnread(ctx, tx, asked).explain()))
    expect(plan).toContain('message_pkey')
    expect(plan).not.toContain('Seq Scan on message ')
  }
})
