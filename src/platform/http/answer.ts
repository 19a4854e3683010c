import type { Readable } from 'node:stream'
import type { VNode } from 'preact'

/** A cookie to set (or, with `value` undefined, to clear). Always Secure, HttpOnly, SameSite=Lax, path `/`. */
export type Cookie = { readonly name: string; readonly value: string | undefined; readonly maxAgeSeconds?: number }

/** A page or, for htmx, a part of one. */
export type View = {
  readonly kind: 'view'
  readonly body: VNode
  readonly status: number
  readonly cookies: readonly Cookie[]
  /** A part of a page is sent without `<!doctype html>`. */
  readonly fragment: boolean
}

/** 303 after a POST, to a path of our own or to a partner. */
export type Redirect = {
  readonly kind: 'redirect'
  readonly to: string
  readonly cookies: readonly Cookie[]
  /** Ask the browser to forget what it has stored of us. */
  readonly clearSiteData: boolean
  /** The request was a fragment's: it's the whole page that goes on. */
  readonly fromFragment: boolean
}

/** A file to keep, never shown in our origin: sent as attachment, unsniffable and sandboxed. */
export type Download = {
  readonly kind: 'download'
  readonly name: string
  readonly mediaType: string
  readonly size: number | undefined
  readonly body: Readable | Buffer
}

/** What other programs read, such as metadata. */
export type Data = { readonly kind: 'data'; readonly mediaType: string; readonly body: string }

export type Answer = View | Redirect | Download | Data

export const view = (
  body: VNode,
  options: { readonly status?: number; readonly cookies?: readonly Cookie[]; readonly fragment?: boolean } = {},
): View => ({
  kind: 'view',
  body,
  status: options.status ?? 200,
  cookies: options.cookies ?? [],
  fragment: options.fragment ?? false,
})

export const redirect = (
  to: string,
  options: {
    readonly cookies?: readonly Cookie[]
    readonly clearSiteData?: boolean
    readonly fromFragment?: boolean
  } = {},
): Redirect => ({
  kind: 'redirect',
  to,
  cookies: options.cookies ?? [],
  clearSiteData: options.clearSiteData ?? false,
  fromFragment: options.fromFragment ?? false,
})

export const download = (file: Omit<Download, 'kind'>): Download => ({ kind: 'download', ...file })

export const data = (mediaType: string, body: string): Data => ({ kind: 'data', mediaType, body })
