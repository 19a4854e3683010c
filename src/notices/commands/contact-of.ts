import { isNordicPhone } from '../../forms/formats/phone.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Reading } from '../../platform/database/transaction.ts'
import type { Contact, DeliveryPorts } from '../ports.ts'
import type { Claimed } from './claim-notices.ts'

const unknown: Contact = {
  email: undefined,
  noticesByEmail: true,
  phone: undefined,
  noticesBySms: false,
  language: undefined,
}

/**
 * Where the recipient of a notice wants it. A person's own address goes first; what was given in the case itself, or by who asks them to sign, is used when they
 * have none and haven't said no to letters. Of somebody with protected identity that is so unless they have asked for letters themselves (B1.4).
 */
export async function contactOf(ctx: Context, ports: DeliveryPorts, notice: Claimed): Promise<Contact> {
  const { recipient } = notice
  return await inTransaction(ctx, async (tx) => {
    switch (recipient.kind) {
      case 'staff':
        return (await ports.staffContact(ctx, tx, recipient.id)) ?? unknown
      case 'case':
        return { ...unknown, email: await ports.caseContact(ctx, tx, { caseId: recipient.id, personId: undefined }) }
      case 'party':
        return await partyContact(ctx, tx, { ports, partyId: recipient.id })
      case 'person':
        return await personContact(ctx, tx, { ports, notice })
    }
  })
}

async function personContact(
  ctx: Context,
  tx: Reading,
  { ports, notice }: { readonly ports: DeliveryPorts; readonly notice: Claimed },
): Promise<Contact> {
  const { recipient, subjectId, data } = notice
  const contact = await ports.personContact(ctx, tx, recipient.id)
  if (!contact?.noticesByEmail || contact.email !== undefined) return contact ?? unknown
  if (data.partyId !== undefined) {
    const typed = await partyContact(ctx, tx, { ports, partyId: data.partyId })
    // Their own phone, and whether they want messages there, is theirs to say.
    const byPhone = contact.phone === undefined ? { phone: typed.phone, noticesBySms: typed.noticesBySms } : {}
    return { ...contact, email: typed.email, ...byPhone }
  }
  // Only what is about a case has one.
  if (data.number === undefined) return contact
  return { ...contact, email: await ports.caseContact(ctx, tx, { caseId: subjectId, personId: recipient.id }) }
}

/** Nobody asked them whether they want notices: without one they would never know. */
async function partyContact(
  ctx: Context,
  tx: Reading,
  { ports, partyId }: { readonly ports: DeliveryPorts; readonly partyId: string },
): Promise<Contact> {
  const { email, phone } = (await ports.partyContact(ctx, tx, partyId)) ?? {}
  // Typed by somebody else: no message goes where the municipality would pay for a number of their choice.
  return {
    ...unknown,
    email,
    phone: phone !== undefined && isNordicPhone(phone) ? phone : undefined,
    noticesBySms: true,
  }
}
