import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import type { Tenant } from '../../tenants/public.ts'
import { endSessions } from '../end-sessions.ts'
import { staffRightsOf } from '../methods/oidc/claims.ts'
import '../tables.ts'
import type { ProviderAnswer } from './ask-about-staff.ts'
import type { ClaimedSession } from './claim-sessions.ts'
import { askedEvery, unconfirmedLasts } from './limits.ts'
import { mayWork } from './may-work.ts'
import { sealRefreshToken } from './refresh-token.ts'

type Answered = Exclude<ProviderAnswer, { readonly kind: 'unreachable' }>

/** Does what follows from a provider's answer: the staff member has the groups that it gives them now, in all their sessions, or is out. Role `system`. */
export async function takeProviderAnswer(
  ctx: Context,
  { tenant, session, answer }: { readonly tenant: Tenant; readonly session: ClaimedSession; readonly answer: Answered },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const owner = { kind: 'staff', id: session.staffId } as const
    if (answer.kind === 'refused') return await endSessions(ctx, tx, { how: 'refused', owner, session: session.id })
    const given = staffRightsOf(answer.claims[tenant.staffLogin.groupsClaim], tenant)
    await follow(ctx, tx, session.staffId, given)
    if (!mayWork(given)) return await endSessions(ctx, tx, { how: 'rights-gone', owner })
    const now = ctx.clock.now()
    await tx.db
      .updateTable('identity.session')
      .set({
        confirmed_at: now,
        ask_after: later(now, askedEvery),
        ...(answer.refreshToken !== undefined && {
          refresh_sealed: sealRefreshToken(ctx, session.id, answer.refreshToken),
        }),
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('session_id', '=', session.id)
      .execute()
  })
}

/** Gives a staff member the groups and rights that their provider gives them now. */
async function follow(
  ctx: Context,
  { db, record }: Transaction,
  staff: string,
  { groups, rights }: ReturnType<typeof staffRightsOf>,
): Promise<void> {
  const had = await db
    .selectFrom('identity.staff_member')
    .select(['groups', 'rights'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('staff_id', '=', staff)
    // Two sessions of theirs may be answered at once: one of them says what has changed.
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (isSame(had.groups, groups) && isSame(had.rights, rights)) return
  await db
    .updateTable('identity.staff_member')
    .set({ groups, rights })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('staff_id', '=', staff)
    .execute()
  record({ type: 'staff.rights-changed', subject: staff, data: { groups, rights } })
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join()

/** Ends the municipality's staff sessions that no provider has vouched for in too long a time. Role `system`. */
export async function closeUnconfirmed(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await endSessions(ctx, tx, { how: 'unconfirmed', confirmedBefore: later(ctx.clock.now(), -unconfirmedLasts) })
  })
}
