import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { Evidence, type Role, SignedText } from '../../signing/public.ts'
import { getTenant } from '../../tenants/public.ts'

/** Somebody who has signed a submission, with the evidence; or hasn't, where it was sent all the same. */
export type SubmissionSigner = {
  readonly draftId: string
  readonly partyId: string
  /** Their place among those who were asked; the applicant's is 0. */
  readonly position: number
  readonly role: Role
  readonly personId: string | undefined
  /** Undefined where a party is protected. */
  readonly name: string | undefined
  readonly declined: boolean
  readonly signed: SubmissionSignature | undefined
}

export type SubmissionSignature = {
  /** By the issuer's word. */
  readonly at: Date
  /** The way, as the municipality calls it for people, in Swedish; by its name in addresses where it has it no more. */
  readonly method: string
  /** Level of assurance (acr). */
  readonly level: string
  readonly text: SignedText
  readonly evidence: Evidence
  /** What the evidence was verified by: certificates (PEM) or keys (JWKS). */
  readonly trusted: string
}

/** Who signs what has been sent in a case, submission by submission, the applicant first. In role `system`: no citizen reads others' evidence. */
export async function listSigners(
  ctx: Context,
  { db }: Reading,
  caseId: string,
): Promise<ReadonlyMap<string, readonly SubmissionSigner[]>> {
  const rows = await db
    .selectFrom('cases.signer')
    .select(['draft_id', 'party_id', 'position', 'role', 'person_id', 'name', 'declined'])
    .select(['signed_at', 'method', 'level', 'visible', 'format', 'manifest', 'evidence', 'trusted'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  const { methods } = (await getTenant(ctx)).citizenLogin
  const signers = rows.map((row) => ({
    draftId: row.draft_id,
    partyId: row.party_id,
    position: row.position,
    role: row.role,
    personId: row.person_id ?? undefined,
    name: row.name ?? undefined,
    declined: row.declined,
    // All of them are null, or none.
    signed:
      row.signed_at === null
        ? undefined
        : {
            at: row.signed_at,
            method: methods.find(({ name }) => name === row.method)?.title.sv ?? row.method ?? '',
            level: row.level ?? '',
            text: SignedText.parse({ visible: row.visible, format: row.format, manifest: row.manifest }),
            evidence: Evidence.parse(row.evidence),
            trusted: row.trusted ?? '',
          },
  }))
  return Map.groupBy(signers, ({ draftId }) => draftId)
}
