import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, anonymous, system } from '../platform/actor.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { actOnStep } from './commands/act-on-step.ts'
import { claimVisitorDrafts } from './commands/claim-visitor-drafts.ts'
import { markSent } from './commands/mark-sent.ts'
import { saveStep } from './commands/save-step.ts'
import { takeDraft } from './commands/take-draft.ts'
import { getDraft } from './queries/get-draft.ts'
import { receiveFiles } from './receive-files.ts'
import { aCitizen, aDraft, aPost, aStaffMember, aVisitor, someFacts } from './testing/a-draft.ts'

const database = await testDatabase()
const ada = await aCitizen(database)
const bo = await aCitizen(database)
const ctx = database.context({ actor: ada })
const tables = ['drafts.draft', 'private_space.key', 'private_space.content', 'private_space.file'] as const
const canary = 'kanariefågel-7f3a'

const pdf = Buffer.from(`%PDF-1.7\n${canary}\n%%EOF`)

/** A draft with the canary in an answer, in a file and in its name. */
async function aFullDraft(as = ctx) {
  const { id } = await aDraft(as)
  await saveStep(as, { draft: id, step: 'fragor', posted: aPost({ namn: canary }), by: 'button' })
  const receive = await receiveFiles(as, { draft: id, step: 'bilagor' })
  const file = await receive({ field: 'file.bilagor', name: `${canary}.pdf`, bytes: Readable.from([pdf]) })
  await actOnStep(as, someFacts, { draft: id, step: 'bilagor', posted: aPost({}), files: [file] })
  return id
}

const full = await aFullDraft()

async function visibleRows(actor: Actor, table: (typeof tables)[number], tenant?: string): Promise<number | 'refused'> {
  const as = database.context({ actor, ...(tenant ? { tenant } : {}) })
  try {
    return await inTransaction(as, async ({ db }) => {
      const { rows } = await sql<{
        count: number
      }>`select count(*) from (select * from ${sql.table(table)}) as r`.execute(db)
      return rows[0]?.count ?? 0
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused'
    throw error
  }
}

test('the owner sees their own rows', async () => {
  for (const table of tables) expect(await visibleRows(ada, table)).toBe(1)
})

test.each([
  ['another person', bo, undefined],
  ['another visitor', aVisitor(), undefined],
  ['a visitor without a cookie', anonymous, undefined],
  ['the same person in the twin municipality', ada, testTenants.nordby],
])('%s sees no row of any table of the private space', async (_who, actor, tenant) => {
  for (const table of tables) expect(await visibleRows(actor, table, tenant)).toBe(0)
})

test('staff have no right to any table of the private space', async () => {
  for (const table of tables) expect(await visibleRows(aStaffMember(), table)).toBe('refused')
})

test('the program sees metadata, and can read neither key nor content nor file', async () => {
  expect(await visibleRows(system, 'drafts.draft')).toBe(1)
  for (const table of tables.slice(1)) expect(await visibleRows(system, table)).toBe('refused')
})

test('what somebody typed, or a file of theirs, stands nowhere in the database or on disk in the clear', async () => {
  const found = await database.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const names = found.map(({ name }) => name)
  expect(names).toContain('private_space.content')
  const needles = [canary, Buffer.from(canary).toString('hex'), Buffer.from(canary).toString('base64').slice(0, 16)]
  for (const name of names) {
    const [schema, table] = name.split('.')
    const rows = await database.query<{ text: string }>(`select r::text as text from "${schema}"."${table}" as r`)
    for (const { text } of rows) for (const needle of needles) expect(text).not.toContain(needle)
  }
  for (const entry of await readdir(database.blobFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    expect((await readFile(join(entry.parentPath, entry.name))).includes(canary)).toBe(false)
  }
})

test('content moved to another draft, or a key to another row, does not open', async () => {
  const other = await aFullDraft()
  const move = async (table: string, column: string, from: string, to: string) =>
    await database.query(
      `update ${table} t set ${column} = s.${column} from ${table} s where t.draft_id = $1 and s.draft_id = $2`,
      [to, from],
    )
  await move('private_space.content', 'sealed', full, other)
  await expect(getDraft(ctx, other)).rejects.toThrow('authenticate')
  await move('private_space.key', 'wrapped', full, other)
  await expect(getDraft(ctx, other)).rejects.toThrow('authenticate')
  await database.query('delete from drafts.draft where draft_id = $1', [other])
})

test('a visitor’s draft goes, content and all, to the person they turn out to be', async () => {
  const visitor = aVisitor()
  const id = await aFullDraft(database.context({ actor: visitor }))
  const program = database.context({ actor: system })
  const claim = { visitorId: visitor.id ?? '', personId: bo.id }
  await inTransaction(program, async (tx) => await claimVisitorDrafts(program, tx, claim))
  expect(await getDraft(database.context({ actor: bo }), id)).toMatchObject({ typed: { namn: canary } })
  await expect(getDraft(database.context({ actor: visitor }), id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(inTransaction(ctx, async (tx) => await claimVisitorDrafts(ctx, tx, claim))).rejects.toMatchObject({
    code: 'not-found',
  })
  await database.query('delete from drafts.draft where draft_id = $1', [id])
})

test('of many submits at once one takes the draft, with its files and their keys; then nothing is left in it', async () => {
  const id = await aFullDraft()
  const submit = async () =>
    await inTransaction(ctx, async (tx) => {
      const taken = await takeDraft(ctx, tx, id)
      if (taken.state === 'open') await markSent(ctx, tx, id)
      return taken
    })
  const all = await Promise.all(Array.from({ length: 8 }, submit))
  const open = all.filter(({ state }) => state === 'open')
  expect(open).toEqual([
    expect.objectContaining({
      typed: expect.objectContaining({ namn: canary }),
      files: [expect.objectContaining({ questionId: 'bilagor', name: `${canary}.pdf`, size: pdf.length })],
    }),
  ])
  const [file] = open[0]?.state === 'open' ? open[0].files : []
  expect(file?.key).toHaveLength(32)
  for (const table of tables.slice(1)) {
    const rows = await database.query(`select draft_id from ${table} where draft_id = $1`, [id])
    expect(rows).toEqual([])
  }
  expect(await getDraft(ctx, id)).toMatchObject({ state: 'sent' })
  expect(await saveStep(ctx, { draft: id, step: 'fragor', posted: aPost({ namn: 'x' }), by: 'button' })).toEqual({
    ok: false,
    error: 'sent',
  })
})

test('nobody else can take a draft', async () => {
  const other = database.context({ actor: bo })
  await expect(inTransaction(other, async (tx) => await takeDraft(other, tx, full))).rejects.toMatchObject({
    code: 'not-found',
  })
})
