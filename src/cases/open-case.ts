import type { ServiceDefinition } from '../catalogue/public.ts'
import { type Status, statusOfKind } from '../catalogue/public.ts'
import { markSent } from '../drafts/public.ts'
import { holdProtection } from '../people/public.ts'
import type { Context } from '../platform/context.ts'
import { ahead } from '../platform/database/preparing-client.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { type Application, applicantOf, type Received } from './application.ts'
import { writeHistory } from './history.ts'
import { takeNumber } from './number.ts'
import { receiptReference, writeReceipt } from './receipt.ts'
import { writeSubmission } from './submission.ts'

/** Opens a case with an application as its first submission. All that can be refused has been refused before. */
export async function openCase(ctx: Context, tx: Transaction, application: Application): Promise<Received> {
  const { draftId, service, group, at } = application
  const { definition } = service
  const caseId = ctx.ids.next()
  await markSent(ctx, tx, draftId)
  const number = await takeNumber(ctx, tx, { prefix: definition.caseNumberPrefix, at })
  await writeCase(ctx, tx, { application, caseId, number })
  await writeSubmission(ctx, tx, {
    ...application,
    caseId,
    sequence: 1,
    versionId: service.versionId,
    form: definition.form,
  })
  await writeHistory(ctx, tx, { caseId, type: 'case.received', forCitizen: true, data: { sequence: 1 } })
  const receipt = ctx.actor.kind === 'visitor' ? receiptReference(ctx, draftId) : undefined
  if (receipt !== undefined) await writeReceipt(ctx, tx, { reference: receipt, caseId, at })
  tx.record({
    type: 'case.received',
    subject: caseId,
    data: {
      number,
      serviceId: service.serviceId,
      versionId: service.versionId,
      draftId,
      group,
      sequence: 1,
    },
  })
  return { caseId, number, receivedAt: at, receipt }
}

type NewCase = { readonly application: Application; readonly caseId: string; readonly number: string }

/** The case, and the one who sends as its owner: from now on they can reach it, and write the rest of it. */
async function writeCase(ctx: Context, tx: Transaction, { application, caseId, number }: NewCase): Promise<void> {
  const { service, at } = application
  const { actor } = ctx
  const status = firstStatus(service.definition)
  const isProtected = await holdProtection(ctx, tx)
  await tx.db
    .with('opened', (of) =>
      of.insertInto('cases.case').values({
        tenant_id: ctx.tenant.id,
        case_id: caseId,
        number,
        service_id: service.serviceId,
        version_id: service.versionId,
        group_name: application.group,
        status: status.id,
        status_kind: status.kind,
        anonymous: actor.kind === 'visitor',
        applicant: (isProtected ? undefined : applicantOf(application)) ?? null,
        protected: isProtected,
        received_at: at,
        changed_at: at,
        latest_event: 'case.received',
      }),
    )
    .insertInto('cases.case_party')
    .values({
      tenant_id: ctx.tenant.id,
      case_id: caseId,
      party_id: ctx.ids.next(),
      kind: actor.kind === 'citizen' ? 'person' : 'visitor',
      role: 'owner',
      person_id: actor.kind === 'citizen' ? actor.id : null,
      visitor_id: actor.kind === 'visitor' ? (actor.id ?? null) : null,
      since: at,
    })
    .modifyEnd(ahead)
    .execute()
}

function firstStatus(definition: ServiceDefinition): Status {
  const status = statusOfKind(definition, 'received')
  if (!status) throw new Error(`The service ${definition.shortName} has no status for a case that has come in`)
  return status
}
