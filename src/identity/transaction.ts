import { z } from 'zod'
import { minutes } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { openJson, sealJson } from '../platform/cryptography/sealing.ts'
import { type Kept, VerifiedIdentity } from './methods/method.ts'
import { KeptToSign, SigningOutcome } from './signing.ts'
import type { Purpose } from './tables.ts'
import { Wish } from './wish.ts'

/** How long a person may take from the first step of an identification to the last, in milliseconds. */
export const transactionLifetime = minutes(20)

/** What an identification is for, and where the person stood: goes on by itself when it is known who they are. */
export type Begun = {
  readonly purpose: Purpose
  readonly returnTo: string | undefined
  readonly wish: Wish | undefined
}

/** Columns of a row that tell what was begun. */
export const begunColumns = ['purpose', 'return_to', 'wish'] as const

type BegunRow = { readonly purpose: Purpose; readonly return_to: string | null; readonly wish: unknown }

/** What was begun, as a row has it. */
export const begunOf = (row: BegunRow): Begun => ({
  purpose: row.purpose,
  returnTo: row.return_to ?? undefined,
  wish: z.nullable(Wish).parse(row.wish) ?? undefined,
})

const AnyKept = z.record(z.string(), z.unknown())

const key = (ctx: Context): Uint8Array => ctx.vault.tenantKey(ctx.tenant.id, 'login')

/** Seals what a method keeps until the answer comes, in its transaction's row. */
export const sealKept = (ctx: Context, transaction: string, kept: Kept): Buffer =>
  sealJson(key(ctx), kept, `kept:${transaction}`)

/** What a method keeps; it parses it itself. */
export const openKept = (ctx: Context, transaction: string, sealed: Uint8Array): Kept =>
  AnyKept.parse(openJson(key(ctx), sealed, `kept:${transaction}`))

/** What a transaction that signs keeps, as `sealKept` has sealed it. */
export const openKeptToSign = (ctx: Context, transaction: string, sealed: Uint8Array): KeptToSign =>
  KeptToSign.parse(openJson(key(ctx), sealed, `kept:${transaction}`))

/** Seals what has come of a transaction that signs, until it is put with what was signed. */
export const sealOutcome = (ctx: Context, transaction: string, outcome: SigningOutcome): Buffer =>
  sealJson(key(ctx), outcome, `outcome:${transaction}`)

/** What has come of it. */
export const openOutcome = (ctx: Context, transaction: string, sealed: Uint8Array): SigningOutcome =>
  SigningOutcome.parse(openJson(key(ctx), sealed, `outcome:${transaction}`))

/** Seals who it is until the browser takes it. */
export const sealIdentity = (ctx: Context, transaction: string, identity: VerifiedIdentity): Buffer =>
  sealJson(key(ctx), identity, `identity:${transaction}`)

/** Who it is. */
export const openIdentity = (ctx: Context, transaction: string, sealed: Uint8Array): VerifiedIdentity =>
  VerifiedIdentity.parse(openJson(key(ctx), sealed, `identity:${transaction}`))
