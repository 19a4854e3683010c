import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import fastify from 'fastify'
import { Upload } from 'tus-js-client'
import { afterAll, expect, test } from 'vitest'
import { startClamd } from '../../simulators/clamd/clamd.ts'
import { getDraft } from '../drafts/public.ts'
import { aCitizen, aDraft } from '../drafts/testing/a-draft.ts'
import { clamdScanner } from '../files/public.ts'
import { eicar } from '../files/testing/eicar.ts'
import { aPhoto } from '../files/testing/pictures.ts'
import { filesIn } from '../forms/questions/attachments/changes.ts'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/cryptography/sealing.ts'
import { errorKinds } from '../platform/errors.ts'
import { errorCodeOf } from '../platform/http/error-answer.ts'
import { testDatabase } from '../platform/testing/database.ts'
import { tus } from './tus.ts'

const database = await testDatabase()
const clamd = await startClamd({ mode: 'ok' })
const scanner = clamdScanner(async () => `tcp://127.0.0.1:${clamd.port}`)
const owner: Context = { ...database.context({ actor: await aCitizen(database) }), scanner }
const stranger = database.context({ actor: await aCitizen(database) })

const web = fastify()
web.setErrorHandler(async (error, _request, reply) => await reply.status(errorKinds[errorCodeOf(error)].status).send())
await web.register(tus, { open: async ({ headers }) => (headers['x-stranger'] ? stranger : owner) })
const origin = await web.listen({ port: 0, host: '127.0.0.1' })
afterAll(async () => {
  await web.close()
  await clamd.stop()
})

const aDocument = (bytes: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)])

type Sending = { readonly to?: string; readonly headers?: Record<string, string>; readonly question?: string }

/** Sends a file as the page's script does; answers the words of a refusal, undefined when it was taken. */
async function send(draft: string, file: Buffer, { to = origin, headers = {}, question = 'bilagor' }: Sending = {}) {
  return await new Promise<{ readonly status: number; readonly words: string } | undefined>((resolve) => {
    const upload = new Upload(file, {
      endpoint: `${to}/utkast/${draft}/filer/nya`,
      metadata: { question, filename: 'intyg.pdf' },
      headers,
      chunkSize: 4_000_000,
      retryDelays: Array.from({ length: 60 }, () => 0),
      onSuccess: () => resolve(undefined),
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        resolve({ status: response?.getStatus() ?? 0, words: response?.getBody() ?? error.message })
      },
    })
    upload.start()
  })
}

async function filesOf(draft: string) {
  const found = await getDraft(owner, draft)
  return found.state === 'open' ? filesIn(found.typed.bilagor) : []
}

const countBlobs = async () => {
  const folders = await readdir(database.blobFolder, { recursive: true, withFileTypes: true })
  return folders.filter((entry) => entry.isFile()).length
}

/** A line to the server that is cut, so many times, after so many bytes. */
async function aBadLine(cuts: number, after: number) {
  let left = cuts
  const { port } = new URL(origin)
  const line = createServer((near) => {
    const far = connect(Number(port), '127.0.0.1')
    const end = () => {
      near.destroy()
      far.destroy()
    }
    near.on('error', end).on('close', end)
    far.on('error', end).on('close', end)
    let passed = 0
    near.on('data', (bytes: Buffer) => {
      passed += bytes.length
      far.write(bytes)
      if (left > 0 && passed > after) {
        left -= 1
        near.pause()
        far.end(() => end())
      }
    })
    far.pipe(near)
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const address = line.address()
  const at = typeof address === 'object' ? address?.port : 0
  return { at: `http://127.0.0.1:${at}`, cutsLeft: () => left, close: () => line.close() }
}

test('an upload that is cut off 20 times goes on each time, and arrives as it was', async () => {
  const { id } = await aDraft(owner)
  const file = aDocument(9_000_000)
  const line = await aBadLine(20, 300_000)
  const before = await countBlobs()
  expect(await send(id, file, { to: line.at })).toBeUndefined()
  expect(line.cutsLeft()).toBe(0)
  line.close()
  expect(await filesOf(id)).toEqual([
    expect.objectContaining({ name: 'intyg.pdf', size: file.length, sha256: sha256(file).toString('hex') }),
  ])
  expect(await countBlobs()).toBe(before + 1)
})

test('what is uploaded so is looked at as everything else', async () => {
  const { id } = await aDraft(owner)
  const refused: readonly (readonly [Buffer, string])[] = [
    [Buffer.concat([aDocument(10), eicar]), 'innehåller ett virus'],
    [Buffer.from('bara text'), 'av fel slag'],
    [aDocument(10_000_001), 'för stor'],
    [(await aPhoto('jpeg')).subarray(0, 4_000), 'går inte att läsa'],
  ]
  const before = await countBlobs()
  for (const [file, words] of refused)
    expect(await send(id, file)).toMatchObject({ status: 422, words: expect.stringContaining(words) })
  expect(await filesOf(id)).toEqual([])
  expect(await countBlobs()).toBe(before)
})

test('for everybody but the owner, and for no question, there is nothing to upload to', async () => {
  const { id } = await aDraft(owner)
  expect(await send(id, aDocument(10), { headers: { 'x-stranger': 'yes' } })).toMatchObject({ status: 404 })
  expect(await send(id, aDocument(10), { question: 'namn' })).toMatchObject({ status: 404 })
  expect(await filesOf(id)).toEqual([])
})

test('what has arrived lies encrypted, belongs to its owner, and is gone on with from where it stands alone', async () => {
  const { id } = await aDraft(owner)
  const metadata = Object.entries({ question: 'bilagor', filename: 'a.pdf' })
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')
  const started = await fetch(`${origin}/utkast/${id}/filer/nya`, {
    method: 'POST',
    headers: { 'upload-length': '1000', 'upload-metadata': metadata },
  })
  const at = origin + started.headers.get('location')
  const patch = async (offset: number, body: string, headers: Record<string, string> = {}) =>
    await fetch(at, {
      method: 'PATCH',
      body,
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...headers },
    })
  expect((await patch(0, '%PDF-1.7 kanariefil')).headers.get('upload-offset')).toBe('19')
  expect((await patch(0, 'igen')).status).toBe(409)
  expect((await patch(19, 'x', { 'x-stranger': 'yes' })).status).toBe(404)
  expect((await fetch(at, { method: 'HEAD', headers: { 'x-stranger': 'yes' } })).status).toBe(404)
  const standing = await fetch(at, { method: 'HEAD' })
  expect([standing.headers.get('upload-offset'), standing.headers.get('upload-length')]).toEqual(['19', '1000'])
  expect(standing.headers.get('cache-control')).toBe('no-store')
  const [part] = await database.query<{ blob: string }>('select blob from private_space.upload_part')
  if (!part) throw new Error('Nothing has arrived')
  const { read } = owner.blobs
  expect((await (await read(part.blob)).toArray()).toString()).not.toContain('kanariefil')
})
