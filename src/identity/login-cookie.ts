import type { Cookie } from '../platform/http/answer.ts'
import type { CookieNames } from '../platform/http/cookies.ts'
import { transactionLifetime } from './transaction.ts'

/** Binds an identification to the browser that began it, for as long as it may take. */
export const loginCookie = (cookies: CookieNames, secret: string): Cookie => ({
  name: cookies.login,
  value: secret,
  maxAgeSeconds: transactionLifetime / 1000,
})
