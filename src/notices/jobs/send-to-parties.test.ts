import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Actor, system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import type { Mail } from '../mail/mailer.ts'
import type { Contact, PartyContact } from '../ports.ts'
import { type DeliveryPorts, sendNotices, writeNotices } from '../public.ts'
import type { Sms } from '../sms/sms-sender.ts'

const database = await testDatabase()
const ada = '01930000-0000-7000-8000-00000000000a'
const bo = '01930000-0000-7000-8000-00000000000b'
const actor: Actor = { kind: 'citizen', id: ada, sessionId: ada, protectedIdentity: false }

const silent: Contact = {
  email: undefined,
  noticesByEmail: true,
  phone: undefined,
  noticesBySms: false,
  language: undefined,
}

/** Somebody is invited; tells what they are sent, and how each of the notices stands. */
async function invited(options: {
  readonly person?: Contact
  readonly typed?: PartyContact
  readonly bySms?: boolean
}) {
  const { person, typed, bySms = false } = options
  const mails: Mail[] = []
  const messages: Sms[] = []
  const ports: DeliveryPorts = {
    mailer: {
      send: async (mail) => {
        mails.push(mail)
        return { outcome: 'sent' }
      },
      close: () => undefined,
    },
    smsSender: {
      send: async (sms) => {
        messages.push(sms)
        return { outcome: 'sent', providerId: undefined }
      },
    },
    sender: async () => ({
      from: { name: 'Exempelköpings kommun', address: 'svara-inte@exempelkoping.example' },
      sms: 'Exempelkop',
      municipality: 'Exempelköping',
      contactPhone: '0900-12 34 00',
      origin: 'https://exempelkoping.example',
    }),
    personContact: async () => person,
    staffContact: async () => undefined,
    caseContact: async () => undefined,
    partyContact: async () => typed,
  }
  const write = writeNotices({
    findCaseRecipients: async () => new Map(),
    listSmsSubscribers: async (_ctx, _tx, ids) => new Set(bySms ? ids : []),
  })
  const [draft, partyId] = [randomUUID(), randomUUID()]
  const ctx = database.context({ actor, sink: async (of, tx, events) => await write(of, tx, events, database.enqueue) })
  await inTransaction(ctx, async (tx) =>
    tx.record({
      type: 'signing.invited',
      subject: draft,
      data: { partyId, serviceId: draft, ...(person && { personId: bo }) },
    }),
  )
  const select = 'select event_id, channel, state from notices.notice where subject_id = $1 order by channel'
  const rows = async () => await database.query<{ event_id: string; channel: string; state: string }>(select, [draft])
  const events = [...new Set((await rows()).map(({ event_id }) => event_id))]
  await sendNotices(ports).perform(database.context({ actor: system }), { events })
  return {
    mails: mails.map(({ to }) => to),
    messages: messages.map(({ to }) => to),
    states: (await rows()).map(({ channel, state }) => `${channel} ${state}`),
  }
}

test('who has never been here is reached by what the applicant typed, by mail and message', async () => {
  expect(await invited({ typed: { email: 'bo@example.com', phone: '070-123 45 67' } })).toEqual({
    mails: ['bo@example.com'],
    messages: ['+46701234567'],
    states: ['email sent', 'sms sent'],
  })
})

test('by one of them alone, or by none', async () => {
  expect((await invited({ typed: { phone: '070-123 45 67' } })).states).toEqual(['email no-address', 'sms sent'])
  expect((await invited({ typed: { email: 'bo@example.com' } })).states).toEqual(['email sent', 'sms no-address'])
  expect((await invited({})).states).toEqual(['email no-address', 'sms no-address'])
  // Of a satellite's network, and others that cost many times more.
  for (const phone of ['+881612345678', '+44 7911 123456'])
    expect((await invited({ typed: { phone } })).states).toEqual(['email no-address', 'sms no-address'])
})

test('who has said themselves how they are reached is reached so, and never by what others say of them', async () => {
  const typed = { email: 'typed@example.com', phone: '070-999 99 99' }
  const own = { ...silent, email: 'bo@example.com', phone: '070-123 45 67', noticesBySms: true }
  expect(await invited({ person: own, typed, bySms: true })).toEqual({
    mails: ['bo@example.com'],
    messages: ['+46701234567'],
    states: ['email sent', 'my-pages sent', 'sms sent'],
  })
  expect(await invited({ person: { ...own, noticesByEmail: false, noticesBySms: false }, typed })).toEqual({
    mails: [],
    messages: [],
    states: ['email unwanted', 'my-pages sent', 'sms unwanted'],
  })
})

test('who has said nothing is reached by what the applicant typed', async () => {
  expect(await invited({ person: silent, typed: { email: 'bo@example.com', phone: '070-123 45 67' } })).toMatchObject({
    mails: ['bo@example.com'],
    messages: ['+46701234567'],
  })
})

test('who is protected, and hasn’t asked for letters, is never reached by what others say of them', async () => {
  const typed = { email: 'typed@example.com', phone: '070-999 99 99' }
  const person = { ...silent, noticesByEmail: false }
  expect(await invited({ person, typed, bySms: true })).toMatchObject({ mails: [], messages: [] })
  const own = { ...person, phone: '070-123 45 67' }
  expect(await invited({ person: own, typed, bySms: true })).toMatchObject({ mails: [], messages: [] })
})
