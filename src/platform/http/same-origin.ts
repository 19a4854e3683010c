import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request that changes something comes from a page of ours. Browsers say so themselves, in a header that pages can't
 * set; those too old for `Sec-Fetch-Site` send `Origin` with every POST. There is no token that could expire under a form.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return headers.origin === origin
}
