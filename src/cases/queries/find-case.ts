import { sql } from 'kysely'
import { getServiceVersion } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading, Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { caseFacts, type KnownCase } from '../case.ts'
import { type CaseVerb, may } from '../policy.ts'

/** A case that the actor may read, or undefined: what doesn't exist and what is somebody else's are never told apart. */
export const findCase = async (ctx: Context, tx: Reading, caseId: string): Promise<KnownCase | undefined> =>
  await findReadable(ctx, tx, caseId, 'read')

/**
 * As `findCase`, and locks the case's row until the transaction ends. The lock prevents the race of a citizen who supplements while
 * a case worker decides: whoever comes second sees what the first has done.
 */
export const lockCase = async (ctx: Context, tx: Transaction, caseId: string): Promise<KnownCase | undefined> =>
  await findReadable(ctx, tx, caseId, 'lock')

/** A case that the actor may do something with. Throws `not-found` when they can't even read it; answers undefined when only the deed is refused. */
export async function lockCaseTo(
  ctx: Context,
  tx: Transaction,
  { caseId, verb }: { readonly caseId: string; readonly verb: CaseVerb },
): Promise<{ readonly it: KnownCase; readonly allowed: boolean }> {
  const it = await lockCase(ctx, tx, caseId)
  if (!it) throw notFound()
  return { it, allowed: may(ctx.actor, verb, caseFacts(it)) }
}

async function findReadable(
  ctx: Context,
  tx: Reading,
  caseId: string,
  how: 'read' | 'lock',
): Promise<KnownCase | undefined> {
  // Whoever is not logged in has the receipt and nothing else: their role has no right to lock a case either.
  if (ctx.actor.kind === 'visitor') return undefined
  const query = tx.db
    .selectFrom('cases.case as c')
    .select(['c.case_id', 'c.number', 'c.service_id', 'c.version_id', 'c.group_name', 'c.status', 'c.status_kind'])
    .select([
      'c.assigned_to',
      'c.worker_shown',
      'c.anonymous',
      'c.applicant',
      'c.protected',
      'c.signature_missing',
      'c.supplement_text',
      'c.supplement_until',
    ])
    .select(['c.received_at', 'c.changed_at', 'c.version'])
    .select(
      sql<string[]>`array(select p.person_id from cases.case_party p where p.tenant_id = c.tenant_id
        and p.case_id = c.case_id and p.until is null and p.person_id is not null order by p.since, p.party_id)`.as(
        'persons',
      ),
    )
    .select(
      sql<string[]>`array(select p.person_id from cases.case_party p where p.tenant_id = c.tenant_id
        and p.case_id = c.case_id and p.until is null and p.person_id is not null and p.role = 'owner'
        order by p.since, p.party_id)`.as('owners'),
    )
    .where('c.tenant_id', '=', ctx.tenant.id)
    .where('c.case_id', '=', caseId)
  const row = await (how === 'lock' ? query.forUpdate('c') : query).executeTakeFirst()
  if (!row) return undefined
  const it: KnownCase = {
    caseId: row.case_id,
    number: row.number,
    serviceId: row.service_id,
    versionId: row.version_id,
    service: await getServiceVersion(ctx, row.version_id, tx),
    group: row.group_name,
    status: row.status,
    statusKind: row.status_kind,
    assignedTo: row.assigned_to ?? undefined,
    workerShown: row.worker_shown ?? undefined,
    anonymous: row.anonymous,
    persons: row.persons,
    owners: row.owners,
    applicant: row.applicant ?? undefined,
    isProtected: row.protected,
    signatureMissing: row.signature_missing,
    supplement:
      row.supplement_text === null || row.supplement_until === null
        ? undefined
        : { text: row.supplement_text, until: row.supplement_until },
    receivedAt: row.received_at,
    changedAt: row.changed_at,
    version: row.version,
  }
  return may(ctx.actor, 'read', caseFacts(it)) ? it : undefined
}
