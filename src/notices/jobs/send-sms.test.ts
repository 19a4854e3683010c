import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Actor, system } from '../../platform/actor.ts'
import { type Clock, hours, later, minutes } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { EventSink } from '../../platform/events/event.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import type { Contact } from '../ports.ts'
import { type DeliveryPorts, resendNotices, sendNotices, writeNotices } from '../public.ts'
import { httpSmsSender } from '../sms/http-sms-sender.ts'
import { type TestSmsProvider, testSmsProvider } from '../testing/sms-provider.ts'

const database = await testDatabase()
const ada = '01930000-0000-7000-8000-00000000000a'
const bo = '01930000-0000-7000-8000-00000000000b'
const actor: Actor = { kind: 'citizen', id: ada, sessionId: ada, protectedIdentity: false }

/** Ada alone has asked for messages. */
const sink: EventSink = async (ctx, tx, events) =>
  await writeNotices({
    findCaseRecipients: async () => new Map(),
    listSmsSubscribers: async (_ctx, _tx, ids) => new Set(ids.filter((id) => id === ada)),
  })(ctx, tx, events, database.enqueue)

/** Something happens that a person is told of; answers the event's id. */
async function happens(clock: Clock, personId = ada): Promise<string> {
  const draft = randomUUID()
  await inTransaction(database.context({ actor, clock, sink }), async (tx) =>
    tx.record({
      type: 'draft.expiring',
      subject: draft,
      data: { personId, serviceId: draft, expiresAt: '2027-01-15T10:00:00.000Z' },
    }),
  )
  const [row] = await database.query<{ event_id: string }>(
    'select event_id from notices.notice where subject_id = $1',
    [draft],
  )
  if (!row) throw new Error('No notice was written')
  return row.event_id
}

function movableClock(): Clock & { readonly pass: (milliseconds: number) => void } {
  let now = new Date()
  return {
    now: () => now,
    pass: (milliseconds) => {
      now = later(now, milliseconds)
    },
  }
}

const reachable: Contact = {
  email: undefined,
  noticesByEmail: true,
  phone: '070-123 45 67',
  noticesBySms: true,
  language: undefined,
}

const portsTo = (
  provider: TestSmsProvider | undefined,
  { contact = reachable, from = 'Exempelkop' }: { readonly contact?: Contact; readonly from?: string | undefined } = {},
): DeliveryPorts => ({
  mailer: { send: async () => ({ outcome: 'sent' }), close: () => undefined },
  smsSender: provider && httpSmsSender(provider, 500),
  sender: async () => ({
    from: { name: 'Exempelköpings kommun', address: 'svara-inte@exempelkoping.example' },
    sms: from,
    municipality: 'Exempelköping',
    contactPhone: '0900-12 34 00',
    origin: 'https://exempelkoping.example',
  }),
  personContact: async () => contact,
  staffContact: async () => undefined,
  caseContact: async () => undefined,
  partyContact: async () => undefined,
})

const systemAt = (clock: Clock) => database.context({ actor: system, clock })
const send = async (ports: DeliveryPorts, clock: Clock, event: string) =>
  await sendNotices(ports).perform(systemAt(clock), { events: [event] })
const sweep = async (ports: DeliveryPorts, clock: Clock) => await resendNotices(ports).perform(systemAt(clock))
const messageOf = async (event: string) =>
  (
    await database.query<{ state: string; attempts: number }>(
      `select state, attempts from notices.notice where event_id = $1 and channel = 'sms'`,
      [event],
    )
  )[0]

test('a message is written for who has asked for them, beside the letter, and for nobody else', async () => {
  const clock = movableClock()
  const channels = async (event: string) =>
    (
      await database.query<{ channel: string }>(
        'select channel from notices.notice where event_id = $1 order by channel',
        [event],
      )
    ).map(({ channel }) => channel)
  expect(await channels(await happens(clock))).toEqual(['email', 'my-pages', 'sms'])
  expect(await channels(await happens(clock, bo))).toEqual(['email', 'my-pages'])
})

test('it is sent once, however often its job runs, and tells that there is something to read, and no more', async () => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  const event = await happens(clock)
  const ports = portsTo(provider)
  await Promise.all([send(ports, clock, event), send(ports, clock, event), sweep(ports, clock)])
  await send(ports, clock, event)
  expect(await messageOf(event)).toMatchObject({ state: 'sent' })
  const taken = provider.messages()
  expect(new Set(taken.map(({ text }) => text))).toEqual(
    new Set(['Du har ett nytt meddelande på Mina sidor hos Exempelköpings kommun. Logga in via kommunens webbplats.']),
  )
  // The sweep takes what other tests have left.
  const rows = await database.query(`select from notices.notice where channel = 'sms' and state = 'sent'`)
  expect(taken).toHaveLength(rows.length)
})

test('in the reader’s language, in one part', async () => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  const event = await happens(clock)
  await send(portsTo(provider, { contact: { ...reachable, language: 'en' } }), clock, event)
  expect(provider.messages()[0]?.text).toBe(
    "You have a new message on My pages at Exempelköpings kommun. Log in from the municipality's website.",
  )
})

test.each(['unauthorized', 'no-credits', 'error'] as const)('what can be mended waits: %s', async (mode) => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  const event = await happens(clock)
  const ports = portsTo(provider)
  await provider.misbehave(mode)
  await send(ports, clock, event)
  expect(await messageOf(event)).toEqual({ state: 'waiting', attempts: 1 })
  await provider.misbehave('ok')
  clock.pass(minutes(1))
  await send(ports, clock, event)
  expect(await messageOf(event)).toEqual({ state: 'sent', attempts: 2 })
  expect(provider.messages()).toHaveLength(1)
})

test.each(['refuse', 'failed'] as const)('what can’t be sent to that number is given up at once: %s', async (mode) => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  const event = await happens(clock)
  await provider.misbehave(mode)
  await send(portsTo(provider), clock, event)
  expect(await messageOf(event)).toEqual({ state: 'undeliverable', attempts: 1 })
})

test('answers that are lost cost one repetition, no more', async () => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  const event = await happens(clock)
  const ports = portsTo(provider)
  await provider.misbehave('lost-answer')
  for (let round = 0; round < 4; round += 1) {
    await send(ports, clock, event)
    clock.pass(hours(1))
  }
  expect(provider.messages()).toHaveLength(2)
  expect(await messageOf(event)).toEqual({ state: 'undeliverable', attempts: 2 })
})

test('silence is met as a lost answer is', async () => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  const event = await happens(clock)
  await provider.misbehave('silent')
  await send(portsTo(provider), clock, event)
  expect(await messageOf(event)).toEqual({ state: 'waiting', attempts: 1 })
  await provider.misbehave('ok')
  clock.pass(minutes(1))
  await send(portsTo(provider), clock, event)
  expect(await messageOf(event)).toEqual({ state: 'sent', attempts: 2 })
})

test('a provider that can’t be reached is waited for during a day', async () => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  provider.stop()
  const event = await happens(clock)
  const ports = portsTo(provider)
  await send(ports, clock, event)
  expect(await messageOf(event)).toMatchObject({ state: 'waiting' })
  clock.pass(hours(24))
  await send(ports, clock, event)
  expect(await messageOf(event)).toMatchObject({ state: 'undeliverable' })
})

test.each([
  ['the reader has changed their mind', { contact: { ...reachable, noticesBySms: false } }, 'unwanted'],
  ['the municipality sends none', { from: undefined }, 'unwanted'],
  ['the phone can take none', { contact: { ...reachable, phone: '08-123 456 78' } }, 'no-address'],
  ['there is no phone any more', { contact: { ...reachable, phone: undefined } }, 'no-address'],
] as const)('when %s nothing is sent', async (_what, given, state) => {
  const clock = movableClock()
  const provider = await testSmsProvider()
  const event = await happens(clock)
  const ports = portsTo(provider, given)
  await send(
    'from' in given ? { ...ports, sender: async (ctx) => ({ ...(await ports.sender(ctx)), sms: undefined }) } : ports,
    clock,
    event,
  )
  expect(await messageOf(event)).toMatchObject({ state })
  expect(provider.messages()).toEqual([])
})

test('where no provider is set nothing is sent', async () => {
  const clock = movableClock()
  const event = await happens(clock)
  await send(portsTo(undefined), clock, event)
  expect(await messageOf(event)).toMatchObject({ state: 'unwanted' })
})
