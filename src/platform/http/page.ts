import type { VNode } from 'preact'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Answer } from './answer.ts'
import type { ReceivedFile, ReceiveFile } from './received-file.ts'

/** What a page may know of the request besides its parsed input. */
export type RequestFacts = {
  /** Path and query as asked for. */
  readonly path: string
  readonly cookie: (name: string) => string | undefined
  /** Scheme, host and port that the browser used. */
  readonly origin: string
  /** The browser asks for a part of a page (htmx). */
  readonly fragment: boolean
}

export type PageRequest<Params, Query> = {
  readonly ctx: Context
  readonly params: Params
  readonly query: Query
  readonly request: RequestFacts
}

/** A posted form: its fields as they came. A field that was sent several times is a list. */
export type PostedForm = Readonly<Record<string, string | readonly string[]>>

type Handler<Request> = (request: Request) => Promise<Answer | VNode> | Answer | VNode

type PageOptions<Params, Query, Body> = {
  /** Who may ask at all: `citizen` and `staff` lead to their login when nobody is logged in. Commands and queries decide the rest. */
  readonly area: 'public' | 'citizen' | 'staff'
  /** Seconds that what somebody without any cookie of ours is shown may be shown to the next one. Never for what tells of a person. */
  readonly keptFor?: number
  /** Parsed from the address; what does not fit is a page that does not exist. */
  readonly params?: z.ZodType<Params>
  /** Parsed from the query; what does not fit is a bad request, so give fields defaults with `catch`. */
  readonly query?: z.ZodType<Query>
  /** Parsed from the posted form; what does not fit is a bad request, so accept here all that a person can send. */
  readonly body?: z.ZodType<Body>
  readonly get?: Handler<PageRequest<Params, Query>>
  readonly post?: Handler<PageRequest<Params, Query> & { readonly body: Body; readonly files: readonly ReceivedFile[] }>
  /** Makes the page take files: authorises, before a byte is stored, and answers how to store one. */
  readonly receive?: (request: PageRequest<Params, Query>) => Promise<ReceiveFile>
  /**
   * Answers a POST to a `citizen` page whose session has ended, instead of sending the person to the login with nothing kept.
   */
  readonly expired?: Handler<PageRequest<Params, Query> & { readonly body: Body }>
}

/** A page as the web server registers it, its types parsed away. */
export type Page = {
  readonly path: string
  readonly area: 'public' | 'citizen' | 'staff'
  readonly keptFor: number
  readonly params: z.ZodType<unknown>
  readonly query: z.ZodType<unknown>
  readonly body: z.ZodType<unknown>
  readonly get: Handler<PageRequest<unknown, unknown>> | undefined
  readonly post:
    | Handler<PageRequest<unknown, unknown> & { readonly body: unknown; readonly files: readonly ReceivedFile[] }>
    | undefined
  readonly receive: ((request: PageRequest<unknown, unknown>) => Promise<ReceiveFile>) | undefined
  readonly expired: Handler<PageRequest<unknown, unknown> & { readonly body: unknown }> | undefined
}

/** Any form, field by field. */
export const AnyForm: z.ZodType<PostedForm> = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const nothing = z.object({})

/**
 * One page: its address, the shapes of what it is asked with, and its handlers. A handler parses (here), asks or acts, and answers;
 * a view is answered as JSX, everything else as an `Answer`.
 */
export function page<Params = Record<string, never>, Query = Record<string, never>, Body = PostedForm>(
  path: string,
  options: PageOptions<Params, Query, Body>,
): Page {
  const erased: PageOptions<unknown, unknown, unknown> = options as unknown as PageOptions<unknown, unknown, unknown>
  return {
    path,
    area: erased.area,
    keptFor: erased.keptFor ?? 0,
    params: erased.params ?? nothing,
    query: erased.query ?? nothing,
    body: erased.body ?? AnyForm,
    get: erased.get,
    post: erased.post,
    receive: erased.receive,
    expired: erased.expired,
  }
}
