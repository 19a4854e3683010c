import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { open, openJson, seal, sealJson } from '../platform/cryptography/sealing.ts'

/** Names one upload. */
export type UploadAddress = { readonly draft: string; readonly upload: string }

const About = z.object({ step: z.string(), questionId: z.string(), name: z.string() }).readonly()

/** Where a file is to lie when it has arrived, and what it's called. */
export type About = z.infer<typeof About>

const place = (ctx: Context, { draft, upload }: UploadAddress): string =>
  `draft-upload:${ctx.tenant.id}:${draft}:${upload}`

export const sealAbout = (ctx: Context, key: Uint8Array, at: UploadAddress, about: About): Buffer =>
  sealJson(key, about, place(ctx, at))

export const openAbout = (ctx: Context, key: Uint8Array, at: UploadAddress, sealed: Uint8Array): About =>
  About.parse(openJson(key, sealed, place(ctx, at)))

type PartAddress = UploadAddress & { readonly startsAt: number }

/** What a part's own frames are bound to. */
export const partBinding = (ctx: Context, at: PartAddress): string => `${place(ctx, at)}:${at.startsAt}`

export const sealPartKey = (ctx: Context, key: Uint8Array, at: PartAddress, partKey: Uint8Array): Buffer =>
  seal(key, partKey, partBinding(ctx, at))

export const openPartKey = (ctx: Context, key: Uint8Array, at: PartAddress, sealed: Uint8Array): Uint8Array =>
  open(key, sealed, partBinding(ctx, at))
