import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { layoutOf } from './layout.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'
import { aDataFolder, anotherProgram, postmasterOf, started } from './testing/data-folder.ts'
import { quietLog } from './testing/quiet-log.ts'

const patience = 60_000

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/** Asks until PostgreSQL answers; a failed connection takes its time, so that this does not spin. */
async function eventually(url: string, sql: string): Promise<readonly unknown[]> {
  const until = Date.now() + 10_000
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return (await client.query(sql)).rows
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setImmediate(resolve))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

describe('the embedded PostgreSQL', { timeout: patience }, () => {
  it('starts on an empty folder within five seconds', async () => {
    // The best of three, since other tests keep the machine busy.
    const times: number[] = []
    while (times.length < 3 && times.every((time) => time >= 5_000)) {
      const begun = Date.now()
      await started(aDataFolder())
      times.push(Date.now() - begun)
    }
    expect(Math.min(...times)).toBeLessThan(5_000)
  })

  it('finds its data again, on the same port, and leaves no process', async () => {
    const folder = aDataFolder()
    const first = await startEmbeddedPostgres({ dataDirectory: folder, log: quietLog })
    expect(first.adopted).toBe(false)
    const before = await connected(first.ownerUrl)
    await before.query("create table letter as select 'Å' as sign")
    const running = postmasterOf(folder)
    await first.stop()
    expect(postmasterOf(folder)).toBeUndefined()
    expect(() => process.kill(running?.pid ?? 0, 0)).toThrow('ESRCH')

    const second = await started(folder)
    expect(second.ownerUrl).toBe(first.ownerUrl)
    const after = await connected(second.ownerUrl)
    expect((await after.query('select sign from letter')).rows).toEqual([{ sign: 'Å' }])
  })

  it('knows Swedish letters, writes durably and listens on the loopback alone', async () => {
    const client = await connected((await started(aDataFolder())).programUrl)
    const { rows } = await client.query(`select lower('ÅÄÖ') as lower, 'å' ~ '[[:alpha:]]' as letter,
      current_setting('server_encoding') as encoding, current_setting('synchronous_commit') as durable,
      current_setting('listen_addresses') as address, current_setting('password_encryption') as password,
      array(select x from unnest(array['ö', 'z', 'ä', 'å', 'o']) x order by x collate "sv-x-icu") as sorted`)
    expect(rows).toEqual([
      {
        lower: 'åäö',
        letter: true,
        encoding: 'UTF8',
        durable: 'on',
        address: '127.0.0.1',
        password: 'scram-sha-256',
        sorted: ['o', 'z', 'å', 'ä', 'ö'],
      },
    ])
  })

  it('gives the program a login that owns, bypasses, inherits and creates nothing, and the owner one that migrates', async () => {
    const postgres = await started(aDataFolder())
    const owner = await connected(postgres.ownerUrl)
    await owner.query('create role handslag_finder nologin bypassrls')
    await owner.query('create role handslag_citizen nologin')
    await owner.query('grant handslag_citizen to handslag_program')
    await owner.query('create schema search authorization handslag_owner')
    for (const name of ['pg_trgm', 'unaccent', 'btree_gin', 'btree_gist', 'fuzzystrmatch'])
      await owner.query(`create extension ${name}`)
    const rights =
      await owner.query(`select rolname as name, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb
      from pg_roles where rolname in ('handslag_owner', 'handslag_program') order by rolname`)
    expect(rights.rows).toEqual([
      {
        name: 'handslag_owner',
        rolsuper: false,
        rolbypassrls: true,
        rolinherit: true,
        rolcreaterole: true,
        rolcreatedb: false,
      },
      {
        name: 'handslag_program',
        rolsuper: false,
        rolbypassrls: false,
        rolinherit: false,
        rolcreaterole: false,
        rolcreatedb: false,
      },
    ])
    const program = await connected(postgres.programUrl)
    await expect(program.query('create table mine ()')).rejects.toMatchObject({ code: '42501' })
    await expect(program.query('create temporary table mine ()')).rejects.toMatchObject({ code: '42501' })
    await expect(program.query('create role another')).rejects.toMatchObject({ code: '42501' })
    await expect(program.query('set role handslag_owner')).rejects.toMatchObject({ code: '42501' })
    await expect(program.query('set role handslag_finder')).rejects.toMatchObject({ code: '42501' })
    await program.query('set role handslag_citizen')
  })

  it('keeps passwords to itself: the file is ours alone, and a wrong one is refused', async () => {
    const folder = aDataFolder()
    const { programUrl } = await started(folder)
    expect(statSync(layoutOf(folder).passwords).mode & 0o777).toBe(0o600)
    const wrong = new URL(programUrl)
    wrong.password = 'wrong'
    await expect(connected(wrong.href)).rejects.toMatchObject({ code: '28P01' })
  })

  it('writes nothing into its log that somebody typed', async () => {
    const folder = aDataFolder()
    const postgres = await started(folder)
    const owner = await connected(postgres.ownerUrl)
    await owner.query('create table answer (text text primary key, day date)')
    await owner.query("insert into answer values ('canary-one')")
    await expect(owner.query("insert into answer values ('canary-one')")).rejects.toMatchObject({ code: '23505' })
    await expect(owner.query('insert into answer (day) values ($1)', ['canary-two'])).rejects.toMatchObject({
      code: '22007',
    })
    const busy = await connected(postgres.ownerUrl)
    const { rows } = await busy.query<{ pid: number }>('select pg_backend_pid() as pid')
    const asleep = expect(busy.query("select 'canary-three', pg_sleep(60)")).rejects.toThrow()
    // The death of one of its processes is the one moment when PostgreSQL tells by itself what was running.
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    await asleep
    await eventually(postgres.ownerUrl, 'select 1')
    const logs = join(layoutOf(folder).cluster, 'log')
    const log = readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('')
    expect(log).toContain('signal 9')
    expect(log).not.toContain('canary')
  })

  it('adopts the PostgreSQL of a program that was killed, and then stops it', async () => {
    const folder = aDataFolder()
    const killed = await anotherProgram(folder)
    const orphan = postmasterOf(folder)
    await killed.end('SIGKILL')
    expect(postmasterOf(folder)).toEqual(orphan)
    const heir = await started(folder)
    expect(heir).toMatchObject({ adopted: true, programUrl: killed.programUrl })
    expect(postmasterOf(folder)).toEqual(orphan)
    await heir.stop()
    expect(postmasterOf(folder)).toBeUndefined()
  })

  it('is shared by two programs on one folder, and stopped by the one that started it', async () => {
    const folder = aDataFolder()
    const starter = await anotherProgram(folder)
    const second = await started(folder)
    expect(second).toMatchObject({ adopted: true, programUrl: starter.programUrl })
    await second.stop()
    expect(await eventually(second.programUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await starter.end('SIGTERM')
    expect(postmasterOf(folder)).toBeUndefined()
  })

  it('is started once by two programs that start at the same moment on an empty folder', async () => {
    const folder = aDataFolder()
    const both = await Promise.all([anotherProgram(folder), anotherProgram(folder)])
    expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true])
    expect(both[0].programUrl).toBe(both[1].programUrl)
  })

  it('comes back on the same port within ten seconds when it is killed, with what was committed', async () => {
    const folder = aDataFolder()
    const postgres = await started(folder)
    const client = await connected(postgres.ownerUrl)
    await client.query('create table kept as select 1 as one')
    const before = postmasterOf(folder)
    const broken = new Promise((resolve) => client.once('end', resolve))
    process.kill(before?.pid ?? 0, 'SIGKILL')
    await broken
    expect(await eventually(postgres.ownerUrl, 'select one from kept')).toEqual([{ one: 1 }])
    expect(postmasterOf(folder)?.port).toBe(before?.port)
    expect(postmasterOf(folder)?.pid).not.toBe(before?.pid)
    await postgres.stop()
    expect(postmasterOf(folder)).toBeUndefined()
  })

  it('is not hindered by a postmaster.pid whose number belongs to another process by now', async () => {
    const folder = aDataFolder()
    await (await started(folder)).stop()
    const { cluster } = layoutOf(folder)
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n`,
    )
    expect((await started(folder)).adopted).toBe(false)
  })

  it('waits for one that is stopping, and starts anew', async () => {
    const folder = aDataFolder()
    const killed = await anotherProgram(folder)
    await killed.end('SIGKILL')
    const orphan = postmasterOf(folder)
    process.kill(orphan?.pid ?? 0, 'SIGINT')
    const next = await started(folder)
    expect(await eventually(next.programUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.runIf(process.platform === 'linux')(
    'survives Ctrl-C in the terminal: it is in no process group of ours',
    async () => {
      const folder = aDataFolder()
      await started(folder)
      const group = readFileSync(`/proc/${postmasterOf(folder)?.pid}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ')[2]
      expect(group).toBe(String(postmasterOf(folder)?.pid))
    },
  )
})
