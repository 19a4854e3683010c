import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'

/** The yardstick R in a process of its own. */
export type PlainServer = {
  /** Its address, without a slash at the end. */
  readonly origin: string
  readonly stop: () => void
}

export async function startPlainServer(): Promise<PlainServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'plain-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout, 'data')
  return { origin: `http://127.0.0.1:${String(port).trim()}`, stop: () => void child.kill() }
}

/**
 * The yardstick S: the bare SQL of a submission through `pg`, in tables without rules and on as many connections as senders: a case, three
 * outbox rows and an audit row, committed durably. Answers submissions a second.
 */
export async function bareSubmissionsASecond(
  address: string,
  { seconds, senders }: { readonly seconds: number; readonly senders: number },
): Promise<number> {
  const pool = new pg.Pool({ connectionString: address, max: senders })
  try {
    await pool.query(`create schema if not exists yardstick;
      create table if not exists yardstick.case (tenant_id uuid, case_id uuid, number text, status text, answers jsonb, at timestamptz, primary key (tenant_id, case_id));
      create table if not exists yardstick.outbox (tenant_id uuid, event_id uuid, recipient uuid, data jsonb, at timestamptz, primary key (tenant_id, event_id, recipient));
      create table if not exists yardstick.audit (tenant_id uuid, entry_id uuid, subject uuid, data jsonb, at timestamptz, primary key (tenant_id, entry_id))`)
    const until = performance.now() + seconds * 1000
    const counts = await Promise.all(Array.from({ length: senders }, async () => await submitUntil(pool, until)))
    return counts.reduce((sum, count) => sum + count, 0) / seconds
  } finally {
    await pool.end()
  }
}

async function submitUntil(pool: pg.Pool, until: number): Promise<number> {
  const tenant = '00000000-0000-7000-8000-000000000001'
  const data = JSON.stringify({ text: 'x'.repeat(300) })
  const client = await pool.connect()
  try {
    let count = 0
    for (; performance.now() < until; count++) {
      const id = crypto.randomUUID()
      await client.query('begin')
      await client.query('insert into yardstick.case values ($1, $2, $3, $4, $5, now())', [
        tenant,
        id,
        id,
        'inkommet',
        data,
      ])
      await client.query(
        'insert into yardstick.outbox select $1, $2, gen_random_uuid(), $3, now() from generate_series(1, 3)',
        [tenant, id, data],
      )
      await client.query('insert into yardstick.audit values ($1, gen_random_uuid(), $2, $3, now())', [
        tenant,
        id,
        data,
      ])
      await client.query('commit')
    }
    return count
  } finally {
    client.release()
  }
}
