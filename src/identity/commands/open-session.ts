import { consultRegister, type PopulationRegisters, recognisePerson } from '../../people/public.ts'
import { type Citizen, type StaffMember, system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/ids.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { Tenant } from '../../tenants/public.ts'
import type { IssuersReference } from '../events.ts'
import type { VerifiedIdentity } from '../methods/method.ts'
import { StaffClaims, staffRightsOf } from '../methods/oidc/claims.ts'
import { type Owner, ownerColumn } from '../owner.ts'
import { askedEvery, unaskedLasts } from '../staff/limits.ts'
import { mayWork } from '../staff/may-work.ts'
import { sealRefreshToken } from '../staff/refresh-token.ts'

/** A session that has just begun, and the secret for its cookie: a new one at every login. */
export type OpenedSession<Actor> = { readonly actor: Actor; readonly token: string }

/** A login that has been finished, and from what. */
type SessionStart = {
  readonly tenant: Tenant
  /** The municipality's name for the way in. */
  readonly method: string
  /** What `browserNameOf` calls the browser; undefined for one that it doesn't know. */
  readonly browser: string | undefined
}

/** Somebody who has identified themselves by one of the municipality's methods. */
export type CitizenLogin = SessionStart & { readonly identity: VerifiedIdentity }

/** A staff member as their municipality's provider tells of them. */
export type StaffLogin = SessionStart & {
  readonly level: string
  /** Claims of the ID token and of UserInfo, checked to be of one person. */
  readonly claims: Readonly<Record<string, unknown>>
  /** What the provider gave to ask it again by; undefined when it gives none. */
  readonly refreshToken: string | undefined
}

type CitizenSessionOptions = {
  readonly registers: PopulationRegisters
  /** Does in the same transaction what follows from knowing who it is. */
  readonly recognised?: (ctx: Context, tx: Transaction, person: string) => Promise<void>
}

/** Logs a citizen in: asks the population register about them, finds or makes the person, and begins a session. A register that fails stops nobody. */
export async function openCitizenSession(
  ctx: Context,
  login: CitizenLogin,
  { registers, recognised }: CitizenSessionOptions,
): Promise<OpenedSession<Citizen>> {
  const identification = await consultRegister(ctx, registers, login.identity.claimed)
  const asSystem = actingAs(ctx, system)
  return await inTransaction(asSystem, async (tx) => {
    const { id, protectedIdentity } = await recognisePerson(asSystem, tx, identification)
    await recognised?.(asSystem, tx, id)
    const { level, reference } = login.identity
    const session = await insertSession(ctx, tx, {
      ...login,
      owner: { kind: 'citizen', id },
      isProtected: protectedIdentity,
      level,
      reference,
    })
    return {
      token: session.token,
      actor: { kind: 'citizen', id, sessionId: session.id, protectedIdentity },
    }
  })
}

/** Logs a staff member in with the groups that their provider gives them now. Fails for somebody who has no rights here. */
export async function openStaffSession(
  ctx: Context,
  login: StaffLogin,
): Promise<Result<OpenedSession<StaffMember>, 'no-rights'>> {
  const claims = StaffClaims.parse(login.claims)
  const { groups, rights } = staffRightsOf(login.claims[login.tenant.staffLogin.groupsClaim], login.tenant)
  if (!mayWork({ groups, rights })) return failed('no-rights')
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
    const session = await insertSession(ctx, tx, {
      ...login,
      owner: { kind: 'staff', id: staff_id },
      isProtected: false,
    })
    return ok({
      token: session.token,
      actor: { kind: 'staff', id: staff_id, sessionId: session.id, name: claims.name, groups, rights },
    })
  })
}

/** What a session's row is made of. */
type NewSession = SessionStart &
  IssuersReference & {
    readonly owner: Owner
    readonly isProtected: boolean
    readonly level: string
    readonly refreshToken?: string | undefined
  }

async function insertSession(ctx: Context, { db, record }: Transaction, begun: NewSession) {
  const { owner, method, level, reference, refreshToken } = begun
  const limits = begun.tenant.session
  const token = newSecret()
  const id = ctx.ids.next()
  const now = ctx.clock.now()
  const longest = minutes(limits.absoluteMinutes)
  const lasts = owner.kind === 'staff' && refreshToken === undefined ? Math.min(longest, unaskedLasts) : longest
  await db
    .insertInto('identity.session')
    .values({
      tenant_id: ctx.tenant.id,
      token_hash: sha256(token),
      session_id: id,
      area: owner.kind,
      person_id: null,
      staff_id: null,
      [ownerColumn(owner)]: owner.id,
      protected_identity: begun.isProtected,
      level_of_assurance: level,
      method,
      browser: begun.browser ?? null,
      identified_at: now,
      created_at: now,
      idle_ends_at: later(now, minutes(limits.idleMinutes)),
      ends_at: later(now, lasts),
      ...(refreshToken !== undefined && {
        refresh_sealed: sealRefreshToken(ctx, id, refreshToken),
        confirmed_at: now,
        ask_after: later(now, askedEvery),
      }),
    })
    .execute()
  record({
    type: 'session.started',
    subject: owner.id,
    data: { session: id, area: owner.kind, method, level, reference },
  })
  return { id, token }
}
