import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { system } from '../platform/actor.ts'
import { days, later } from '../platform/clock.ts'
import { sha256 } from '../platform/cryptography/sealing.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts'
import { insertFile, openFile } from './file.ts'
import { sweepOrphans } from './jobs/sweep-orphans.ts'
import { receiveInto } from './receive.ts'
import { storeOwnFile } from './store.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(300_000, 'canary-7c1e'),
])
const program = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(5_000)])

const limits = { maxBytes: 400_000, accepted: ['image/png', 'application/pdf'] }

const receive = (bytes: Buffer, name = 'bild.png', most = limits) =>
  receiveInto(
    database.context(),
    most,
  )({ field: 'file.x', name, bytes: Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]) })

async function collect(stream: AsyncIterable<Uint8Array>) {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

test('a file comes back as it was, and lies encrypted on the disk', async () => {
  const file = await receive(png)
  if (!file.stored) throw new Error(file.reason)
  expect(file).toMatchObject({ mediaType: 'image/png', size: png.length, sha256: sha256(png) })
  expect((await collect(await openFile(database.context(), file))).equals(png)).toBe(true)
  const stored = await readFile(join(database.blobFolder, file.blob.slice(0, 2), file.blob))
  expect(stored.includes('canary-7c1e')).toBe(false)
})

test.each([
  ['a program renamed to .pdf', program, 'intyg.pdf', 'wrong-type'],
  ['text called a picture', Buffer.from('inte en bild'), 'bild.png', 'unknown-type'],
  ['nothing at all', Buffer.alloc(0), 'tom.pdf', 'empty'],
  ['too much', Buffer.concat([png, png]), 'bild.png', 'too-large'],
] as const)('%s is refused, and leaves nothing behind', async (_what, bytes, name, reason) => {
  const before = await count()
  expect(await receive(bytes, name)).toEqual({ field: 'file.x', name, stored: false, reason })
  expect(await count()).toBe(before)
})

test('a refused file is read to its end, so that what comes after it in the form arrives', async () => {
  for (const bytes of [Buffer.concat([png, png]), Buffer.concat([program, png])]) {
    const chunks = Array.from({ length: 50 }, (_, n) => bytes.subarray(n * 12_000, (n + 1) * 12_000))
    const stream = Readable.from(chunks, { highWaterMark: 1 })
    await receiveInto(database.context(), limits)({ field: 'file.x', name: 'bild.png', bytes: stream })
    expect(stream.readableEnded).toBe(true)
  }
})

const count = async () => {
  const folders = await readdir(database.blobFolder)
  const files = await Promise.all(folders.map((folder) => readdir(join(database.blobFolder, folder))))
  return files.flat().length
}

test('an upload that is cut off leaves no file', async () => {
  const before = await count()
  const cut = Readable.from(
    (async function* () {
      yield png.subarray(0, 150_000)
      throw new Error('cut off')
    })(),
  )
  await expect(receiveInto(database.context(), limits)({ field: 'f', name: 'b.png', bytes: cut })).rejects.toThrow(
    'cut off',
  )
  expect(await count()).toBe(before)
})

test('files that nobody refers to are swept, after their grace and once; those in use stay', async () => {
  const ctx = database.context({ actor: system })
  const orphan = await storeOwnFile(ctx, { name: 'a.pdf', mediaType: 'application/pdf', bytes: Buffer.from('a') })
  const citizen = database.context()
  await inTransaction(citizen, (tx) => insertFile(citizen, tx, orphan))
  const rows = () => database.query('select 1 from files.file where file_id = $1', [orphan.fileId])

  await sweepOrphans.perform(ctx)
  expect(await rows()).toHaveLength(1)
  const tomorrow = database.context({ actor: system, clock: { now: () => later(new Date(), days(1)) } })
  await Promise.all([sweepOrphans.perform(tomorrow), sweepOrphans.perform(tomorrow)])
  expect(await rows()).toHaveLength(0)
  await expect(openFile(ctx, orphan)).rejects.toThrow(/No blob/)
})

test('a blob whose row was never written is swept by its age; one with a row stays', async () => {
  const ctx = database.context({ actor: system })
  const left = await storeOwnFile(ctx, { name: 'a.pdf', mediaType: 'application/pdf', bytes: Buffer.from('a') })
  await sweepOrphans.perform(ctx)
  await expect(collect(await openFile(ctx, left))).resolves.toEqual(Buffer.from('a'))
  const tomorrow = database.context({ actor: system, clock: { now: () => later(new Date(), days(1)) } })
  await sweepOrphans.perform(tomorrow)
  await expect(openFile(ctx, left)).rejects.toThrow(/No blob/)
})
