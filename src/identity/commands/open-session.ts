import { consultRegister, type PopulationRegisters, recognisePerson } from '../../people/public.ts'
import { type Citizen, type StaffMember, system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/ids.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { Tenant } from '../../tenants/public.ts'
import { citizenOf, StaffClaims, staffRightsOf } from '../oidc/claims.ts'
import type { FinishedLogin } from './finish-login.ts'

/** A session that has just begun, and the secret for its cookie: a new one at every login. */
export type OpenedSession<Actor> = { readonly actor: Actor; readonly token: string }

type CitizenSessionOptions = {
  readonly registers: PopulationRegisters
  /** Does in the same transaction what follows from knowing who it is. */
  readonly recognised?: (ctx: Context, tx: Transaction, person: string) => Promise<void>
}

/**
 * Logs a citizen in: asks the population register about them, finds or makes the person, and begins a session. A register that fails stops
 * nobody. Fails when the hub gave no identity number.
 */
export async function openCitizenSession(
  ctx: Context,
  login: FinishedLogin,
  { registers, recognised }: CitizenSessionOptions,
): Promise<Result<OpenedSession<Citizen>, 'no-identity'>> {
  const claimed = citizenOf(login.claims, login.tenant.citizenLogin.claims)
  if (!claimed) {
    ctx.log.warn({ code: 'login-without-identity' }, 'the hub gave no identity number')
    return failed('no-identity')
  }
  const identification = await consultRegister(ctx, registers, claimed)
  const asSystem = actingAs(ctx, system)
  return await inTransaction(asSystem, async (tx) => {
    const { id, protectedIdentity } = await recognisePerson(asSystem, tx, identification)
    await recognised?.(asSystem, tx, id)
    const session = await insertSession(ctx, tx, login, {
      area: 'citizen',
      person_id: id,
      staff_id: null,
      protected_identity: protectedIdentity,
    })
    return ok({
      token: session.token,
      actor: { kind: 'citizen', id, sessionId: session.id, protectedIdentity },
    })
  })
}

/** Logs a staff member in with the groups that their provider gives them now. Fails for somebody who has no rights here. */
export async function openStaffSession(
  ctx: Context,
  login: FinishedLogin,
): Promise<Result<OpenedSession<StaffMember>, 'no-rights'>> {
  const claims = StaffClaims.parse(login.claims)
  const { groups, rights } = staffRightsOf(login.claims[login.tenant.staffLogin.groupsClaim], login.tenant)
  if (groups.length === 0 && rights.length === 0) return failed('no-rights')
  return await inTransaction(actingAs(ctx, system), async (tx) => {
    const described = { name: claims.name, email: claims.email ?? null, groups, rights, seen_at: ctx.clock.now() }
    const { staff_id } = await tx.db
      .insertInto('identity.staff_member')
      .values({
        tenant_id: ctx.tenant.id,
        staff_id: ctx.ids.next(),
        issuer: login.tenant.staffLogin.issuer,
        subject: claims.sub,
        ...described,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'issuer', 'subject']).doUpdateSet(described))
      .returning('staff_id')
      .executeTakeFirstOrThrow()
    const session = await insertSession(ctx, tx, login, {
      area: 'staff',
      person_id: null,
      staff_id,
      protected_identity: false,
    })
    return ok({
      token: session.token,
      actor: { kind: 'staff', id: staff_id, sessionId: session.id, name: claims.name, groups, rights },
    })
  })
}

async function insertSession(
  ctx: Context,
  { db, record }: Transaction,
  login: FinishedLogin,
  whose: {
    readonly area: 'citizen' | 'staff'
    readonly person_id: string | null
    readonly staff_id: string | null
    readonly protected_identity: boolean
  },
) {
  const token = newSecret()
  const id = ctx.ids.next()
  const now = ctx.clock.now()
  await db
    .insertInto('identity.session')
    .values({
      tenant_id: ctx.tenant.id,
      token_hash: sha256(token),
      session_id: id,
      ...whose,
      level_of_assurance: login.level,
      created_at: now,
      ...sessionLimits(login.tenant, now),
    })
    .execute()
  record({
    type: 'session.started',
    subject: whose.person_id ?? whose.staff_id ?? id,
    data: { area: whose.area, level: login.level },
  })
  return { id, token }
}

const sessionLimits = ({ session }: Tenant, now: Date) => ({
  idle_ends_at: later(now, minutes(session.idleMinutes)),
  ends_at: later(now, minutes(session.absoluteMinutes)),
})
