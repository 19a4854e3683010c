import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { startClamd } from '../../../simulators/clamd/clamd.ts'
import { clamdScanner } from '../../files/public.ts'
import { eicar } from '../../files/testing/eicar.ts'
import { aPhoto } from '../../files/testing/pictures.ts'
import { filesIn } from '../../forms/questions/attachments/changes.ts'
import { StorageFull } from '../../platform/blobs/blob-store.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { quota } from '../limits.ts'
import { getDraft } from '../queries/get-draft.ts'
import { receiveFiles } from '../receive-files.ts'
import { aCitizen, aDraft } from '../testing/a-draft.ts'
import { addFiles } from './add-files.ts'
import { deleteDraft } from './delete-draft.ts'
import { removeFile } from './remove-file.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const step = 'bilagor'
const clamd = await startClamd({ mode: 'ok' })
const clamdAt = `tcp://127.0.0.1:${clamd.port}`
afterAll(() => clamd.stop())

const aPdf = (bytes = 20) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes)])

async function receive(
  draft: string,
  file: { readonly name?: string; readonly bytes?: Buffer; readonly field?: string },
  as = ctx,
) {
  const take = await receiveFiles(as, { draft, step })
  const { name = 'intyg.pdf', bytes = aPdf(), field = 'file.bilagor' } = file
  return await take({ field, name, bytes: Readable.from(bytes.length > 0 ? [bytes] : []) })
}

async function filesOf(draft: string) {
  const found = await getDraft(ctx, draft)
  const rows = await database.query('select file_id from private_space.file where draft_id = $1', [draft])
  const typed = found.state === 'open' ? filesIn(found.typed.bilagor) : []
  expect(rows).toHaveLength(typed.length)
  return typed
}

test('a file lies in its question, with its checksum', async () => {
  const { id } = await aDraft(ctx)
  const added = await addFiles(ctx, { draft: id, step, files: [await receive(id, {})] })
  expect(added).toEqual({ ok: true, value: [] })
  expect(await filesOf(id)).toEqual([
    expect.objectContaining({
      name: 'intyg.pdf',
      mediaType: 'application/pdf',
      size: 29,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    }),
  ])
})

test.each([
  [
    'a program renamed to .pdf',
    { name: 'intyg.pdf', bytes: Buffer.from('MZ\u0090\u0000'.padEnd(64, '\u0000')) },
    'forms.problem.file-kind',
  ],
  ['text renamed to .pdf', { name: 'intyg.pdf', bytes: Buffer.from('hej') }, 'forms.problem.file-kind'],
  ['an empty file', { bytes: Buffer.alloc(0) }, 'forms.problem.file-empty'],
  ['a file over the limit', { bytes: aPdf(10_000_001) }, 'forms.problem.file-size'],
])('%s is refused with a reason', async (_what, file, key) => {
  const { id } = await aDraft(ctx)
  const added = await addFiles(ctx, { draft: id, step, files: [await receive(id, file)] })
  expect(added).toMatchObject({ ok: true, value: [{ questionId: 'bilagor', key }] })
  expect(await filesOf(id)).toEqual([])
})

test('a picture lies there with its pixels, as it stands upright', async () => {
  const { id } = await aDraft(ctx)
  const bytes = await aPhoto('jpeg', { width: 640, height: 480 })
  await addFiles(ctx, { draft: id, step, files: [await receive(id, { name: 'foto.jpg', bytes })] })
  expect(await filesOf(id)).toMatchObject([{ name: 'foto.jpg', pixels: { width: 480, height: 640 } }])
})

test.each([
  ['a picture that is cut off', { bytes: (await aPhoto('jpeg')).subarray(0, 5_000) }, 'drafts.problem.file-unreadable'],
  ['a virus', { bytes: Buffer.concat([aPdf(), eicar]) }, 'drafts.problem.file-infected'],
])('%s is refused with a reason, and the draft stays as it was', async (_what, file, key) => {
  const { id } = await aDraft(ctx)
  const received = await receive(id, file, { ...ctx, scanner: clamdScanner(async () => clamdAt) })
  const added = await addFiles(ctx, { draft: id, step, files: [received] })
  expect(added).toMatchObject({ ok: true, value: [{ questionId: 'bilagor', key }] })
  expect(await filesOf(id)).toEqual([])
})

test('without an answer of the scanner, or room on the disk, a file waits outside: what lies in the draft stays', async () => {
  const { id } = await aDraft(ctx)
  await addFiles(ctx, { draft: id, step, files: [await receive(id, {})] })
  const full = async () => await Promise.reject(new StorageFull())
  const troubles = [
    [{ ...ctx, scanner: clamdScanner(async () => 'unix:///nowhere') }, 'drafts.problem.file-not-scanned'],
    [{ ...ctx, blobs: { ...ctx.blobs, write: full } }, 'drafts.problem.file-no-room'],
  ] as const
  for (const [as, key] of troubles) {
    const added = await addFiles(as, { draft: id, step, files: [await receive(id, {}, as)] })
    expect(added).toMatchObject({ ok: true, value: [{ key }] })
  }
  expect(await filesOf(id)).toHaveLength(1)
})

test('all open drafts of a person have one quota: neither two windows nor many files exceed it', async () => {
  const owner = database.context({ actor: await aCitizen(database) })
  const drafts = await Promise.all([aDraft(owner), aDraft(owner), aDraft(owner)])
  const [first, second, third] = drafts.map(({ id }) => id)
  if (!first || !second || !third) throw new Error('No drafts')
  await addFiles(owner, { draft: first, step, files: [await receive(first, {}, owner)] })
  // As if it had been large.
  await database.query(
    'update files.file set size = $1 where file_id in (select file_id from private_space.file where draft_id = $2)',
    [quota('person') - 1_000, first],
  )
  const small = { bytes: aPdf(600) }
  const files = await Promise.all([receive(second, small, owner), receive(third, small, owner)])
  const results = await Promise.all([
    addFiles(owner, { draft: second, step, files: files.slice(0, 1) }),
    addFiles(owner, { draft: third, step, files: files.slice(1) }),
  ])
  expect(results.flatMap((result) => (result.ok ? result.value : []))).toMatchObject([{ key: 'drafts.problem.quota' }])
  // No more is even stored.
  expect(await receive(second, { bytes: aPdf(5_000) }, owner)).toMatchObject({ stored: false, reason: 'quota' })
  await deleteDraft(owner, first)
  expect(await receive(second, { bytes: aPdf(5_000) }, owner)).toMatchObject({ stored: true })
})

test('two windows that each add the last file there is room for: one is told', async () => {
  const { id } = await aDraft(ctx)
  const files = await Promise.all([receive(id, {}), receive(id, {}), receive(id, {})])
  const results = await Promise.all(files.map(async (file) => await addFiles(ctx, { draft: id, step, files: [file] })))
  const problems = results.flatMap((result) => (result.ok ? result.value : []))
  expect(problems).toMatchObject([{ key: 'forms.problem.file-count' }])
  expect(await filesOf(id)).toHaveLength(2)
})

test('a file that was taken away is gone, and taking it away again does nothing', async () => {
  const { id } = await aDraft(ctx)
  await addFiles(ctx, { draft: id, step, files: [await receive(id, {}), await receive(id, { name: 'foto.pdf' })] })
  const [first] = await filesOf(id)
  await removeFile(ctx, { draft: id, step, fileId: first?.id ?? '' })
  await removeFile(ctx, { draft: id, step, fileId: first?.id ?? '' })
  expect(await filesOf(id)).toMatchObject([{ name: 'foto.pdf' }])
})

test('nobody stores a byte by way of a draft that is not theirs, or a field that is no question', async () => {
  const { id } = await aDraft(ctx)
  const bo = database.context({ actor: await aCitizen(database) })
  expect(await receive(id, {}, bo)).toMatchObject({ stored: false })
  expect(await receive(id, { field: 'file.namn' })).toMatchObject({ stored: false })
  await expect(addFiles(bo, { draft: id, step, files: [await receive(id, {})] })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(removeFile(bo, { draft: id, step, fileId: 'x' })).rejects.toMatchObject({ code: 'not-found' })
})
