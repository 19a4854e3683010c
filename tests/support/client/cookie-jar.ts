type Cookie = { readonly host: string; readonly name: string; readonly value: string; readonly path: string }

/** Cookies as a browser keeps them: by host name (whatever the port), name and path. */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>()

  /** The `Cookie` header for an address. */
  headerFor(url: URL): string {
    return [...this.#cookies.values()]
      .filter(({ host, path }) => host === url.hostname && isBelow(url.pathname, path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  /** Keeps what a `Set-Cookie` line of an answer says. */
  keep(line: string, url: URL): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? url.pathname
    const key = `${url.hostname} ${name} ${path}`
    if (value === '') this.#cookies.delete(key)
    else this.#cookies.set(key, { host: url.hostname, name, value, path })
  }
}

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
