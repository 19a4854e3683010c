import type { ServiceDefinition } from '../catalogue/public.ts'
import { canonicalJson } from '../forms/canonical-json.ts'
import { sharedWithParties } from '../forms/parties.ts'
import { holdProtection, holdProtectionOf } from '../people/public.ts'
import { system } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { enterRole, type Transaction } from '../platform/database/transaction.ts'
import type { Role, Signer } from '../signing/public.ts'
import type { Application } from './application.ts'
import { writeHistory } from './history.ts'
import { isSameName } from './same-name.ts'
import type { CasePartyTable } from './tables.ts'

type Sent = { readonly application: Application; readonly caseId: string; readonly sequence: number }

/** What somebody is in a case that they have signed an application of. */
const partyRoles: Readonly<Record<Role, CasePartyTable['role']>> = {
  applicant: 'owner',
  guardian: 'co-applicant',
  'co-applicant': 'co-applicant',
  signatory: 'signer',
}

/** Somebody who has signed beside the applicant. Who hasn't is no party: they have no part in what was sent, and may never have heard of it. */
type OtherParty = { readonly personId: string; readonly role: CasePartyTable['role'] }

/** Who signed beside the applicant, as parties of the case. */
export const otherParties = ({ signed }: Application): readonly OtherParty[] =>
  (signed?.signers ?? []).flatMap(({ role, personId, signed: signature }) =>
    role === 'applicant' || personId === undefined || !signature ? [] : [{ personId, role: partyRoles[role] }],
  )

/** Such a party as a row. */
export const partyRow = (
  ctx: Context,
  { personId, role, caseId, since }: OtherParty & { readonly caseId: string; readonly since: Date },
) => ({
  tenant_id: ctx.tenant.id,
  case_id: caseId,
  party_id: ctx.ids.next(),
  kind: 'person' as const,
  role,
  person_id: personId,
  visitor_id: null,
  since,
})

/** In whose name whoever signed last sends; undefined when it is the applicant themselves. */
export const sentFor = ({ actor }: Context, { signed }: Application): string | undefined =>
  signed && actor.kind === 'citizen' && actor.id !== signed.ownerId ? signed.ownerId : undefined

/** What the line of history of a submission tells of its signatures. */
export const historyOf = (application: Application) => (isSignatureMissing(application) ? { unsigned: true } : {})

/** Whether somebody was to sign and hasn't. */
export const isSignatureMissing = ({ signed }: Application): boolean =>
  (signed?.signers ?? []).some(({ signed: signature }) => !signature)

/** As `holdProtection`, of everybody who stands behind an application. */
export async function holdProtectionOfAll(ctx: Context, tx: Transaction, { signed }: Application): Promise<boolean> {
  if (!signed) return await holdProtection(ctx, tx)
  const others = signed.signers.flatMap(({ personId }) => personId ?? [])
  return await holdProtectionOf(ctx, tx, [...new Set([signed.ownerId, ...others])])
}

/**
 * Writes what other parties see of a submission, where the service has any: without what is hidden from them. In a transaction of the applicant's
 * own, too, which can't write it: nobody reaches by themselves what others see.
 */
export async function writeShared(
  ctx: Context,
  { db }: Transaction,
  { application, caseId, sequence }: Sent,
): Promise<void> {
  const { service, draftId, at, signed } = application
  if (!hasOthers(service.definition)) return
  const { answers, asked } = sharedWithParties(service.definition.form, application)
  if (!signed) await enterRole(db, ctx.tenant.id, system)
  await db
    .insertInto('cases.shared_submission')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: draftId,
      case_id: caseId,
      sequence,
      version_id: service.versionId,
      received_at: at,
      answers: canonicalJson(answers),
      asked,
    })
    .execute()
  if (!signed) await enterRole(db, ctx.tenant.id, ctx.actor)
}

const hasOthers = ({ signing }: ServiceDefinition): boolean => signing !== undefined && signing.others.length > 0

/** Writes who signed a submission, with the evidence, and who didn't; what each of them filled in; and a line of history for each signature. */
export async function writeSigners(
  ctx: Context,
  tx: Transaction,
  { application, caseId, isProtected }: Omit<Sent, 'sequence'> & { readonly isProtected: boolean },
): Promise<void> {
  const { signed, draftId } = application
  if (!signed) return
  const place = { tenant_id: ctx.tenant.id, case_id: caseId, draft_id: draftId }
  await tx.db
    .insertInto('cases.signer')
    .values(
      signed.signers.map((signer) => ({
        ...place,
        ...rowOf(signer),
        ...(isProtected && { name: null, named_as: null }),
      })),
    )
    .execute()
  const own = signed.signers.flatMap(({ party, personId, signed: signature }) =>
    personId === undefined || !signature?.own
      ? []
      : [
          {
            ...place,
            party_id: party,
            person_id: personId,
            answers: canonicalJson(signature.own.answers),
            asked: signature.own.asked,
          },
        ],
  )
  if (own.length > 0) await tx.db.insertInto('cases.party_answers').values(own).execute()
  for (const { personId, signed: signature } of inTime(signed.signers)) {
    if (!signature || personId === undefined) continue
    await writeHistory(ctx, tx, {
      caseId,
      type: 'case.signed',
      forCitizen: true,
      by: { personId, at: signature.at },
    })
  }
}

const inTime = (signers: readonly Signer[]): readonly Signer[] =>
  signers.toSorted((one, other) => (one.signed?.at.getTime() ?? 0) - (other.signed?.at.getTime() ?? 0))

/** A signer as they are kept. */
const rowOf = ({ party, position, role, personId, name, signed, declined }: Signer) => ({
  party_id: party,
  position,
  role,
  person_id: personId ?? null,
  name: signed?.name ?? name ?? null,
  named_as: signed?.name !== undefined && name !== undefined && !isSameName(signed.name, name) ? name : null,
  declined,
  signed_at: signed?.at ?? null,
  method: signed?.method ?? null,
  level: signed?.level ?? null,
  visible: signed?.text.visible ?? null,
  format: signed?.text.format ?? null,
  manifest: signed?.text.manifest ?? null,
  evidence: signed ? JSON.stringify(signed.evidence) : null,
  trusted: signed?.trusted ?? null,
})
