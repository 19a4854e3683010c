import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  findUpload,
  finishUpload,
  newUploadPath,
  receivePart,
  startUpload,
  type UploadRefusal,
  uploadPath,
} from '../drafts/public.ts'
import type { Context } from '../platform/context.ts'
import { CodedError, notFound } from '../platform/errors.ts'
import { Id } from '../platform/ids.ts'

/** The protocol's version: tus.io/protocols/resumable-upload, core and creation. */
const version = '1.0.0'

const Draft = z.object({ draft: Id })
const Upload = z.object({ draft: Id, upload: Id })
const Bytes = z.coerce.number().int().min(0)
const Metadata = z.object({ question: z.string().min(1), filename: z.string() })

/** Answers who asks, and where; throws for another site. */
type OpenContext = (request: FastifyRequest) => Promise<Context>

/** Uploads that go on where the line was cut. What they are for, and whether they may, the drafts' commands say. */
export async function tus(web: FastifyInstance, { open }: { readonly open: OpenContext }): Promise<void> {
  // As a stream: what has arrived is kept, whatever happens to the rest.
  web.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload))
  web.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'tus-resumable': version, 'cache-control': 'no-store' })
  })

  web.post(newUploadPath(':draft'), async (request, reply) => {
    const ctx = await open(request)
    const { draft } = known(Draft, request.params)
    const length = parsed(Bytes, request.headers['upload-length'])
    const { filename, question } = parsed(Metadata, readMetadata(String(request.headers['upload-metadata'] ?? '')))
    const started = await startUpload(ctx, { draft, questionId: question, name: filename, length })
    if (!started.ok) return refuse(reply, started.error)
    return reply.status(201).header('location', uploadPath(draft, started.value)).send()
  })

  web.head(uploadPath(':draft', ':upload'), async (request, reply) => {
    const ctx = await open(request)
    const { length, received, state } = await findUpload(ctx, known(Upload, request.params))
    // Whoever asks comes back, and then hears what became of it.
    if (state === 'finishing') return reply.status(423).send()
    return reply.headers({ 'upload-offset': received, 'upload-length': length }).send()
  })

  web.patch(uploadPath(':draft', ':upload'), async (request, reply) => {
    const ctx = await open(request)
    const at = known(Upload, request.params)
    const offset = parsed(Bytes, request.headers['upload-offset'])
    const received = await receivePart(ctx, { ...at, offset, bytes: bodyOf(request) })
    if (!received.ok) return reply.status(received.error === 'conflict' ? 409 : 410).send()
    const finished = await finishUpload(ctx, at)
    if (!finished.ok) return refuse(reply, finished.error)
    return reply.status(204).header('upload-offset', received.value).send()
  })
}

/** Words for the person, which the page's script shows. */
const refuse = (reply: FastifyReply, refusal: UploadRefusal): FastifyReply =>
  refusal.kind === 'refused'
    ? reply.status(422).type('text/plain; charset=utf-8').send(refusal.words)
    : reply.status(410).send()

/** `name base64,name base64`, as the protocol has it. */
const readMetadata = (header: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    header.split(',').map((pair) => {
      const [name = '', value = ''] = pair.trim().split(' ')
      return [name, Buffer.from(value, 'base64').toString('utf8')]
    }),
  )

function bodyOf({ headers, raw }: FastifyRequest): AsyncIterable<Uint8Array> {
  if (headers['content-type'] !== 'application/offset+octet-stream') throw new CodedError('bad-request')
  return raw
}

function parsed<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const result = schema.safeParse(input)
  if (!result.success) throw new CodedError('bad-request')
  return result.data
}

function known<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const result = schema.safeParse(input)
  if (!result.success) throw notFound()
  return result.data
}
