import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'

/** Who we are to a partner, and whom we trust to be the partner: PEM texts. */
export type Credentials = {
  readonly certificate: string
  readonly key: string
  /** The partner's root: this one alone is trusted, none of the system's. */
  readonly authority: string
}

export type PartnerRequest = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Milliseconds for all of it, from the connection to the answer's last byte. */
  readonly timeout: number
  /** Bytes. */
  readonly longestAnswer: number
}

export type PartnerAnswer = {
  readonly status: number
  /** Read as UTF-8. */
  readonly body: string
}

/** No answer came: nobody there, no trust either way, too late or too long. `code` is Node's or OpenSSL's; nothing tells of what was sent. */
export class NoAnswer extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the partner gave no answer: ${code}`)
    this.name = 'NoAnswer'
    this.code = code
  }
}

/**
 * Posts over TLS 1.2 or newer with a client certificate, HTTP/1.1, to a partner whose certificate names the address's host and comes from the
 * authority given. Answers any status; throws `NoAnswer`. Follows no redirect and retries nothing.
 */
export async function postOverMutualTls(
  address: string,
  credentials: Credentials,
  sent: PartnerRequest,
): Promise<PartnerAnswer> {
  const signal = AbortSignal.timeout(sent.timeout)
  try {
    return await readAnswer(await send(address, { agent: agentFor(credentials), signal }, sent), sent.longestAnswer)
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(signal.aborted ? 'timeout' : codeOf(error))
  }
}

/** Milliseconds that an idle connection is kept: less than servers keep theirs (often five seconds), so that none closes as we take it. */
const longestIdle = 4_000

/** Connections are kept between requests, one pool for each set of credentials; an installation has one or two for each municipality. */
const agents = new Map<string, Agent>()

function agentFor({ certificate, key, authority }: Credentials): Agent {
  const name = createHash('sha256').update([certificate, key, authority].join('\0')).digest('base64url')
  const known = agents.get(name)
  if (known) return known
  const agent = new Agent({
    cert: certificate,
    key,
    ca: authority,
    minVersion: 'TLSv1.2',
    // Said aloud, so that no variable of the environment turns it off.
    rejectUnauthorized: true,
    keepAlive: true,
    timeout: longestIdle,
  })
  agents.set(name, agent)
  return agent
}

function send(address: string, options: RequestOptions, sent: PartnerRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      ...options,
      method: 'POST',
      headers: { ...sent.headers, 'content-length': Buffer.byteLength(sent.body) },
    })
    asked.once('response', resolve)
    asked.once('error', reject)
    asked.end(sent.body)
  })
}

async function readAnswer(message: IncomingMessage, longest: number): Promise<PartnerAnswer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > longest) {
      message.destroy()
      throw new NoAnswer('too-long')
    }
    chunks.push(bytes)
  }
  return { status: message.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
