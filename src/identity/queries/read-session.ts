import { z } from 'zod'
import { type Citizen, type StaffMember, staffRights, system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import type { Tenant } from '../../tenants/public.ts'
import type { SessionOwner } from '../owner.ts'
import { unconfirmedLasts } from '../staff/limits.ts'
import type { Area } from '../tables.ts'

/** A session moves its idle limit at most this often, so that most requests only read. */
const touchEvery = minutes(1)

const Rights = z.array(z.enum(staffRights))

export type LiveSession = {
  readonly actor: Citizen | StaffMember
  /** What the header calls them; undefined when it isn't known or mustn't be shown. */
  readonly name: string | undefined
  readonly idleEndsAt: Date
  readonly endsAt: Date
}

/** What a session cookie leads to. `ended` tells whose session it was: what they send now is kept for them alone. */
export type SessionState =
  | ({ readonly kind: 'live' } & LiveSession)
  | { readonly kind: 'ended'; readonly owner: SessionOwner | undefined }
  | { readonly kind: 'none' }

/** Looks a session up by its cookie and, unless told to only `look`, moves its idle limit. */
export async function readSession(
  ctx: Context,
  tenant: Tenant,
  area: Area,
  token: string | undefined,
  look = false,
): Promise<SessionState> {
  if (!token) return { kind: 'none' }
  const row = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.session as s')
        .leftJoin('people.person as p', (join) =>
          join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.person_id', '=', 's.person_id'),
        )
        .leftJoin('identity.staff_member as m', (join) =>
          join.onRef('m.tenant_id', '=', 's.tenant_id').onRef('m.staff_id', '=', 's.staff_id'),
        )
        .select([
          's.session_id',
          's.person_id',
          's.staff_id',
          's.protected_identity',
          's.idle_ends_at',
          's.ends_at',
          's.ended_at',
          's.confirmed_at',
        ])
        .select(['p.given_name', 'p.surname', 'm.name', 'm.groups', 'm.rights'])
        .where('s.tenant_id', '=', ctx.tenant.id)
        .where('s.token_hash', '=', sha256(token))
        .where('s.area', '=', area)
        .executeTakeFirst(),
  )
  const now = ctx.clock.now()
  // After "Logga ut" nothing is kept for anybody: the next at the computer may be somebody else.
  if (!row || row.ended_at) return { kind: 'none' }
  // The provider is asked by a job; where that stands still, too, nobody goes on without the provider's word.
  const isUnconfirmed = row.confirmed_at !== null && later(row.confirmed_at, unconfirmedLasts) <= now
  if (row.idle_ends_at <= now || row.ends_at <= now || isUnconfirmed) return { kind: 'ended', owner: ownerOf(row) }

  const moved = later(now, minutes(tenant.session.idleMinutes))
  const touch = !look && moved.getTime() - row.idle_ends_at.getTime() > touchEvery
  if (touch) await moveIdleLimit(ctx, token, moved)
  const times = { idleEndsAt: touch ? moved : row.idle_ends_at, endsAt: row.ends_at }
  if (row.person_id) {
    const actor: Citizen = {
      kind: 'citizen',
      id: row.person_id,
      sessionId: row.session_id,
      protectedIdentity: row.protected_identity,
    }
    const name = [row.given_name, row.surname].filter(Boolean).join(' ')
    return { kind: 'live', actor, name: row.protected_identity || name === '' ? undefined : name, ...times }
  }
  if (row.staff_id && row.name !== null && row.groups !== null) {
    const actor: StaffMember = {
      kind: 'staff',
      id: row.staff_id,
      sessionId: row.session_id,
      name: row.name,
      groups: row.groups,
      rights: Rights.parse(row.rights),
    }
    return { kind: 'live', actor, name: row.name, ...times }
  }
  return { kind: 'none' }
}

const ownerOf = (row: {
  readonly session_id: string
  readonly person_id: string | null
  readonly staff_id: string | null
}): SessionOwner | undefined => {
  if (row.person_id) return { kind: 'citizen', id: row.person_id, sessionId: row.session_id }
  return row.staff_id ? { kind: 'staff', id: row.staff_id, sessionId: row.session_id } : undefined
}

async function moveIdleLimit(ctx: Context, token: string, to: Date): Promise<void> {
  await inTransaction(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .updateTable('identity.session')
        .set({ idle_ends_at: to })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('token_hash', '=', sha256(token))
        .execute(),
  )
}
