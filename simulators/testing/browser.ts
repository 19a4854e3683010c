type Cookie = { readonly name: string; readonly value: string; readonly path: string }

/** A page as a browser would stand on it. */
export type VisitedPage = { readonly url: URL; readonly status: number; readonly html: string }

/**
 * The little of a browser that a login needs: it keeps cookies by name and path, whatever the port, and follows
 * redirects until an answer or until the product's address, where nothing listens.
 */
export class Browser {
  readonly #cookies = new Map<string, Cookie>()
  readonly #stopAt: (url: URL) => boolean
  readonly #addresses: URL[] = []

  constructor(options: { readonly stopAt: (url: URL) => boolean }) {
    this.#stopAt = options.stopAt
  }

  /** The names of all cookies in the jar, sorted. */
  get cookieNames(): readonly string[] {
    return [...new Set([...this.#cookies.values()].map(({ name }) => name))].sort()
  }

  /** Every address that it has been sent to, in that order: what its history and the servers' logs have. */
  get addresses(): readonly URL[] {
    return this.#addresses
  }

  async open(url: URL): Promise<VisitedPage> {
    return this.#go(url)
  }

  /** Presses a button of a posted form whose action is the page's own path. */
  async post(page: VisitedPage, fields: Readonly<Record<string, string>>): Promise<VisitedPage> {
    return this.#go(new URL(page.url.pathname, page.url), new URLSearchParams(fields))
  }

  async #go(url: URL, body?: URLSearchParams): Promise<VisitedPage> {
    this.#addresses.push(url)
    if (this.#stopAt(url)) return { url, status: 0, html: '' }
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.#cookieHeader(url) },
      ...(body && { method: 'POST', body }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line, url)
    const location = response.headers.get('location')
    if (location !== null) return this.#go(new URL(location, url))
    return { url, status: response.status, html: await response.text() }
  }

  #cookieHeader(url: URL): string {
    return [...this.#cookies.values()]
      .filter(({ path }) => url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  #keep(line: string, url: URL): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? url.pathname
    if (value === '') this.#cookies.delete(`${name} ${path}`)
    else this.#cookies.set(`${name} ${path}`, { name, value, path })
  }
}
