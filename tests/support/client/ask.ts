import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

/** An answer of a web server, whole. */
export type Reply = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  /** The bytes as UTF-8. */
  readonly text: string
}

export type Question = {
  readonly method?: string
  /** Path and query, sent as they stand. */
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

// Milliseconds. Nothing that we ask takes so long; without an end a fault would hang the whole run.
const patience = 30_000

/**
 * Asks the web server of an origin on this machine. By hand rather than by `fetch`, since names like `nordby.localhost` are resolved by
 * browsers alone, and since tests send what `fetch` would mend. Throws when the connection breaks before there is an answer.
 */
export function ask(origin: string, { method = 'GET', path, headers = {}, body }: Question): Promise<Reply> {
  const { host, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({
      agent,
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { host, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }), ...headers },
      timeout: patience,
    })
    asked.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          get text() {
            return bytes.toString('utf8')
          },
        })
      })
    })
    asked.on('timeout', () => asked.destroy(new Error(`no answer to ${method} ${path} within ${patience} ms`)))
    // A server may refuse a long body before it has read it; then there is an answer, and this comes too late to matter.
    asked.on('error', reject)
    asked.end(body)
  })
}
