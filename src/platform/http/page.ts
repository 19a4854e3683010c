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
  /** The browser's address, as the last proxy of our own tells it. */
  readonly ip: string
  /** What the browser calls itself. */
  readonly userAgent: string | undefined
  /** Whose page led here, as the browser says (`Sec-Fetch-Site`): `same-origin` for a page of ours, `none` for an address that was typed or came in a letter; undefined from those that don't say. */
  readonly site: string | undefined
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
  /** People are sent its address: whoever isn't logged in is led to the login, though it has an id in it, and whether or not there is such a thing. */
  readonly asksForLogin?: boolean
  /** Seconds that what somebody without any cookie of ours is shown may be shown to the next one. Never for what tells of a person. */
  readonly keptFor?: number
  /**
   * Another site's page may post here, as an identity provider does with its answer. What it posts comes without any cookie of ours, so it is nobody's:
   * for a page that keeps what it gets and looks at the browser on the page that it leads on to.
   */
  readonly crossSite?: boolean
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
   * Shows the page with what its reader had sent when their session had ended, now that they are logged in again: nothing of it has been done. A page
   * without it keeps nothing of what comes too late.
   */
  readonly resumed?: Handler<Resumed<Params, Query, Body>>
}

/** A page asked for again by who had posted to it too late. */
export type Resumed<Params, Query, Body> = PageRequest<Params, Query> & {
  readonly body: Body
  /** True when files came along: they are not kept. */
  readonly lostFiles: boolean
}

/** A page as the web server registers it, its types parsed away. */
export type Page = {
  readonly path: string
  readonly area: 'public' | 'citizen' | 'staff'
  readonly asksForLogin: boolean
  readonly keptFor: number
  readonly crossSite: boolean
  readonly params: z.ZodType<unknown>
  readonly query: z.ZodType<unknown>
  readonly body: z.ZodType<unknown>
  readonly get: Handler<PageRequest<unknown, unknown>> | undefined
  readonly post:
    | Handler<PageRequest<unknown, unknown> & { readonly body: unknown; readonly files: readonly ReceivedFile[] }>
    | undefined
  readonly receive: ((request: PageRequest<unknown, unknown>) => Promise<ReceiveFile>) | undefined
  readonly resumed: Handler<Resumed<unknown, unknown, unknown>> | undefined
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
    asksForLogin: erased.asksForLogin ?? false,
    keptFor: erased.keptFor ?? 0,
    crossSite: erased.crossSite ?? false,
    params: erased.params ?? nothing,
    query: erased.query ?? nothing,
    body: erased.body ?? AnyForm,
    get: erased.get,
    post: erased.post,
    receive: erased.receive,
    resumed: erased.resumed,
  }
}
