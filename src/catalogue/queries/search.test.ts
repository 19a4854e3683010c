import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { loadContent } from '../commands/load-content.ts'
import { aService } from '../testing/a-service.ts'
import { searchServices } from './list-services.ts'

const db = await testDatabase()
const content = join(import.meta.dirname, '../../../content')
const nordby = db.context({ tenant: testTenants.nordby })

beforeAll(async () => {
  await loadContent(db.context({ actor: system }), join(content, 'exempelkoping'))
  await loadContent(db.context({ actor: system, tenant: testTenants.nordby }), join(content, 'nordby'))
})

const found = async (search: string, ctx = db.context()) =>
  (await searchServices(ctx, search)).map(({ shortName }) => shortName)

describe('finds the right one first', () => {
  test.each([
    ['parkeringstillstånd', 'parkeringstillstand'],
    ['parkeringstillståndet', 'parkeringstillstand'],
    ['parkeringstillstånden', 'parkeringstillstand'],
    ['parkeringstilstånd', 'parkeringstillstand'],
    ['parkerings tillstånd', 'parkeringstillstand'],
    ['PARKERING', 'parkeringstillstand'],
    ['handikapparkering', 'parkeringstillstand'],
    ['handikappparkering', 'parkeringstillstand'],
    ['förnya tillstånd för rullstol', 'parkeringstillstand'],
    ['disabled parking permit', 'parkeringstillstand'],
    ['lampa trasig', 'felanmalan'],
    ['trasig gatulampa', 'felanmalan'],
    ['gatubelysningsstolpe', 'felanmalan'],
    ['lekplatsen', 'felanmalan'],
    ['felamälan', 'felanmalan'],
    ['broken street lamp', 'felanmalan'],
    ['klaga', 'synpunkt'],
    ['jag vill klaga på bemötandet', 'synpunkt'],
    ['synpunkter', 'synpunkt'],
    ['klagomal', 'synpunkt'],
    ['bygga altan', 'bygglov'],
    ['dagis', 'forskoleplats'],
    ['starta restaurang', 'livsmedelsanlaggning'],
    ['bidrag till klubb', 'foreningsbidrag'],
    ['se protokoll', 'allman-handling'],
  ])('%s', async (search, shortName) => {
    expect((await found(search))[0]).toBe(shortName)
  })
})

test.each(['xyzzy', 'och', '', "'; drop table", '%', '\\', 'simhall'])('finds nothing for "%s"', async (search) => {
  expect(await found(search)).toEqual([])
})

test('finds in the own municipality alone', async () => {
  expect(await found('parkeringstillstånd', nordby)).toEqual([])
  expect(await found('snöskottning', nordby)).toEqual(['snorojning'])
  expect(await found('snöskottning')).not.toContain('snorojning')
  const [own] = await searchServices(db.context(), 'klaga')
  const [theirs] = await searchServices(nordby, 'klaga')
  expect(own?.title.sv).toBe('Lämna synpunkt, klagomål eller beröm')
  expect(theirs?.title.sv).toBe('Säg vad du tycker till Nordby')
})

test('only the function itself gets past row-level security, and only those who read pages may call it', async () => {
  await expect(
    inTransaction(
      db.context({ actor: system }),
      async (tx) => await sql`select * from search.find_services('lampa')`.execute(tx.db),
    ),
  ).rejects.toThrow('permission denied')
  const [owner] = await db.query<{ rolname: string; rolcanlogin: boolean }>(
    `select rolname, rolcanlogin from pg_proc p join pg_roles r on r.oid = p.proowner where proname = 'find_services'`,
  )
  expect(owner).toEqual({ rolname: 'handslag_search', rolcanlogin: false })
})

describe('among thousands of services', () => {
  beforeAll(async () => {
    await aService(db.context({ actor: system }))
    await db.query(
      `insert into catalogue.category (tenant_id, name, title) values ($1, 'prov', '{"sv": "Prov"}') on conflict do nothing`,
      [testTenants.nordby],
    )
    // Words of random letters, so that they differ from each other as words of a language do.
    await db.query(
      `insert into catalogue.service (tenant_id, service_id, short_name, kind, category, listing, search_title, search_text, current_version_id)
       select v.tenant_id, gen_random_uuid(), 'tjanst-' || n, 'electronic', 'prov', '{}', '', words.text, v.version_id
       from generate_series(1, 1500) n,
         lateral (select string_agg(md5(n::text || w::text), ' ') as text from generate_series(1, 4) w) words,
         (select tenant_id, min(version_id::text)::uuid as version_id from catalogue.service_version group by tenant_id) v`,
    )
    await db.query('vacuum analyze catalogue.service')
  })

  test('the function reads the trigram index', async () => {
    const [body] = await db.query<{ text: string }>(
      `select pg_get_function_sqlbody(oid) as text from pg_proc where proname = 'find_services'`,
    )
    const query = body?.text
      .replace(/^BEGIN ATOMIC/, '')
      .replace(/;\s*END$/, '')
      .replaceAll('find_services.words', "'parkeringstillstand'")
    await db.query('begin')
    await db.query(`set local role handslag_search`)
    await db.query(
      `select set_config('handslag.tenant', $1, true), set_config('pg_trgm.word_similarity_threshold', '0.3', true)`,
      [testTenants.exempelkoping],
    )
    const plan = await db.query<{ 'QUERY PLAN': string }>(`explain ${query}`)
    await db.query('rollback')
    const text = plan.map((row) => row['QUERY PLAN']).join('\n')
    expect(text).toContain('Bitmap Index Scan on service_words')
    expect(text).not.toContain('Seq Scan')
  })

  test('the program reads the found rows by their key', async () => {
    const plan = await inTransaction(db.context(), async (tx) => {
      const explained = await sql<{ 'QUERY PLAN': string }>`explain
        select service.short_name from catalogue.service
        join search.find_services('parkeringstillstand') as found on found.service_id = service.service_id
        where service.tenant_id = ${testTenants.exempelkoping}`.execute(tx.db)
      return explained.rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('Function Scan on find_services')
    expect(plan).toContain('Index Scan')
    expect(plan).not.toContain('Seq Scan')
    expect((await found('parkeringstillståndet'))[0]).toBe('parkeringstillstand')
  })
})
