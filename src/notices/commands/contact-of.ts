import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Contact, DeliveryPorts } from '../ports.ts'
import type { Claimed } from './claim-notices.ts'

const unknown: Contact = {
  email: undefined,
  noticesByEmail: true,
  phone: undefined,
  noticesBySms: false,
  language: undefined,
}

/** Where the recipient of a notice wants it. A person's own address goes first; what they gave in the case itself is used when they have none. */
export async function contactOf(
  ctx: Context,
  ports: DeliveryPorts,
  { recipient, subjectId, kind }: Claimed,
): Promise<Contact> {
  return await inTransaction(ctx, async (tx) => {
    switch (recipient.kind) {
      case 'staff':
        return (await ports.staffContact(ctx, tx, recipient.id)) ?? unknown
      case 'case':
        return { ...unknown, email: await ports.caseContact(ctx, tx, recipient.id) }
      case 'person': {
        const contact = await ports.personContact(ctx, tx, recipient.id)
        const isOfDraft = kind === 'draft-expiring' || kind === 'draft-closing'
        if (!contact || contact.email !== undefined || isOfDraft) return contact ?? unknown
        return { ...contact, email: await ports.caseContact(ctx, tx, subjectId) }
      }
    }
  })
}
