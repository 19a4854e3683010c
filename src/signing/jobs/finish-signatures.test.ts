import { expect, test } from 'vitest'
import { endTransaction } from '../../identity/commands/end-transaction.ts'
import { insertTransaction } from '../../identity/insert-transaction.ts'
import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { named, numbers, signingStage } from '../testing/a-request.ts'
import { finishSignatures } from './finish-signatures.ts'

const stage = await signingStage()
const { database, completed, ports } = stage
const ada = stage.as(await stage.person(numbers.ada))
const bo = stage.as(await stage.person(numbers.bo))
const service = await stage.service()

type Line = Readonly<Record<string, unknown>>

/** Runs the job some minutes from now; answers what it logs at each level. */
async function run(after: number) {
  const logged = { error: [] as Line[], fatal: [] as Line[] }
  const now = later(new Date(), after)
  const ctx = stage.as(system, { now: () => now })
  const log: Context['log'] = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (line: unknown) => void logged.error.push(Object(line)),
    fatal: (line: unknown) => void logged.fatal.push(Object(line)),
  }
  await finishSignatures(ports).perform({ ...ctx, log })
  return logged
}

/** A transaction that signs and whose outcome nobody can read: sealed by another key, or changed. */
async function unreadable(): Promise<string> {
  const transaction = await aTransaction()
  await database.query(
    `update identity.eid_transaction set state = 'done', outcome_sealed = '\\x00', kept_sealed = null where transaction_id = $1`,
    [transaction],
  )
  return transaction
}

async function aTransaction(): Promise<string> {
  await insertTransaction(bo, {
    area: 'citizen',
    purpose: 'sign',
    returnTo: undefined,
    wish: undefined,
    columns: { state: 'started', method: 'bankid' },
  })
  const [row] = await database.query<{ id: string }>(
    'select transaction_id as id from identity.eid_transaction order by created_at desc limit 1',
  )
  if (!row) throw new Error('No transaction')
  return row.id
}

test('a hundred signatures that can’t be read don’t hold up one that can, and each wakes somebody at last', async () => {
  const broken = await unreadable()
  await database.query(
    `insert into identity.eid_transaction
       (tenant_id, transaction_id, area, purpose, state, method, browser_hash, created_at, expires_at, outcome_sealed)
     select tenant_id, gen_random_uuid(), area, purpose, state, method, sha256(n::text::bytea), created_at, expires_at, outcome_sealed
     from identity.eid_transaction, generate_series(1, 99) n where transaction_id = $1`,
    [broken],
  )
  const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1)] })
  await stage.sign(ada, draft)
  await stage.answer(bo, draft, 'Snickare')
  await endTransaction(bo, await aTransaction(), { outcome: await stage.signed(await stage.prepare(bo, draft)) })

  const first = await run(minutes(1))
  expect(first.error).toHaveLength(100)
  expect(completed).toEqual([])
  const second = await run(minutes(2))
  expect(completed.map((sent) => sent.draft)).toEqual([draft])
  expect(second.fatal).toEqual([])

  await database.query('delete from identity.eid_transaction where state = $1 and transaction_id != $2', [
    'done',
    broken,
  ])
  const runs: Awaited<ReturnType<typeof run>>[] = []
  for (const after of [3, 5, 9, 18, 40]) runs.push(await run(minutes(after)))
  const alarms = runs.flatMap(({ fatal }) => fatal).filter(({ transaction }) => transaction === broken)
  expect(alarms).toMatchObject([{ code: 'signing-stuck', attempts: 6 }])
})
