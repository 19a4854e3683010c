import { z } from 'zod'
import { readEmail } from '../../forms/formats/email.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import '../tables.ts'

/** What a person may change about themselves; an empty e-mail or phone takes it away. */
export const OwnDetails = z.object({
  email: z.union([z.literal(''), z.string().refine((email) => readEmail(email) !== undefined)]),
  phone: z.union([z.literal(''), z.string().regex(/^\+?[0-9][0-9 ()-]{4,24}$/)]),
  language: z.enum(['sv', 'en']),
  noticesByEmail: z.boolean(),
  /** Without a phone it comes to nothing. */
  noticesBySms: z.boolean(),
})

export type OwnDetails = z.infer<typeof OwnDetails>

/** Saves the logged-in person's contact details and choices. */
export async function changeOwnDetails(ctx: Context, details: OwnDetails): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw notFound()
  await inTransaction(ctx, async ({ db, record }) => {
    await db
      .updateTable('people.person')
      .set({
        email: details.email || null,
        phone: details.phone || null,
        language: details.language,
        notices_by_email: details.noticesByEmail,
        notices_by_sms: details.noticesBySms && details.phone !== '',
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .execute()
    record({ type: 'person.details-changed', subject: actor.id, data: {} })
  })
}
