import { sealDraft } from '../drafts/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { notFound } from '../platform/errors.ts'
import { failed, ok, type Result } from '../platform/result.ts'
import { type NamedParty, openSigning } from '../signing/public.ts'
import type { Application } from './application.ts'
import { caseFacts } from './case.ts'
import { type ContactProblem, type TypedContacts, withContacts } from './party-contacts.ts'
import { may } from './policy.ts'
import { findCase } from './queries/find-case.ts'

type SealApplication = {
  readonly application: Application
  readonly caseId: string | undefined
  /** Who signs besides the applicant. */
  readonly others: readonly NamedParty[]
  readonly contacts: TypedContacts
}

/** Why what is right can't be laid before those who are to sign it. */
export type SealFailure =
  | { readonly kind: 'not-waiting'; readonly caseId: string }
  /** Somebody who is to sign can't be reached as was typed. */
  | { readonly kind: 'contacts'; readonly problems: readonly ContactProblem[] }

/** Seals an application for those who are to sign it, in the transaction that has taken the draft: it comes in when all have. */
export async function sealApplication(
  ctx: Context,
  tx: Transaction,
  { application, caseId, others, contacts }: SealApplication,
): Promise<Result<undefined, SealFailure>> {
  const { draftId, service, answers, asked, seen, group, knownAs, at } = application
  const { signing } = service.definition
  if (!signing) throw new Error(`Nobody signs in the service ${service.shortName}`)
  if (caseId !== undefined) {
    // Without a lock: what all have signed comes in even if the municipality has gone on meanwhile.
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    if (!may(ctx.actor, 'supplement-by-form', caseFacts(it))) return failed({ kind: 'not-waiting', caseId })
  }
  const reached = withContacts(others, contacts)
  if (!reached.ok) return failed({ kind: 'contacts', problems: reached.error })
  const { serviceId, versionId } = service
  const { round } = await sealDraft(ctx, tx, {
    draft: draftId,
    copy: {
      schemaVersion: 1,
      serviceId,
      versionId,
      answers,
      asked,
      seen,
      group,
      sealedAt: at.toISOString(),
      ...(caseId !== undefined && { caseId }),
      ...(knownAs !== undefined && { applicantName: knownAs }),
    },
  })
  await openSigning(ctx, tx, { draft: draftId, round, service, parties: reached.value, signing })
  return ok(undefined)
}
