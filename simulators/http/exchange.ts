import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request and its answer; `params` are the named parts of the route's path. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly params: Readonly<Record<string, string | undefined>>
}

/** A method ("any" for all), a path in the syntax of URLPattern, and who answers. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'any'
  readonly path: string
  readonly handle: (exchange: Exchange) => Promise<void> | void
}
