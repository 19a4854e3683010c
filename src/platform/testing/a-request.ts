import type { RequestFacts } from '../http/page.ts'

/** A request as the web server tells a page of it: of a whole page, from this machine and a page of ours, with the cookies given. */
export const aRequest = ({
  cookies = {},
  ...given
}: Partial<Omit<RequestFacts, 'cookie'>> & {
  readonly cookies?: Readonly<Record<string, string>>
} = {}): RequestFacts => ({
  path: '/',
  origin: 'http://localhost',
  fragment: false,
  ip: '127.0.0.1',
  userAgent: undefined,
  site: 'same-origin',
  ...given,
  cookie: (name) => cookies[name],
})
