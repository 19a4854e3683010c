import type { Context } from '../platform/context.ts'
import type { Reading } from '../platform/database/transaction.ts'
import type { Language } from '../platform/texts/catalogue.ts'
import type { Mailer } from './mail/mailer.ts'
import type { SmsSender } from './sms/sms-sender.ts'

/** Where a recipient wants notices, as they have said themselves. `language` is undefined when they never chose one. */
export type Contact = {
  readonly email: string | undefined
  readonly noticesByEmail: boolean
  /** As people write it. */
  readonly phone: string | undefined
  readonly noticesBySms: boolean
  readonly language: Language | undefined
}

/** How the applicant says that somebody is reached. The phone is as people write it. */
export type PartyContact = { readonly email?: string | undefined; readonly phone?: string | undefined }

/** What the letters and messages of a municipality say about itself. */
export type Sender = {
  readonly from: { readonly name: string; readonly address: string }
  /** What its messages to phones are from; undefined for a municipality that sends none. */
  readonly sms: string | undefined
  readonly municipality: string
  readonly contactPhone: string
  /** Scheme, host and port of its self-service as its residents reach it, without a slash at the end. */
  readonly origin: string
}

/** What delivery needs of other rooms. The look-ups run as role `system`, in the transaction given; undefined when there is no such recipient any more. */
export type DeliveryPorts = {
  readonly mailer: Mailer
  /** Undefined where no provider is set. */
  readonly smsSender: SmsSender | undefined
  readonly sender: (ctx: Context) => Promise<Sender>
  readonly personContact: (ctx: Context, tx: Reading, personId: string) => Promise<Contact | undefined>
  readonly staffContact: (ctx: Context, tx: Reading, staffId: string) => Promise<Contact | undefined>
  /** The e-mail address given in a case's answers. */
  readonly caseContact: (
    ctx: Context,
    tx: Reading,
    of: { readonly caseId: string; readonly personId: string | undefined },
  ) => Promise<string | undefined>
  /** E-mail address and phone that the applicant typed of somebody who is to sign. */
  readonly partyContact: (ctx: Context, tx: Reading, partyId: string) => Promise<PartyContact | undefined>
}

/** Which of some persons want notices as SMS, and have a phone. As role `system`, in the transaction given. */
export type ListSmsSubscribers = (
  ctx: Context,
  tx: Reading,
  personIds: readonly string[],
) => Promise<ReadonlySet<string>>
