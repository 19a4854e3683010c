import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A store of objects as S3 stores them, as much of it as blobs need; kept in memory, over real HTTP. */
export type S3Server = {
  readonly endpoint: string
  readonly objects: Map<string, { readonly bytes: Buffer; readonly at: Date }>
  /** Parts of uploads that were neither completed nor aborted. */
  readonly unfinished: () => number
  /** Makes every write answer 507. */
  readonly fill: (full: boolean) => void
  readonly stop: () => Promise<void>
}

/** Keys that one page of a listing holds: few, so that tests meet a second page. */
const pageLength = 2

/** Starts a store on 127.0.0.1 at a free port. It refuses requests that aren't signed. */
export async function startS3Server(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map()
  const uploads = new Map<string, Map<number, Buffer>>()
  let isFull = false

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const body = await buffer(request)
    const key = decodeURIComponent(url.pathname)
    const query = url.searchParams
    const upload = query.get('uploadId') ?? ''
    const parts = uploads.get(upload)
    if (!/^AWS4-HMAC-SHA256 /.test(request.headers.authorization ?? '')) return fail(response, 403, 'AccessDenied')
    const writes = request.method === 'PUT' || request.method === 'POST'
    if (writes && isFull) return fail(response, 507, 'XMinioStorageFull')
    if (request.method === 'POST' && query.has('uploads')) {
      const id = `upload-${uploads.size + 1}`
      uploads.set(id, new Map())
      return xml(response, 'InitiateMultipartUploadResult', `<UploadId>${id}</UploadId>`)
    }
    if (request.method === 'PUT' && upload) {
      parts?.set(Number(query.get('partNumber')), body)
      return void response.writeHead(200, { etag: `"${body.length}"` }).end()
    }
    if (request.method === 'POST' && parts) {
      const ordered = [...parts].toSorted(([a], [b]) => a - b).map(([, part]) => part)
      objects.set(key, { bytes: Buffer.concat(ordered), at: new Date() })
      uploads.delete(upload)
      return xml(response, 'CompleteMultipartUploadResult', '<ETag>"e"</ETag>')
    }
    if (request.method === 'DELETE' && upload) {
      uploads.delete(upload)
      return void response.writeHead(204).end()
    }
    if (request.method === 'PUT') {
      objects.set(key, { bytes: body, at: new Date() })
      return void response.writeHead(200, { etag: '"e"' }).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return void response.writeHead(204).end()
    }
    if (query.get('list-type') === '2') return list(response, url)
    const found = objects.get(key)
    if (!found) return fail(response, 404, 'NoSuchKey')
    response.writeHead(200, { 'content-length': found.bytes.length }).end(found.bytes)
  }

  function list(response: ServerResponse, { pathname, searchParams }: URL): void {
    const bucket = pathname.endsWith('/') ? pathname : `${pathname}/`
    const from = Number(searchParams.get('continuation-token') ?? 0)
    const all = [...objects].filter(([key]) => key.startsWith(bucket + (searchParams.get('prefix') ?? ''))).toSorted()
    const shown = all
      .slice(from, from + pageLength)
      .map(
        ([key, { at }]) =>
          `<Contents><Key>${key.slice(bucket.length)}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`,
      )
    const more = from + pageLength < all.length
    const token = more ? `<NextContinuationToken>${from + pageLength}</NextContinuationToken>` : ''
    xml(response, 'ListBucketResult', `<IsTruncated>${more}</IsTruncated>${token}${shown.join('')}`)
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    unfinished: () => uploads.size,
    fill: (full) => {
      isFull = full
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function xml(response: ServerResponse, root: string, content: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${root}>`)
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}
