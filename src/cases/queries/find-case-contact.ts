import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { contactIn } from '../contact.ts'
import { readSubmissions } from './list-submissions.ts'

/** The e-mail address that was given in a case's latest submission, if any; for notices, as `system`. */
export async function findCaseContact(ctx: Context, tx: Reading, caseId: string): Promise<string | undefined> {
  if (ctx.actor.kind !== 'system') throw notFound()
  const latest = (await readSubmissions(ctx, tx, caseId)).at(-1)
  return latest && contactIn(latest.service.definition.form, latest.answers).email
}
