import { getStatus, type Service, type Status } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { caseFacts, type KnownCase } from '../case.ts'
import { type CaseVerb, may } from '../policy.ts'
import { recordRead } from '../record-read.ts'
import { mayFollow } from '../status.ts'
import { findCase } from './find-case.ts'
import { type CaseSigner, readSigners } from './read-signers.ts'

/** A case as case workers see it. */
export type StaffCase = {
  readonly caseId: string
  readonly number: string
  readonly service: Service
  readonly group: string
  readonly status: Status
  readonly assignedTo: { readonly id: string; readonly name: string } | undefined
  /** Sent without login: can't be supplemented, and has no Mina sidor to answer on. */
  readonly anonymous: boolean
  /** Undefined when it is unknown or protected. */
  readonly applicant: string | undefined
  /** A party has protected identity. */
  readonly isProtected: boolean
  /** It was sent without the signature of somebody who was to sign. */
  readonly signatureMissing: boolean
  /** Who has signed what was sent; empty where nobody does. */
  readonly signers: readonly CaseSigner[]
  readonly supplement: { readonly text: string; readonly until: string } | undefined
  readonly receivedAt: Date
  readonly changedAt: Date
  /** What a change has to name: see `Change`. */
  readonly version: number
  readonly abilities: {
    readonly take: boolean
    readonly assign: boolean
    readonly requestSupplement: boolean
    readonly writeMessage: boolean
  }
  /** The statuses that the case can be moved to. */
  readonly nextStatuses: readonly Status[]
}

/**
 * A case of one of the actor's groups. That they read it is written down in the same transaction: nobody sees what can't be traced
 * (S1). Throws `not-found` for every other case.
 */
export async function getCase(ctx: Context, caseId: string): Promise<StaffCase> {
  if (ctx.actor.kind !== 'staff') throw notFound()
  return await inTransaction(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    await recordRead(ctx, tx, it)
    const allowed = (verb: CaseVerb) => may(ctx.actor, verb, caseFacts(it))
    const status = getStatus(it.service.definition, it.status)
    return {
      caseId,
      number: it.number,
      service: it.service,
      group: it.group,
      status,
      assignedTo: await assignee(ctx, tx, it),
      anonymous: it.anonymous,
      applicant: it.applicant,
      isProtected: it.isProtected,
      signatureMissing: it.signatureMissing,
      signers: await readSigners(ctx, tx, it),
      supplement: it.supplement,
      receivedAt: it.receivedAt,
      changedAt: it.changedAt,
      version: it.version,
      abilities: {
        take: allowed('take') && it.assignedTo === undefined,
        assign: allowed('assign'),
        requestSupplement: allowed('request-supplement'),
        writeMessage: allowed('write-message'),
      },
      nextStatuses: allowed('change-status')
        ? it.service.definition.statuses.filter((other) => mayFollow(status, other))
        : [],
    }
  })
}

async function assignee(
  ctx: Context,
  { db }: Transaction,
  { assignedTo }: KnownCase,
): Promise<StaffCase['assignedTo']> {
  if (assignedTo === undefined) return undefined
  const row = await db
    .selectFrom('identity.staff_member')
    .select(['staff_id', 'name'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('staff_id', '=', assignedTo)
    .executeTakeFirst()
  return row && { id: row.staff_id, name: row.name }
}
