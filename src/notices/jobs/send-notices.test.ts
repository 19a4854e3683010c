import { expect, test } from 'vitest'
import { type Actor, system } from '../../platform/actor.ts'
import { type Clock, later, minutes } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { EventSink } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { claimNotices } from '../commands/claim-notices.ts'
import { smtpMailer } from '../mail/smtp-mailer.ts'
import type { Contact } from '../ports.ts'
import { type DeliveryPorts, resendNotices, sendNotices, sendNoticesQueue, writeNotices } from '../public.ts'
import { closeLater, cuttingLine, smtpAnswer, testMailServer } from '../testing/mail-server.ts'

const database = await testDatabase()
const ada = '01930000-0000-7000-8000-00000000000a'
const person: Actor = { kind: 'citizen', id: ada, sessionId: ada, protectedIdentity: false }

/** A clock that stands until it is moved. */
function movableClock(): Clock & { readonly pass: (milliseconds: number) => void } {
  let now = new Date()
  return {
    now: () => now,
    pass: (milliseconds) => {
      now = later(now, milliseconds)
    },
  }
}

const sink: EventSink = async (ctx, tx, events) =>
  await writeNotices({ findCaseRecipients: async () => new Map(), listSmsSubscribers: async () => new Set() })(
    ctx,
    tx,
    events,
    database.enqueue,
  )

/** Something happens that Ada is told of by mail and on Mina sidor; answers the event's id. */
async function happens(clock: Clock): Promise<string> {
  const draft = database.context().ids.next()
  await inTransaction(database.context({ actor: person, clock, sink }), async (tx) =>
    tx.record({
      type: 'draft.expiring',
      subject: draft,
      data: { personId: ada, serviceId: draft, expiresAt: '2027-01-15T10:00:00.000Z' },
    }),
  )
  const [row] = await database.query<{ event_id: string }>(
    'select event_id from notices.notice where subject_id = $1',
    [draft],
  )
  if (!row) throw new Error('No notice was written')
  return row.event_id
}

const reachable: Contact = {
  email: 'ada@example.com',
  noticesByEmail: true,
  phone: undefined,
  noticesBySms: false,
  language: undefined,
}

function portsTo(url: string, contact: Contact | undefined = reachable): DeliveryPorts {
  const mailer = smtpMailer(url)
  closeLater(mailer.close)
  return {
    mailer,
    smsSender: undefined,
    sender: async () => ({
      from: { name: 'Exempelköpings kommun', address: 'svara-inte@exempelkoping.example' },
      sms: undefined,
      municipality: 'Exempelköping',
      contactPhone: '0900-12 34 00',
      origin: 'https://exempelkoping.example',
    }),
    personContact: async () => contact,
    staffContact: async () => undefined,
    caseContact: async () => undefined,
    partyContact: async () => undefined,
  }
}

const systemAt = (clock: Clock, tenant?: string) =>
  database.context({ actor: system, clock, ...(tenant ? { tenant } : {}) })
const send = async (ports: DeliveryPorts, clock: Clock, event: string) =>
  await sendNotices(ports).perform(systemAt(clock), { events: [event] })
const sweep = async (ports: DeliveryPorts, clock: Clock) => await resendNotices(ports).perform(systemAt(clock))
const letterOf = async (event: string) =>
  (
    await database.query<{ state: string; attempts: number }>(
      `select state, attempts from notices.notice where event_id = $1 and channel = 'email'`,
      [event],
    )
  )[0]

test('a job with the ids of the events is enqueued with the rows, and neither when the work fails', async () => {
  const clock = movableClock()
  const event = await happens(clock)
  const jobs = await database.query<{ data: unknown }>(`select data from pgboss.job where name = $1`, [
    sendNoticesQueue.name,
  ])
  expect(jobs).toContainEqual({ data: { tenant: testTenants.exempelkoping, payload: { events: [event] } } })

  const failing = database.context({ actor: person, sink })
  await expect(
    inTransaction(failing, async (tx) => {
      tx.record({
        type: 'draft.expiring',
        subject: ada,
        data: { personId: ada, serviceId: ada, expiresAt: '2027-01-15T10:00:00.000Z' },
      })
      throw new Error('the work')
    }),
  ).rejects.toThrow('the work')
  expect(await database.query('select from notices.notice where subject_id = $1', [ada])).toEqual([])
})

test('a letter is sent once, however often its job runs', async () => {
  const clock = movableClock()
  const server = await testMailServer()
  const event = await happens(clock)
  const ports = portsTo(server.url)
  await Promise.all([send(ports, clock, event), send(ports, clock, event), sweep(ports, clock)])
  await send(ports, clock, event)
  expect(server.letters.filter((letter) => letter.includes(event))).toHaveLength(1)
  expect(await letterOf(event)).toMatchObject({ state: 'sent' })
})

test('the letter says what happened and where to read more, in plain text', async () => {
  const clock = movableClock()
  const server = await testMailServer()
  const event = await happens(clock)
  await send(portsTo(server.url, { ...reachable, language: 'en' }), clock, event)
  expect(server.letters[0]).toContain('Subject: Your saved application will be deleted on 15 January 2027')
  expect(server.letters[0]).toContain('https://exempelkoping.example/mina-sidor')
})

test('while the mail server is down nothing is lost, and pauses grow', async () => {
  const clock = movableClock()
  const server = await testMailServer()
  server.stop()
  const event = await happens(clock)
  const ports = portsTo(server.url)
  for (const pause of [0, 0.5, 1, 2]) {
    clock.pass(minutes(pause))
    await sweep(ports, clock)
  }
  expect(await letterOf(event)).toEqual({ state: 'waiting', attempts: 4 })
  await sweep(ports, clock)
  expect(await letterOf(event)).toEqual({ state: 'waiting', attempts: 4 })

  const back = await testMailServer({}, Number(new URL(server.url).port))
  clock.pass(minutes(4))
  await sweep(ports, clock)
  expect(back.letters.filter((letter) => letter.includes(event))).toHaveLength(1)
  expect(await letterOf(event)).toMatchObject({ state: 'sent' })
})

test('a server that says "not now" gets the letter later', async () => {
  const clock = movableClock()
  let busy = true
  const server = await testMailServer({
    onRcptTo: (_address, _session, done) => (busy ? done(smtpAnswer(451, '4.3.0 Greylisted')) : done()),
  })
  const event = await happens(clock)
  const ports = portsTo(server.url)
  await send(ports, clock, event)
  busy = false
  clock.pass(minutes(1))
  await sweep(ports, clock)
  expect(server.letters.filter((letter) => letter.includes(event))).toHaveLength(1)
})

test('an answer lost after the letter costs one repetition with the same id, no more', async () => {
  const clock = movableClock()
  const server = await testMailServer()
  const event = await happens(clock)
  const ports = portsTo(await cuttingLine(server, 1))
  await send(ports, clock, event)
  for (let round = 0; round < 3; round += 1) {
    clock.pass(minutes(2))
    await sweep(ports, clock)
  }
  const ids = server.letters
    .filter((letter) => letter.includes(event))
    .map((letter) => /^Message-ID: (.*)$/im.exec(letter)?.[1])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('a letter whose worker died is taken over within two minutes, not before', async () => {
  const clock = movableClock()
  const server = await testMailServer()
  const event = await happens(clock)
  const ports = portsTo(server.url)
  expect(await claimNotices(systemAt(clock), { events: [event], limit: 5 })).toHaveLength(1)
  clock.pass(minutes(1))
  await sweep(ports, clock)
  expect(await letterOf(event)).toMatchObject({ state: 'waiting' })
  clock.pass(minutes(1))
  await sweep(ports, clock)
  expect(await letterOf(event)).toMatchObject({ state: 'sent' })
})

test.each([
  ['no address is known', { ...reachable, email: undefined }, 'no-address'],
  ['the recipient wants none', { ...reachable, noticesByEmail: false }, 'unwanted'],
  ['the recipient is gone', undefined, 'no-address'],
])('when %s nothing is sent', async (_what, contact, state) => {
  const clock = movableClock()
  const server = await testMailServer()
  const event = await happens(clock)
  const ports = portsTo(server.url)
  await send({ ...ports, personContact: async () => contact }, clock, event)
  expect(await letterOf(event)).toMatchObject({ state })
  expect(server.letters).toEqual([])
})

test('a recipient that does not exist is given up at once, another after five days', async () => {
  const clock = movableClock()
  const server = await testMailServer({
    onRcptTo: (address, _session, done) =>
      done(
        address.address.startsWith('nobody') ? smtpAnswer(550, '5.1.1 No such user') : smtpAnswer(451, '4.3.0 Not now'),
      ),
  })
  const [gone, busy] = [await happens(clock), await happens(clock)]
  await send(portsTo(server.url, { ...reachable, email: 'nobody@example.com' }), clock, gone)
  expect(await letterOf(gone)).toMatchObject({ state: 'undeliverable' })
  const ports = portsTo(server.url)
  await send(ports, clock, busy)
  clock.pass(minutes(5 * 24 * 60))
  await sweep(ports, clock)
  expect(await letterOf(busy)).toMatchObject({ state: 'undeliverable' })
})

test('the other municipality sends none of them', async () => {
  const clock = movableClock()
  const server = await testMailServer()
  const event = await happens(clock)
  await resendNotices(portsTo(server.url)).perform(systemAt(clock, testTenants.nordby))
  expect(server.letters).toEqual([])
  expect(await letterOf(event)).toMatchObject({ state: 'waiting', attempts: 0 })
})
