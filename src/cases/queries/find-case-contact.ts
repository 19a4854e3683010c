import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { contactIn } from '../contact.ts'
import { findCaseRecipients } from './find-case-recipients.ts'
import { readSubmissions } from './list-submissions.ts'

/**
 * The e-mail address that was given in a case's latest submission, if any; for notices, as `system`. It is the applicant's: no other party of the case is
 * reached there. `personId` is undefined for who sent without login.
 */
export async function findCaseContact(
  ctx: Context,
  tx: Reading,
  { caseId, personId }: { readonly caseId: string; readonly personId: string | undefined },
): Promise<string | undefined> {
  if (ctx.actor.kind !== 'system') throw notFound()
  if (personId !== undefined) {
    const concerned = await findCaseRecipients(ctx, tx, [caseId])
    if (!concerned.get(caseId)?.owners.includes(personId)) return undefined
  }
  const latest = (await readSubmissions(ctx, tx, caseId)).at(-1)
  return latest && contactIn(latest.service.definition.form, latest.answers).email
}
