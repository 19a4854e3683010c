import type { RequestFacts } from '../../platform/http/page.ts'
import type { Browser } from './place-order.ts'

/** The browser that a request came from. */
export const browserOf = (request: RequestFacts): Browser => ({
  ip: request.ip,
  userAgent: request.userAgent,
  host: new URL(request.origin).host,
})
