import type Provider from 'oidc-provider'
import type { Route } from '../http/exchange.ts'

function withoutCookie(header: string | undefined, name: string): string {
  return (header ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => !cookie.startsWith(`${name}=`) && !cookie.startsWith(`${name}.sig=`))
    .join('; ')
}

/**
 * Serves a provider below the path of its issuer. Its session cookie is never read back: each authorization asks anew
 * who it is, as the hubs do, and two people can use the same browser after each other, or at once in two tabs.
 */
export function mountProvider(provider: Provider): Route {
  const path = new URL(provider.issuer).pathname
  const answer = provider.callback()
  return {
    method: 'any',
    path: `${path}/*`,
    async handle({ request, response }) {
      const address = request.url ?? path
      // The library finds its mount path by comparing the two addresses.
      Object.assign(request, { originalUrl: address, url: address.slice(path.length) })
      request.headers.cookie = withoutCookie(request.headers.cookie, provider.cookieName('session'))
      await answer(request, response)
    },
  }
}
