import type { ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { openJson, sealJson } from '../platform/cryptography/sealing.ts'
import type { Database } from '../platform/database/schema.ts'
import type { Asker } from './policy.ts'
import { RegisterAnswer } from './register/company-register.ts'
import './tables.ts'

/** A number that somebody asked the company register about, and what it answered. */
export type LookUp = { readonly number: string; readonly at: Date; readonly answer: RegisterAnswer }

const Content = z.object({ number: z.string(), answer: RegisterAnswer })

/** Encrypts a look-up for its row. */
export const sealLookUp = (ctx: Context, id: string, { number, answer }: Omit<LookUp, 'at'>): Buffer =>
  sealJson(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), { number, answer }, bound(id))

/** Reads a row's look-up. */
export function openLookUp(
  ctx: Context,
  row: { readonly look_up_id: string; readonly sealed: Uint8Array; readonly asked_at: Date },
): LookUp {
  const opened = openJson(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), row.sealed, bound(row.look_up_id))
  return { ...Content.parse(opened), at: row.asked_at }
}

/** The look-ups of one who asked. */
export const ofAsker = (asker: Asker) => (row: ExpressionBuilder<Database, 'organisations.look_up'>) =>
  asker.kind === 'person' ? row('person_id', '=', asker.personId) : row('visitor_id', '=', asker.visitorId)

const bound = (id: string): string => `look-up:${id}`
