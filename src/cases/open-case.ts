import type { ServiceDefinition } from '../catalogue/public.ts'
import { type Status, statusOfKind } from '../catalogue/public.ts'
import { markSent } from '../drafts/public.ts'
import type { Context } from '../platform/context.ts'
import { ahead } from '../platform/database/preparing-client.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { type Application, applicantOf, type Received } from './application.ts'
import { writeHistory } from './history.ts'
import { takeNumber } from './number.ts'
import { receiptReference, writeReceipt } from './receipt.ts'
import {
  historyOf,
  holdProtectionOfAll,
  isSignatureMissing,
  otherParties,
  partyRow,
  sentFor,
  writeShared,
  writeSigners,
} from './signed-application.ts'
import { writeSubmission } from './submission.ts'

/**
 * Opens a case with an application as its first submission. All that can be refused has been refused before. What was signed is written in role
 * `system`: the last to sign may be anybody.
 */
export async function openCase(ctx: Context, tx: Transaction, application: Application): Promise<Received> {
  const { draftId, service, group, at } = application
  const { definition } = service
  const onBehalfOf = sentFor(ctx, application)
  const caseId = ctx.ids.next()
  await markSent(ctx, tx, draftId)
  const number = await takeNumber(ctx, tx, { prefix: definition.caseNumberPrefix, at })
  const isProtected = await writeCase(ctx, tx, { application, caseId, number })
  await writeSubmission(ctx, tx, {
    ...application,
    caseId,
    sequence: 1,
    versionId: service.versionId,
    form: definition.form,
    onBehalfOf,
    isShared: !isProtected,
  })
  if (!isProtected) await writeShared(ctx, tx, { application, caseId, sequence: 1 })
  await writeSigners(ctx, tx, { application, caseId, isProtected })
  await writeHistory(ctx, tx, {
    caseId,
    type: 'case.received',
    forCitizen: true,
    data: { sequence: 1, ...historyOf(application) },
  })
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
    ...(onBehalfOf !== undefined && { onBehalfOf }),
  })
  return { caseId, number, receivedAt: at, receipt }
}

type NewCase = { readonly application: Application; readonly caseId: string; readonly number: string }

/**
 * The case, and the one who sends as its owner: from now on they can reach it, and write the rest of it; with them who signed. Answers whether
 * one of them is protected.
 */
async function writeCase(ctx: Context, tx: Transaction, { application, caseId, number }: NewCase): Promise<boolean> {
  const { service, at } = application
  const { actor } = ctx
  const status = firstStatus(service.definition)
  const isProtected = await holdProtectionOfAll(ctx, tx, application)
  const ownerId = application.signed?.ownerId ?? (actor.kind === 'citizen' ? actor.id : undefined)
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
        signature_missing: isSignatureMissing(application),
      }),
    )
    .insertInto('cases.case_party')
    .values([
      {
        tenant_id: ctx.tenant.id,
        case_id: caseId,
        party_id: ctx.ids.next(),
        kind: ownerId === undefined ? 'visitor' : 'person',
        role: 'owner',
        person_id: ownerId ?? null,
        visitor_id: actor.kind === 'visitor' ? (actor.id ?? null) : null,
        since: at,
      },
      ...otherParties(application).map((party) => partyRow(ctx, { ...party, caseId, since: at })),
    ])
    .modifyEnd(ahead)
    .execute()
  return isProtected
}

function firstStatus(definition: ServiceDefinition): Status {
  const status = statusOfKind(definition, 'received')
  if (!status) throw new Error(`The service ${definition.shortName} has no status for a case that has come in`)
  return status
}
