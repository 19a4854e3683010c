import type { OutgoingHttpHeaders } from 'node:http'
import type { Pair } from './answers.ts'
import { ask, type Reply } from './ask.ts'
import { CookieJar } from './cookie-jar.ts'
import { multipart, type Upload } from './multipart.ts'

/** A page as a browser would stand on it. */
export type Visited = Reply & { readonly url: URL }

/** A browser without a screen: it keeps cookies and follows redirects when told to. Belongs to one person at one municipality. */
export class Client {
  readonly home: string
  /** Every `Set-Cookie` line that the municipality has sent. */
  readonly cookieLines: string[] = []
  /** The test person who has logged in here last: `ada`, `bo`, … */
  person: string | undefined
  readonly #jar = new CookieJar()

  /** `home` is the municipality's origin, without a slash at the end. */
  constructor(home: string) {
    this.home = home
  }

  /** One GET, whatever it answers. */
  async get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Visited> {
    return await this.#ask(new URL(path, this.home), { headers })
  }

  /** One POST of a form, as a page of ours would send it, whatever it answers. */
  async post(path: string, pairs: readonly Pair[] = [], headers: OutgoingHttpHeaders = {}): Promise<Visited> {
    const body = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()
    return await this.#post(path, body, { 'content-type': 'application/x-www-form-urlencoded', ...headers })
  }

  async upload(path: string, pairs: readonly Pair[], uploads: readonly Upload[]): Promise<Visited> {
    const { contentType, body } = multipart(pairs, uploads)
    return await this.#post(path, body, { 'content-type': contentType })
  }

  /** GETs and follows redirects, to other servers of the installation too. */
  async open(address: string): Promise<Visited> {
    return await this.follow(await this.get(address))
  }

  /** Goes where an answer leads. */
  async follow(reply: Visited): Promise<Visited> {
    const { location } = reply.headers
    if (location === undefined) return reply
    return await this.follow(await this.#ask(new URL(location, reply.url), { headers: {} }))
  }

  /** Goes where an answer leads as long as that is elsewhere; answers the address at the origin at which it would come in. */
  async followTo(reply: Visited, origin: string): Promise<string> {
    const { location } = reply.headers
    if (location === undefined) throw new Error(`${reply.url.href} (${reply.status}) leads nowhere`)
    const next = new URL(location, reply.url)
    if (next.origin === origin) return next.href
    return await this.followTo(await this.#ask(next, { headers: {} }), origin)
  }

  /** The cookies for an address of the municipality, for requests that are sent in other ways. */
  cookieFor(path: string): string {
    return this.#jar.headerFor(new URL(path, this.home))
  }

  async #post(path: string, body: string | Uint8Array, headers: OutgoingHttpHeaders): Promise<Visited> {
    const url = new URL(path, this.home)
    const own = { origin: url.origin, 'sec-fetch-site': 'same-origin', ...headers }
    return await this.#ask(url, { method: 'POST', body, headers: own })
  }

  async #ask(
    url: URL,
    asked: {
      readonly method?: string
      readonly body?: string | Uint8Array
      readonly headers: OutgoingHttpHeaders
    },
  ): Promise<Visited> {
    const cookie = this.#jar.headerFor(url)
    const reply = await ask(url.origin, {
      ...asked,
      path: url.pathname + url.search,
      headers: { ...(cookie && { cookie }), ...asked.headers },
    })
    const lines = reply.headers['set-cookie'] ?? []
    for (const line of lines) this.#jar.keep(line, url)
    if (url.origin === this.home) this.cookieLines.push(...lines)
    return Object.assign(reply, { url })
  }
}
