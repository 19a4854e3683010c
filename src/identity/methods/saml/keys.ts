import { createPrivateKey } from 'node:crypto'
import { sql } from 'kysely'
import { system } from '../../../platform/actor.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import { inTransaction, type Reading } from '../../../platform/database/transaction.ts'
import { getTenant } from '../../../tenants/public.ts'
import { selfSigned } from './self-signed.ts'
import type { KeyPurpose } from './tables.ts'

/** A key with its certificate, both PEM; the key as PKCS #8. */
export type SamlKey = { readonly certificate: string; readonly key: string }

/** A municipality's own keys. Several of a kind while they are changed: metadata has all. */
export type SamlKeys = {
  /** The first is the one that signs. */
  readonly signing: readonly [SamlKey, ...SamlKey[]]
  readonly encryption: readonly [SamlKey, ...SamlKey[]]
}

type KeptKey = SamlKey & {
  readonly use: KeyPurpose
  readonly usedFrom: Date
  readonly retiresAt: Date | null
}

/**
 * The municipality's keys, made when they are first asked for. A key that an operator has set a date of retirement on gets a successor, which is
 * published at once and signs from that date, so that providers know it when it does.
 */
export async function samlKeys(ctx: Context): Promise<SamlKeys> {
  const asSystem = actingAs(ctx, system)
  const now = ctx.clock.now()
  const kept = keysOf(await inTransaction(asSystem, (tx) => readKeys(ctx, tx)), now)
  if (kept) return kept
  return await inTransaction(asSystem, async (tx) => {
    // Two processes that find no key would make two, and one of them would sign with what nobody has been told of.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`saml-keys:${ctx.tenant.id}`}, 0))`.execute(tx.db)
    const found = await readKeys(ctx, tx)
    for (const use of ['signing', 'encryption'] as const) {
      const ofUse = found.filter((key) => key.use === use)
      if (ofUse.every((key) => key.retiresAt)) {
        const ends = ofUse.flatMap((key) => key.retiresAt?.getTime() ?? [])
        await makeKey(ctx, tx, use, new Date(Math.max(now.getTime(), ...ends)))
      }
    }
    const made = keysOf(await readKeys(ctx, tx), now)
    if (!made) throw new Error('A key that was just made is not there')
    return made
  })
}

/** Undefined when one must be made. */
function keysOf(kept: readonly KeptKey[], now: Date): SamlKeys | undefined {
  const ofUse = (use: KeyPurpose) => {
    const living = kept.filter((key) => key.use === use)
    if (living.every((key) => key.retiresAt)) return undefined
    const isUsed = (key: KeptKey): number => (key.usedFrom <= now ? 1 : 0)
    const [first, ...others] = living.toSorted(
      (a, b) => isUsed(b) - isUsed(a) || b.usedFrom.getTime() - a.usedFrom.getTime(),
    )
    return first && ([first, ...others] as const)
  }
  const signing = ofUse('signing')
  const encryption = ofUse('encryption')
  return signing && encryption && { signing, encryption }
}

async function readKeys(ctx: Context, { db }: Reading): Promise<readonly KeptKey[]> {
  const now = ctx.clock.now()
  const rows = await db
    .selectFrom('identity.saml_key')
    .select(['key_id', 'use', 'certificate', 'private_wrapped', 'used_from', 'retires_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where((is) => is.or([is('retires_at', 'is', null), is('retires_at', '>', now)]))
    .execute()
  return rows.map((row) => ({
    certificate: row.certificate,
    key: createPrivateKey({
      key: ctx.vault.unwrap(ctx.tenant.id, row.private_wrapped, binding(row.key_id)),
      format: 'der',
      type: 'pkcs8',
    })
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    use: row.use,
    usedFrom: row.used_from,
    retiresAt: row.retires_at,
  }))
}

async function makeKey(ctx: Context, { db }: Reading, use: KeyPurpose, usedFrom: Date): Promise<void> {
  const { name } = await getTenant(ctx)
  const { certificate, key } = await selfSigned(`${name} SAML ${use}`, ctx.clock.now())
  const id = ctx.ids.next()
  await db
    .insertInto('identity.saml_key')
    .values({
      tenant_id: ctx.tenant.id,
      key_id: id,
      use,
      certificate,
      private_wrapped: ctx.vault.wrap(ctx.tenant.id, key, binding(id)),
      used_from: usedFrom,
    })
    .execute()
}

const binding = (id: string): string => `saml-key:${id}`
