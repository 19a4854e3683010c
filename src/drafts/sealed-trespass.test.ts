import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, anonymous, system } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { inReading, inTransaction } from '../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { autosaveStep } from './commands/autosave-step.ts'
import { deleteDraft } from './commands/delete-draft.ts'
import { finishUpload } from './commands/finish-upload.ts'
import { giveAccess } from './commands/give-access.ts'
import { keepPartyAnswers } from './commands/keep-party-answers.ts'
import { moveDraft } from './commands/move-draft.ts'
import { removeFile } from './commands/remove-file.ts'
import { reopenDraft } from './commands/reopen-draft.ts'
import { saveStep } from './commands/save-step.ts'
import { startUpload } from './commands/start-upload.ts'
import { takeAccess } from './commands/take-access.ts'
import { takeDraft } from './commands/take-draft.ts'
import { findUpload } from './queries/find-upload.ts'
import { getDraft } from './queries/get-draft.ts'
import { getDraftService } from './queries/get-draft-service.ts'
import { listMyDrafts } from './queries/list-my-drafts.ts'
import { openFilePicture } from './queries/open-file-picture.ts'
import { openSealedFile } from './queries/open-sealed-file.ts'
import { readPartyAnswers } from './queries/read-party-answers.ts'
import { readSealed } from './queries/read-sealed.ts'
import { usedBytes } from './queries/used-bytes.ts'
import { aCitizen, aPost, aStaffMember, aVisitor, someFacts } from './testing/a-draft.ts'
import { aSealedDraft, asProgram, sealAsItStands } from './testing/a-sealed-draft.ts'

const database = await testDatabase()
const ada = await aCitizen(database)
const bo = await aCitizen(database)
const cecilia = await aCitizen(database)
const ctx = database.context({ actor: ada })
const asBo = database.context({ actor: bo })
const bytes = Buffer.from('%PDF-1.7\nett intyg\n%%EOF')
const party = randomUUID()

const aDraftForBo = async () => await aSealedDraft(ctx, { file: { name: 'intyg.pdf', bytes }, named: [bo] })
const draft = await aDraftForBo()
const upload = randomUUID()
await database.query(
  `insert into private_space.upload (tenant_id, draft_id, upload_id, length, sealed, created_at) values ($1, $2, $3, 9, '', now())`,
  [testTenants.exempelkoping, draft, upload],
)
const theFile = async () =>
  (await inReading(ctx, async (tx) => await readSealed(ctx, tx, draft))).files[0]?.fileId ?? ''
const file = await theFile()

const spaces = ['key', 'content', 'file', 'upload', 'upload_part', 'sealed_copy', 'signature', 'party_answers'] as const

/** Rows of a draft that an actor sees; `refused` when they have no right to look at all. */
async function visible(as: Context, table: string, id: string): Promise<number | 'refused'> {
  try {
    return await inTransaction(as, async ({ db }) => {
      const { rows } = await sql<{ tenant_id: string }>`
        select tenant_id from ${sql.table(table)} where draft_id = ${id}`.execute(db)
      return rows.length
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused'
    throw error
  }
}

const visibleIn = async (as: Context, id: string) =>
  Object.fromEntries(
    await Promise.all(
      ['drafts.draft', ...spaces.map((table) => `private_space.${table}`)].map(
        async (table) => [table.split('.')[1], await visible(as, table, id)] as const,
      ),
    ),
  )

const nothing = {
  draft: 0,
  key: 0,
  content: 0,
  file: 0,
  upload: 0,
  upload_part: 0,
  sealed_copy: 0,
  // The program gathers the signatures, and has no key to open them.
  signature: 'refused',
  party_answers: 0,
}

test('the named see the row, its key, files and copy, and neither content nor uploads', async () => {
  expect(await visibleIn(asBo, draft)).toEqual({ ...nothing, draft: 1, key: 1, file: 1, sealed_copy: 1 })
  expect(await visibleIn(ctx, draft)).toEqual({
    ...nothing,
    draft: 1,
    key: 1,
    content: 1,
    file: 1,
    upload: 1,
    sealed_copy: 1,
  })
})

test('opened again, and sent, it is out of the sight of the named', async () => {
  const id = await aDraftForBo()
  await inTransaction(ctx, async (tx) => await reopenDraft(ctx, tx, id))
  expect(await visibleIn(asBo, id)).toEqual(nothing)
  await expect(openSealedFile(asBo, id, file)).rejects.toMatchObject({ code: 'not-found' })
  await sealAsItStands(ctx, id)
  expect(await visibleIn(asBo, id)).toEqual({ ...nothing, draft: 1, key: 1, file: 1, sealed_copy: 1 })
  await database.query(`update drafts.draft set state = 'sent' where draft_id = $1`, [id])
  expect(await visibleIn(asBo, id)).toEqual(nothing)
})

test.each<readonly [string, Actor, string | undefined]>([
  ['another person', cecilia, undefined],
  ['a visitor', aVisitor(), undefined],
  ['a visitor without a cookie', anonymous, undefined],
  ['the named in the twin municipality', bo, testTenants.nordby],
])('%s sees nothing of it', async (_who, actor, tenant) => {
  const as = database.context({ actor, ...(tenant && { tenant }) })
  const seen = await visibleIn(as, draft)
  for (const [table, rows] of Object.entries(seen)) expect([table, rows === 'refused' ? 0 : rows]).toEqual([table, 0])
  await expect(inReading(as, async (tx) => await readSealed(as, tx, draft))).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(openSealedFile(as, draft, file)).rejects.toMatchObject({ code: 'not-found' })
})

test('neither staff nor the program read what is sealed', async () => {
  const staff = database.context({ actor: aStaffMember() })
  const program = database.context({ actor: system })
  for (const table of ['sealed_copy', 'signature', 'party_answers'])
    expect(await visible(staff, `private_space.${table}`, draft)).toBe('refused')
  for (const table of ['key', 'party_answers'])
    await expect(
      inReading(program, async ({ db }) => await sql`select * from ${sql.table(`private_space.${table}`)}`.execute(db)),
    ).rejects.toThrow('permission denied')
  // It opens the draft again when somebody is protected (0038): it knows which copy there is, and not what is in it.
  const read = inReading(
    program,
    async ({ db }) => await db.selectFrom('private_space.sealed_copy').select('sealed').execute(),
  )
  await expect(read).rejects.toThrow('permission denied')
})

test('the named and the owner open its files, and no file of another draft', async () => {
  for (const as of [ctx, asBo]) {
    const { body, ...facts } = await openSealedFile(as, draft, file)
    expect(facts).toEqual({
      questionId: 'bilagor',
      name: 'intyg.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
    })
    expect(await text(body)).toBe(bytes.toString())
  }
  const other = await aSealedDraft(ctx, { named: [bo] })
  await expect(openSealedFile(asBo, other, file)).rejects.toMatchObject({ code: 'not-found' })
})

test('nothing that is an owner’s is the named’s to do', async () => {
  const posted = aPost({ namn: 'x' })
  const attempts: readonly (() => Promise<unknown>)[] = [
    async () => await getDraft(asBo, draft),
    async () => await getDraftService(asBo, draft),
    async () => await saveStep(asBo, { draft, step: 'fragor', posted, by: 'button' }),
    async () => await autosaveStep(asBo, someFacts, { draft, step: 'fragor', posted }),
    async () => await removeFile(asBo, { draft, step: 'bilagor', fileId: file }),
    async () => await startUpload(asBo, { draft, questionId: 'bilagor', name: 'a.pdf', length: 1 }),
    async () => await findUpload(asBo, { draft, upload }),
    async () => await finishUpload(asBo, { draft, upload }),
    async () => await openFilePicture(asBo, { draft, file }),
    async () => await moveDraft(asBo, draft),
    async () => await deleteDraft(asBo, draft),
    async () => await inTransaction(asBo, async (tx) => await takeDraft(asBo, tx, draft)),
    async () => await inTransaction(asBo, async (tx) => await reopenDraft(asBo, tx, draft)),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'not-found' })
  expect(await listMyDrafts(asBo)).toEqual([])
  expect(await inReading(asBo, async (tx) => await usedBytes(asBo, tx))).toBe(0)
  expect(await getDraft(ctx, draft)).toMatchObject({ state: 'sealed' })
  expect(await inReading(ctx, async (tx) => await usedBytes(ctx, tx))).toBeGreaterThanOrEqual(bytes.length)
})

test('past all commands, the database lets the named change and remove nothing of it', async () => {
  const tables = [
    'drafts.draft',
    ...['key', 'content', 'file', 'upload', 'sealed_copy', 'party_answers'].map((name) => `private_space.${name}`),
  ]
  const changed = async (statement: ReturnType<typeof sql>) =>
    await inTransaction(asBo, async ({ db }) => Number((await statement.execute(db)).numAffectedRows)).catch(
      (error: unknown) => {
        expect(error).toMatchObject({ code: '42501' })
        return 0
      },
    )
  for (const table of tables) {
    expect(await changed(sql`update ${sql.table(table)} set tenant_id = tenant_id where draft_id = ${draft}`)).toBe(0)
    expect(await changed(sql`delete from ${sql.table(table)} where draft_id = ${draft}`)).toBe(0)
  }
  const access = sql`insert into drafts.access values (${ctx.tenant.id}, ${draft}, ${cecilia.id}, 'sign', now())`
  expect(await changed(access)).toBe(0)
  expect(await changed(sql`delete from drafts.access where draft_id = ${draft}`)).toBe(0)
  const copy = sql`insert into private_space.sealed_copy values (${ctx.tenant.id}, ${draft}, 2, '', now())`
  expect(await changed(copy)).toBe(0)
  expect(await visibleIn(asBo, draft)).toMatchObject({ draft: 1, key: 1, file: 1, sealed_copy: 1 })
})

test('neither owner nor named say who else may read: the program does', async () => {
  for (const as of [ctx, asBo]) {
    const given = { draft, person: cecilia.id }
    await expect(inTransaction(as, async (tx) => await giveAccess(as, tx, given))).rejects.toMatchObject({
      code: '42501',
    })
    await expect(inTransaction(as, async (tx) => await takeAccess(as, tx, draft))).rejects.toMatchObject({
      code: '42501',
    })
  }
})

test('what a party fills in is theirs alone, also against the owner', async () => {
  const id = await aSealedDraft(ctx, { named: [bo, cecilia] })
  const withKey = async <Value>(
    as: Context,
    work: (
      at: { draft: string; party: string; key: Uint8Array },
      tx: Parameters<Parameters<typeof inTransaction>[1]>[0],
    ) => Promise<Value>,
  ) =>
    await inTransaction(as, async (tx) => {
      const { key } = await readSealed(as, tx, id)
      return await work({ draft: id, party, key }, tx)
    })
  await withKey(asBo, async (at, tx) => await keepPartyAnswers(asBo, tx, { ...at, typed: { lon: '31 000' } }))
  for (const actor of [ada, cecilia]) {
    const as = database.context({ actor })
    expect(await withKey(as, async (at, tx) => await readPartyAnswers(as, tx, at))).toBeUndefined()
    expect(await visible(as, 'private_space.party_answers', id)).toBe(0)
    const overwrite = withKey(as, async (at, tx) => await keepPartyAnswers(as, tx, { ...at, typed: { lon: '0' } }))
    await expect(overwrite).rejects.toMatchObject({ code: '42501' })
  }
  expect(await withKey(asBo, async (at, tx) => await readPartyAnswers(asBo, tx, at))).toEqual({ lon: '31 000' })
})

test('access to one draft opens no other, and giving it twice is giving it once', async () => {
  const other = await aSealedDraft(ctx)
  expect(await visibleIn(asBo, other)).toEqual(nothing)
  await asProgram(ctx, async (tx, program) => {
    await giveAccess(program, tx, { draft: other, person: bo.id })
    await giveAccess(program, tx, { draft: other, person: bo.id })
  })
  expect(await visibleIn(asBo, other)).toMatchObject({ draft: 1, sealed_copy: 1 })
})
