import { getStatus, type Service, type Status } from '../../catalogue/public.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { caseFacts, type KnownCase } from '../case.ts'
import { may } from '../policy.ts'
import { findCase } from './find-case.ts'
import { type CaseSigner, readSigners } from './read-signers.ts'

/** A case as its parties see it. */
export type MyCase = {
  readonly caseId: string
  readonly number: string
  readonly service: Service
  readonly status: Status
  /** The case worker's name, where the service shows it and somebody has taken the case. */
  readonly worker: string | undefined
  /** What the municipality waits for, while it does. */
  readonly supplement: Supplement | undefined
  readonly receivedAt: Date
  /** How many files the latest submission has. */
  readonly attachments: number
  readonly mayWriteMessage: boolean
  /** The reader applied, and sees all of it; else without what is hidden from other parties. */
  readonly isOwner: boolean
  /** Who has signed what was sent, and what the reader filled in as they did; empty where nobody signs. */
  readonly signers: readonly CaseSigner[]
}

export type Supplement = {
  /** By "Ändra ärende", or by a message. */
  readonly way: 'form' | 'message'
  readonly text: string
  /** The last day, `2027-03-03`. */
  readonly until: string
  readonly isLate: boolean
}

/** A case that the logged-in person is a party of. Throws `not-found` for every other. */
export async function getMyCase(ctx: Context, caseId: string): Promise<MyCase> {
  if (ctx.actor.kind !== 'citizen') throw notFound()
  return await inReading(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    const isOwner = may(ctx.actor, 'read-hidden', caseFacts(it))
    return {
      caseId,
      number: it.number,
      service: it.service,
      status: getStatus(it.service.definition, it.status),
      worker: it.service.definition.showCaseWorker ? it.workerShown : undefined,
      supplement: supplementOf(ctx, it),
      receivedAt: it.receivedAt,
      attachments: await countAttachments(ctx, tx, { caseId, isOwner }),
      mayWriteMessage: may(ctx.actor, 'write-message', caseFacts(it)),
      isOwner,
      signers: await readSigners(ctx, tx, it),
    }
  })
}

function supplementOf(ctx: Context, it: KnownCase): Supplement | undefined {
  const asked = (way: 'form' | 'message') => may(ctx.actor, `supplement-by-${way}`, caseFacts(it))
  const today = dayIn(ctx.tenant.timeZone, ctx.clock.now())
  const way = asked('form') ? 'form' : asked('message') ? 'message' : undefined
  return way && it.supplement && { way, ...it.supplement, isLate: it.supplement.until < today }
}

type Counted = { readonly caseId: string; readonly isOwner: boolean }

/** Files of the latest submission that the reader sees. */
async function countAttachments(ctx: Context, { db }: Reading, { caseId, isOwner }: Counted): Promise<number> {
  const latest = db
    .selectFrom(isOwner ? 'cases.submission' : 'cases.shared_submission')
    .select('draft_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
  const { count } = await db
    .selectFrom('cases.attachment')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .where('draft_id', '=', latest)
    .$if(!isOwner, (query) => query.where('hidden_from_parties', '=', false))
    .executeTakeFirstOrThrow()
  return count
}
