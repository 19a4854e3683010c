import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { days, later } from '../clock.ts'
import { BlobMissing, type BlobStore, StorageFull } from './blob-store.ts'
import { readBucket } from './bucket.ts'
import { diskBlobStore } from './disk.ts'
import { s3BlobStores } from './s3.ts'
import { type S3Server, startS3Server } from './testing/s3-server.ts'

let server: S3Server
let folder: string
const stores: Record<string, BlobStore> = {}

beforeAll(async () => {
  // Where AWS's own tools look for them.
  process.env.AWS_ACCESS_KEY_ID = 'test'
  process.env.AWS_SECRET_ACCESS_KEY = 'test'
  server = await startS3Server()
  folder = await mkdtemp(join(tmpdir(), 'handslag-blobs-'))
  stores.disk = diskBlobStore(folder)
  stores.s3 = s3BlobStores(`s3://filer/handslag?endpoint=${server.endpoint}`)('exempelkoping')
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const name = (letter: string) => letter.repeat(48)

async function* chunks(total: number, length = 65_552) {
  for (let at = 0; at < total; at += length) yield Buffer.alloc(Math.min(length, total - at), at % 251)
}

async function listed(names: AsyncIterable<string>) {
  const all: string[] = []
  for await (const one of names) all.push(one)
  return all
}

describe.each(['disk', 's3'])('a store: %s', (kind) => {
  const store = () => {
    const found = stores[kind]
    if (!found) throw new Error(kind)
    return found
  }

  test.each([
    ['a', 16],
    ['b', 300_000],
    ['c', 20_000_000],
  ])('gives back what was written: %s, %d bytes', async (letter, total) => {
    await store().write(name(letter), chunks(total))
    const read = await buffer(await store().read(name(letter)))
    expect(read.equals(await buffer(chunks(total)))).toBe(true)
  })

  test('keeps nothing of a stream that breaks off, early or late', async () => {
    for (const total of [100_000, 20_000_000]) {
      async function* broken() {
        yield* chunks(total)
        throw new Error('cut off')
      }
      await expect(store().write(name('d'), broken())).rejects.toThrow('cut off')
      await expect(store().read(name('d'))).rejects.toThrow(BlobMissing)
    }
    expect(server.unfinished()).toBe(0)
  })

  test('lists what is older than a time, and removes it, once or twice', async () => {
    for (const letter of ['1', '2', '3']) await store().write(name(letter), chunks(10))
    const tomorrow = later(new Date(), days(1))
    const yesterday = later(new Date(), -days(1))
    expect(await listed(store().listOlderThan(yesterday))).toEqual([])
    expect(await listed(store().listOlderThan(tomorrow))).toEqual(
      expect.arrayContaining([name('1'), name('2'), name('3')]),
    )
    await store().remove(name('1'))
    await store().remove(name('1'))
    await expect(store().read(name('1'))).rejects.toThrow(BlobMissing)
    expect(await listed(store().listOlderThan(tomorrow))).not.toContain(name('1'))
  })

  test('refuses names that lead elsewhere', async () => {
    await expect(async () => await store().read('../../etc/passwd')).rejects.toThrow('Not the name')
  })
})

test('a store of objects that is full says so', async () => {
  server.fill(true)
  await expect(stores.s3?.write(name('f'), chunks(10))).rejects.toThrow(StorageFull)
  server.fill(false)
})

test('objects lie below prefix and municipality', () => {
  expect([...server.objects.keys()]).toContainEqual(`/filer/handslag/exempelkoping/${name('a')}`)
})

test.each([
  ['s3://filer', { bucket: 'filer', prefix: '', endpoint: undefined, region: 'eu-north-1' }],
  [
    's3://filer/a/b/?endpoint=https://s3.example:9000&region=se-1',
    { bucket: 'filer', prefix: 'a/b/', endpoint: 'https://s3.example:9000', region: 'se-1' },
  ],
])('%s is read', (url, bucket) => {
  expect(readBucket(url)).toEqual(bucket)
})
