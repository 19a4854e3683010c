import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clamd, startClamd } from '../../simulators/clamd/clamd.ts'
import type { ScannerFaults } from '../../simulators/clamd/faults.ts'
import { system } from '../platform/actor.ts'
import { StorageFull } from '../platform/blobs/blob-store.ts'
import { days, later } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/cryptography/sealing.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts'
import { findThumbnail, insertFile, listUnchecked, openFile } from './file.ts'
import { sweepOrphans } from './jobs/sweep-orphans.ts'
import { receiveInto } from './receive.ts'
import { clamdScanner } from './scanning/clamd.ts'
import { storeOwnFile } from './store.ts'
import { eicar } from './testing/eicar.ts'
import { aPhoto, toldPlace } from './testing/pictures.ts'
import { type TestScanner, testScanner } from './testing/test-scanner.ts'
import { openThumbnail } from './thumbnails.ts'

let database: TestDatabase
const faults: ScannerFaults = { mode: 'ok' }
let clamd: Clamd
let scanner: TestScanner

beforeAll(async () => {
  database = await testDatabase()
  clamd = await startClamd(faults)
  scanner = await testScanner()
})
afterAll(async () => await Promise.all([clamd.stop(), scanner.stop()]))

/** A context of an installation with a virus scanner. */
const scanned = (address = scanner.address): Context => ({
  ...database.context(),
  scanner: clamdScanner(async () => address),
})

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'canary-7c1e')])
const program = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(5_000)])

const limits = { maxBytes: 400_000, accepted: ['image/jpeg', 'image/png', 'application/pdf'] }

type Given = { readonly name?: string; readonly ctx?: Context }

const receive = (bytes: Buffer, { name = 'intyg.pdf', ctx = database.context() }: Given = {}) =>
  receiveInto(ctx, limits)({ field: 'file.x', name, bytes: Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]) })

async function collect(stream: AsyncIterable<Uint8Array>) {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

test('a file comes back as it was, and lies encrypted on the disk', async () => {
  const file = await receive(pdf)
  if (!file.stored) throw new Error(file.reason)
  expect(file).toMatchObject({ mediaType: 'application/pdf', size: pdf.length, sha256: sha256(pdf) })
  expect((await collect(await openFile(database.context(), file))).equals(pdf)).toBe(true)
  const stored = await readFile(join(database.blobFolder, file.blob.slice(0, 2), file.blob))
  expect(stored.includes('canary-7c1e')).toBe(false)
})

test.each([
  ['a program renamed to .pdf', program, 'intyg.pdf', 'wrong-type'],
  ['text called a picture', Buffer.from('inte en bild'), 'bild.png', 'unknown-type'],
  ['nothing at all', Buffer.alloc(0), 'tom.pdf', 'empty'],
  ['too much', Buffer.concat([pdf, pdf]), 'lång.pdf', 'too-large'],
] as const)('%s is refused, and leaves nothing behind', async (_what, bytes, name, reason) => {
  const before = await count()
  expect(await receive(bytes, { name })).toEqual({ field: 'file.x', name, stored: false, reason })
  expect(await count()).toBe(before)
})

test('a refused file is read to its end, so that what comes after it in the form arrives', async () => {
  for (const bytes of [Buffer.concat([pdf, pdf]), Buffer.concat([program, pdf])]) {
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

test('a photo is kept without what it tells, and shown small and upright', async () => {
  const file = await receive(await aPhoto('jpeg', { width: 600, height: 400 }), { name: 'foto.jpg' })
  if (!file.stored || file.thumbnail === undefined) throw new Error('Not stored')
  const ctx = database.context()
  const kept = await collect(await openFile(ctx, file))
  expect([kept.includes(toldPlace), kept.length, sha256(kept)]).toEqual([false, file.size, file.sha256])
  // Taken with the camera on its side: measured as one sees it.
  expect(file.pixels).toEqual({ width: 400, height: 600 })
  const small = await collect(await openThumbnail(ctx, { ...file, thumbnail: file.thumbnail }))
  expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 128, height: 192 })
  const sealed = await readFile(join(database.blobFolder, file.thumbnail.slice(0, 2), file.thumbnail))
  expect(sealed.includes('WEBP')).toBe(false)
  await expect(collect(await openFile(ctx, { ...file, blob: file.thumbnail }))).rejects.toThrow()
})

test('a picture that nobody could open is refused, and leaves nothing behind', async () => {
  const before = await count()
  const whole = await aPhoto('png', { width: 200, height: 150 })
  const garbled = Buffer.from(whole)
  garbled.fill(0x55, garbled.indexOf('IDAT') + 20, garbled.indexOf('IDAT') + 2_000)
  for (const bytes of [whole.subarray(0, 5_000), garbled])
    expect(await receive(bytes)).toMatchObject({ stored: false, reason: 'unreadable' })
  expect(await count()).toBe(before)
})

test('with a scanner a file is clean or refused; without one it is marked as unchecked', async () => {
  const infected = Buffer.concat([pdf, eicar])
  expect(await receive(pdf, { ctx: scanned() })).toMatchObject({ stored: true, scan: 'clean' })
  const before = await count()
  expect(await receive(infected, { ctx: scanned() })).toMatchObject({ stored: false, reason: 'infected' })
  expect(await count()).toBe(before)

  const ctx = database.context()
  const file = await receive(infected)
  if (!file.stored) throw new Error(file.reason)
  await inTransaction(ctx, async (tx) => await insertFile(ctx, tx, file))
  const unchecked = await inTransaction(ctx, async (tx) => await listUnchecked(ctx, tx, [file.fileId]))
  expect([...unchecked]).toEqual([file.fileId])
})

test('what is dropped from a picture is scanned all the same', async () => {
  const photo = Buffer.concat([await aPhoto('jpeg'), eicar])
  expect(await receive(photo, { ctx: scanned() })).toMatchObject({ stored: false, reason: 'infected' })
})

test.each(['drop', 'limit'] as const)('nothing is taken while the scanner does not scan (%s)', async (mode) => {
  faults.mode = mode
  const before = await count()
  const ctx = scanned(`tcp://127.0.0.1:${clamd.port}`)
  expect(await receive(pdf, { ctx })).toMatchObject({ stored: false, reason: 'not-scanned' })
  expect(await count()).toBe(before)
  faults.mode = 'ok'
})

test('a full disk is a refusal, and the rest of the form arrives', async () => {
  const { blobs } = database.context()
  const full: Context['blobs'] = {
    ...blobs,
    write: async (_name, bytes) => {
      for await (const _frame of bytes) throw new StorageFull()
    },
  }
  const stream = Readable.from([pdf.subarray(0, 5_000), pdf.subarray(5_000)], { highWaterMark: 1 })
  const take = receiveInto({ ...database.context(), blobs: full }, limits)
  expect(await take({ field: 'f', name: 'a.pdf', bytes: stream })).toMatchObject({ stored: false, reason: 'no-room' })
  expect(stream.readableEnded).toBe(true)
})

test('an upload that is cut off leaves no file', async () => {
  const before = await count()
  const cut = Readable.from(
    (async function* () {
      yield pdf.subarray(0, 150_000)
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

test('the small picture of a file is swept with it, not before', async () => {
  const ctx = database.context({ actor: system })
  const file = await receive(await aPhoto('jpeg'), { ctx })
  if (!file.stored || file.thumbnail === undefined) throw new Error('Not stored')
  const { thumbnail } = file
  const citizen = database.context()
  await inTransaction(citizen, async (tx) => await insertFile(citizen, tx, file))
  expect(await inTransaction(citizen, async (tx) => await findThumbnail(citizen, tx, file.fileId))).toBe(thumbnail)
  // Its row is young; its blobs, to the sweep of tomorrow, are old.
  await database.query(`update files.file set created_at = now() + interval '2 days' where file_id = $1`, [file.fileId])
  const tomorrow = database.context({ actor: system, clock: { now: () => later(new Date(), days(1)) } })
  await sweepOrphans.perform(tomorrow)
  expect((await collect(await openThumbnail(ctx, { ...file, thumbnail }))).length).toBeGreaterThan(0)
  const later3 = database.context({ actor: system, clock: { now: () => later(new Date(), days(3)) } })
  await sweepOrphans.perform(later3)
  await expect(openThumbnail(ctx, { ...file, thumbnail })).rejects.toThrow(/No blob/)
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
