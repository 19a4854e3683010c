import { beforeEach, describe, expect, test } from 'vitest'
import { readSealed } from '../../drafts/public.ts'
import { aStaffMember, someFacts } from '../../drafts/testing/a-draft.ts'
import { anonymous, system } from '../../platform/actor.ts'
import { type Clock, days, hours, later, minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import { sweepRequests } from '../jobs/sweep-requests.ts'
import { findPartyContact } from '../queries/find-party-contact.ts'
import { listInvitations } from '../queries/list-invitations.ts'
import { listOwnRequests } from '../queries/list-own-requests.ts'
import { readInvitation } from '../queries/read-invitation.ts'
import { readOwnRequest } from '../queries/read-own-request.ts'
import { named, numbers, signingStage } from '../testing/a-request.ts'
import { askAgain } from './ask-again.ts'
import { changeApplication } from './change-application.ts'
import { changeContact } from './change-contact.ts'
import { declineToSign } from './decline-to-sign.ts'
import { joinInvitations } from './join-invitations.ts'
import { remindParty } from './remind-party.ts'
import { saveOwnAnswers } from './save-own-answers.ts'
import { sendMissing } from './send-missing.ts'
import { withdrawRequest } from './withdraw-request.ts'

const stage = await signingStage()
const { completed, events, ports } = stage
const [adasActor, bosActor, ceciliasActor] = [
  await stage.person(numbers.ada),
  await stage.person(numbers.bo),
  await stage.person(numbers.cecilia),
]
const [ada, bo, cecilia] = [stage.as(adasActor), stage.as(bosActor), stage.as(ceciliasActor)]
const service = await stage.service()
const lenient = await stage.service({ missing: 'may-send' })
const secret = 'kanarielön-4711'
const answers = { namn: 'Lekstugan', inkomst: secret }
const two = [named(numbers.bo, 1), named(numbers.cecilia, 2)]

beforeEach(async () => {
  completed.length = 0
  events.length = 0
  // Ada would have asked too many of too much in a day.
  await stage.database.query('delete from signing.told')
})

const ofType = (type: string) => events.filter((event) => event.type === type)
const inFuture = (milliseconds: number): Clock => ({ now: () => later(new Date(), milliseconds) })
const atDay = (ctx: Context, day: number): Context => ({ ...ctx, clock: inFuture(days(day) + minutes(1)) })

/** A request that Ada has signed. */
async function asked(of = service, parties = two): Promise<string> {
  const draft = await stage.request(ada, { service: of, parties, answers })
  await stage.sign(ada, draft)
  return draft
}

async function signAs(ctx: Context, draft: string) {
  await stage.answer(ctx, draft, 'Snickare')
  return await stage.sign(ctx, draft)
}

const partyIds = async (draft: string) => (await readOwnRequest(ada, draft)).parties.map(({ id }) => id)
const [, first = 1, second = 2] = [0, 1, 2]
const refused = { code: 'not-found' }

describe('what others read', () => {
  test('is all but what is hidden from them, and notes that they have', async () => {
    const draft = await asked()
    const read = await readInvitation(bo, someFacts, draft)
    expect(read).toMatchObject({ kind: 'open', from: 'Test Person', hidesSome: true, role: 'co-applicant' })
    expect(JSON.stringify(read.kind === 'open' && read.groups)).not.toContain(secret)
    expect((await readOwnRequest(ada, draft)).parties.map(({ state }) => state)).toEqual(['signed', 'read', 'invited'])
    expect(await listInvitations(bo)).toContainEqual(
      expect.objectContaining({ draft, state: 'read', from: 'Test Person' }),
    )
    expect((await listOwnRequests(ada, [draft])).get(draft)).toMatchObject({ signed: 1, of: 3, isOwnTurn: false })
    expect((await listOwnRequests(bo, [draft])).size).toBe(0)
  })

  test('for its owner leads to their own page, and is nothing to all who aren’t asked', async () => {
    const draft = await stage.request(ada, { service, parties: two, answers })
    expect(await readInvitation(ada, someFacts, draft)).toEqual({ kind: 'own' })
    for (const ctx of [bo, stage.as(anonymous), stage.as(aStaffMember()), stage.as(system)]) {
      await expect(readInvitation(ctx, someFacts, draft)).rejects.toMatchObject(refused)
      await expect(readOwnRequest(ctx, draft)).rejects.toMatchObject(refused)
    }
    expect((await listInvitations(bo)).map((one) => one.draft)).not.toContain(draft)
  })

  test('what a party has typed is kept, right or wrong, for them alone', async () => {
    const draft = await asked()
    const saved = await saveOwnAnswers(bo, someFacts, { draft, posted: { 'f.syssla': '' } })
    expect(saved.problems).toHaveLength(1)
    await stage.answer(bo, draft, 'Snickare')
    const own = await readInvitation(bo, someFacts, draft)
    expect(JSON.stringify(own.kind === 'open' && own.ownGroups)).toContain('Snickare')
    const others = await readInvitation(cecilia, someFacts, draft)
    expect(JSON.stringify(others)).not.toContain('Snickare')
    await expect(saveOwnAnswers(ada, someFacts, { draft, posted: {} })).rejects.toMatchObject(refused)
    // A change keeps it for the next round.
    await changeApplication(ada, draft)
    await stage.request(ada, { service, parties: two, draft, answers: { namn: 'Annat' } })
    await stage.sign(ada, draft)
    const again = await readInvitation(bo, someFacts, draft)
    expect(JSON.stringify(again.kind === 'open' && again.ownGroups)).toContain('Snickare')
  })
})

describe('who won’t sign', () => {
  test('says why to the applicant, and reads it no more; who has signed still does', async () => {
    const draft = await asked()
    await signAs(cecilia, draft)
    await declineToSign(bo, { draft, reason: 'Jag vill inte.' })
    expect(ofType('signing.declined')).toMatchObject([{ data: { ownerId: adasActor.id } }])
    const [, bos] = (await readOwnRequest(ada, draft)).parties
    expect(bos).toMatchObject({ state: 'declined', reason: 'Jag vill inte.' })
    expect(await readInvitation(bo, someFacts, draft)).toMatchObject({ kind: 'closed', state: 'declined' })
    await expect(inReading(bo, async (tx) => await readSealed(bo, tx, draft))).rejects.toMatchObject(refused)
    await expect(stage.prepare(bo, draft)).rejects.toMatchObject(refused)
    await expect(declineToSign(bo, { draft, reason: 'Igen' })).rejects.toMatchObject(refused)
    expect(await readInvitation(cecilia, someFacts, draft)).toMatchObject({ kind: 'signed' })
    expect(JSON.stringify(events)).not.toContain('vill inte')
  })

  test('is never the applicant, a stranger, or who has signed', async () => {
    const draft = await asked(service, [named(numbers.bo, 1), named(numbers.dagny, 2)])
    await signAs(bo, draft)
    for (const ctx of [ada, bo, cecilia, stage.as(anonymous), stage.as(aStaffMember())])
      await expect(declineToSign(ctx, { draft, reason: 'Nej' })).rejects.toMatchObject(refused)
  })
})

describe('changing and withdrawing', () => {
  test.each([
    ['changing', changeApplication, 'signing.voided'],
    ['withdrawn', withdrawRequest, 'signing.withdrawn'],
  ] as const)(
    '%s: signatures are void, nobody else reads it, and who had been asked is told',
    async (state, act, type) => {
      const draft = await asked()
      await signAs(bo, draft)
      for (const ctx of [bo, cecilia, stage.as(anonymous), stage.as(aStaffMember())])
        await expect(act(ctx, draft)).rejects.toMatchObject(refused)
      await act(ada, draft)
      expect(ofType(type)).toMatchObject([
        { data: { parties: [{ personId: bosActor.id }, { personId: ceciliasActor.id }] } },
      ])
      expect(await readInvitation(bo, someFacts, draft)).toMatchObject({ kind: 'closed', state })
      expect(await listInvitations(bo)).not.toContainEqual(expect.objectContaining({ draft }))
      await expect(inReading(bo, async (tx) => await readSealed(bo, tx, draft))).rejects.toMatchObject(refused)
      await expect(act(ada, draft)).rejects.toMatchObject(refused)
    },
  )

  test('who is named no more is no party of the next round; who is, is asked again', async () => {
    const draft = await asked()
    await changeApplication(ada, draft)
    await stage.request(ada, { service, parties: [named(numbers.bo, 1)], draft })
    await expect(readInvitation(cecilia, someFacts, draft)).rejects.toMatchObject(refused)
    events.length = 0
    await stage.sign(ada, draft)
    expect(ofType('signing.invited')).toMatchObject([{ data: { personId: bosActor.id, again: true } }])
  })
})

describe('letters', () => {
  const sent = () => ofType('signing.invited').filter(({ data }) => !('quiet' in data))
  const again = async (draft: string) => {
    await changeApplication(ada, draft)
    await stage.request(ada, { service, parties: two, draft, answers })
    await stage.sign(ada, draft)
  }
  const sweep = async (day: number) => await sweepRequests.perform(atDay(stage.as(system), day))

  test('are not sent each time that the applicant changes, seals and signs: once a day, and then what is still to be signed', async () => {
    const draft = await asked()
    expect(sent()).toHaveLength(2)
    await readInvitation(bo, someFacts, draft)
    await again(draft)
    await again(draft)
    expect(sent()).toHaveLength(2)
    expect(ofType('signing.invited')).toHaveLength(6)
    // Cecilia was told that the first round is void; of the second she had heard nothing.
    expect(ofType('signing.voided').map(({ data }) => 'parties' in data && data.parties.length)).toEqual([2, 0])
    events.length = 0
    await sweep(0)
    expect(sent().filter(({ subject }) => subject === draft)).toEqual([])
    await sweep(1)
    expect(sent().filter(({ subject }) => subject === draft)).toHaveLength(2)
    await sweep(1)
    expect(sent().filter(({ subject }) => subject === draft)).toHaveLength(2)
  })

  test('are three a day to one person from one applicant, whatever becomes of the drafts; who isn’t told may sign all the same', async () => {
    for (let time = 0; time < 3; time++) {
      const draft = await asked()
      await withdrawRequest(ada, draft)
      await stage.database.query('delete from signing.request where draft_id = $1', [draft])
    }
    const draft = await asked()
    expect(sent()).toHaveLength(6)
    expect(await signAs(bo, draft)).toMatchObject({ ok: true })
    const [, , party = ''] = await partyIds(draft)
    expect(await changeContact(ada, { draft, party, contact: { email: 'ny@prov.example' } })).toBe('kept')
    expect(await remindParty(ada, { draft, party })).toMatchObject({ ok: false })
  })

  test('are twenty a day from one applicant', async () => {
    const many = Array.from({ length: 21 }, (_, index) =>
      named('', index + 1, {
        identity: { born: '1980-01-01' },
        name: `Namn Nummer${'abcdefghijklmnopqrstuvwxyz'[index]}`,
      }),
    )
    await asked(service, many)
    expect(sent()).toHaveLength(20)
    expect(ofType('signing.invited')).toHaveLength(21)
  })
})

describe('who has said no before the answers were changed', () => {
  test('isn’t asked anew unless the applicant asks them, who can’t as long as the answers are the same', async () => {
    const draft = await asked()
    const [, party = ''] = await partyIds(draft)
    await declineToSign(bo, { draft, reason: 'Jag vill inte.' })
    await expect(askAgain(ada, { draft, party })).rejects.toMatchObject(refused)
    await changeApplication(ada, draft)
    events.length = 0
    await stage.request(ada, { service, parties: two, draft, answers: { namn: 'Ett annat hus' } })
    await stage.sign(ada, draft)
    expect(ofType('signing.invited')).toMatchObject([{ data: { personId: ceciliasActor.id } }])
    expect((await readOwnRequest(ada, draft)).parties[1]).toMatchObject({
      state: 'declined',
      reason: 'Jag vill inte.',
      mayAskAgain: true,
    })
    expect(await readInvitation(bo, someFacts, draft)).toMatchObject({ kind: 'closed', state: 'declined' })
    for (const ctx of [bo, cecilia, stage.as(anonymous), stage.as(aStaffMember())])
      await expect(askAgain(ctx, { draft, party })).rejects.toMatchObject(refused)
    await askAgain(ada, { draft, party })
    await expect(askAgain(ada, { draft, party })).rejects.toMatchObject(refused)
    expect(ofType('signing.invited')).toMatchObject([{}, { data: { personId: bosActor.id, again: true } }])
    expect(await readInvitation(bo, someFacts, draft)).toMatchObject({ kind: 'open' })
  })
})

describe('who was named by a number that turns out to be another party’s', () => {
  const joined = async (person: string) =>
    await inTransaction(stage.as(system), async (tx) => await joinInvitations(stage.as(system), tx, person))
  const merge = async (draft: string, person: string) =>
    await stage.database.query(
      `update signing.party set person_id = null, match_hmac = (select number_hmac from people.identity where person_id = $2 limit 1)
       where draft_id = $1 and position = 2`,
      [draft, person],
    )

  test('is struck out before anybody has signed, and then signs once', async () => {
    const draft = await stage.request(ada, { service, parties: two, answers })
    await merge(draft, adasActor.id)
    await joined(adasActor.id)
    expect((await readOwnRequest(ada, draft)).parties.map(({ state }) => state)).toEqual(['read', 'waiting'])
    await stage.sign(ada, draft)
    await signAs(bo, draft)
    expect(completed).toHaveLength(1)
  })

  test('opens it again when somebody has signed that they were to sign, too; nobody waits for ever', async () => {
    const draft = await asked()
    await signAs(bo, draft)
    await merge(draft, bosActor.id)
    events.length = 0
    await joined(bosActor.id)
    expect(ofType('signing.voided')).toMatchObject([{ subject: draft, data: { parties: [{ personId: bosActor.id }] } }])
    expect(await readInvitation(bo, someFacts, draft)).toMatchObject({ kind: 'closed', state: 'changing' })
    await joined(bosActor.id)
    expect(ofType('signing.voided')).toHaveLength(1)
  })
})

describe('reminding', () => {
  test('by the applicant: once a day, those who have been asked', async () => {
    const draft = await asked()
    const ids = await partyIds(draft)
    const remind = async (ctx: Context, party = ids[first] ?? '') => (await remindParty(ctx, { draft, party })).ok
    expect(await remind(ada)).toBe(true)
    expect(await remind(ada)).toBe(false)
    expect(await remind(ada, ids[second])).toBe(true)
    expect(await remind({ ...ada, clock: inFuture(hours(23)) })).toBe(false)
    expect(await remind(atDay(ada, 1))).toBe(true)
    expect(await remind(ada, ids[0])).toBe(false)
    expect(ofType('signing.reminded')).toHaveLength(3)
    for (const ctx of [bo, stage.as(anonymous), stage.as(aStaffMember())])
      await expect(remindParty(ctx, { draft, party: ids[first] ?? '' })).rejects.toMatchObject(refused)
  })

  test('a hundred clicks at once remind once', async () => {
    const draft = await asked()
    const [, party = ''] = await partyIds(draft)
    await Promise.all(Array.from({ length: 100 }, async () => await remindParty(ada, { draft, party })))
    expect(ofType('signing.reminded')).toHaveLength(1)
  })

  test('by the calendar: on day 5 and 10, once each, and then the applicant hears that the time is over', async () => {
    const draft = await asked()
    await signAs(cecilia, draft)
    const [, party = ''] = await partyIds(draft)
    const sweep = async (day: number) => {
      events.length = 0
      const ctx = atDay(stage.as(system), day)
      await Promise.all([sweepRequests.perform(ctx), sweepRequests.perform(ctx)])
      return events.filter(({ subject }) => subject === draft).map(({ type, data }) => [type, data])
    }
    const reminder = ['signing.reminded', { partyId: party, personId: bosActor.id, serviceId: service.serviceId }]
    expect(await sweep(4)).toEqual([])
    expect(await sweep(5)).toEqual([reminder])
    expect(await sweep(6)).toEqual([])
    expect(await sweep(10)).toEqual([reminder])
    expect(await sweep(13)).toEqual([])
    expect(await sweep(14)).toEqual([['signing.overdue', { ownerId: adasActor.id }]])
    expect(await sweep(15)).toEqual([])
  })

  test('nobody is reminded of what has been withdrawn', async () => {
    const draft = await asked()
    await withdrawRequest(ada, draft)
    events.length = 0
    await sweepRequests.perform(atDay(stage.as(system), 20))
    expect(events.filter(({ subject }) => subject === draft)).toEqual([])
  })
})

describe('another address', () => {
  const contactOf = async (party: string) =>
    await inReading(stage.as(system), async (tx) => await findPartyContact(ada, tx, party))

  test('takes the place of the one that was typed, and who has been asked is told there, once a day', async () => {
    const draft = await asked()
    const [, party = ''] = await partyIds(draft)
    expect(await contactOf(party)).toEqual({ email: 'typed-1@prov.example' })
    events.length = 0
    expect(await changeContact(ada, { draft, party, contact: { phone: '+46701740605' } })).toBe('told')
    expect(await changeContact(ada, { draft, party, contact: { email: 'ny@prov.example' } })).toBe('kept')
    expect(await contactOf(party)).toEqual({ email: 'ny@prov.example' })
    expect(ofType('signing.invited')).toHaveLength(1)
    expect(JSON.stringify(events)).not.toContain('70174')
  })

  test('is the applicant’s to write alone, and never of who has signed', async () => {
    const draft = await asked()
    const [applicant = '', party = ''] = await partyIds(draft)
    for (const ctx of [bo, stage.as(anonymous), stage.as(aStaffMember())])
      await expect(changeContact(ctx, { draft, party, contact: {} })).rejects.toMatchObject(refused)
    await signAs(bo, draft)
    await expect(changeContact(ada, { draft, party, contact: {} })).rejects.toMatchObject(refused)
    await expect(changeContact(ada, { draft, party: applicant, contact: {} })).rejects.toMatchObject(refused)
  })
})

describe('sending though somebody hasn’t signed', () => {
  const send = async (ctx: Context, draft: string) => (await sendMissing(ctx, ports, draft)).ok

  test('after 14 days, by the applicant, where the service takes it', async () => {
    const draft = await asked(lenient)
    await signAs(bo, draft)
    expect(await send(ada, draft)).toBe(false)
    await expect(send(atDay(bo, 14), draft)).rejects.toMatchObject(refused)
    expect(await send(atDay(ada, 14), draft)).toBe(true)
    const [sent] = completed
    expect(sent?.signers.map(({ signed, declined }) => [signed !== undefined, declined])).toEqual([
      [true, false],
      [true, false],
      [false, false],
    ])
    await expect(send(atDay(ada, 14), draft)).rejects.toMatchObject(refused)
    await expect(readInvitation(cecilia, someFacts, draft)).rejects.toMatchObject(refused)
  })

  test('at once when all who haven’t signed have said no', async () => {
    const draft = await asked(lenient)
    await declineToSign(bo, { draft, reason: 'Nej' })
    expect(await send(ada, draft)).toBe(false)
    await declineToSign(cecilia, { draft, reason: 'Nej' })
    expect(await send(ada, draft)).toBe(true)
    expect(completed[0]?.signers.map(({ declined }) => declined)).toEqual([false, true, true])
  })

  test('never where all must sign', async () => {
    const draft = await asked()
    await declineToSign(bo, { draft, reason: 'Nej' })
    expect(await send(atDay(ada, 30), draft)).toBe(false)
  })

  test('never before the applicant has signed', async () => {
    const draft = await stage.request(ada, { service: lenient, parties: two, answers })
    expect(await send(atDay(ada, 30), draft)).toBe(false)
  })
})

describe('somebody without a Swedish number', () => {
  test('is found by name and day of birth when they log in, also with other accents', async () => {
    const born = { identity: { born: '1979-02-11' }, name: 'Pékka Juhani Virtanen' } as const
    const draft = await asked(service, [named('', 1, born)])
    const actor = await stage.foreigner({
      prid: 'FI:7902110PE',
      givenName: 'Pekka',
      surname: 'Virtanen',
      birthDate: '1979-02-11',
    })
    const stranger = await stage.foreigner({
      prid: 'FI:7902110XX',
      givenName: 'Pekka',
      surname: 'Virtanen',
      birthDate: '1979-02-12',
    })
    const asSystem = stage.as(system)
    for (const { id } of [stranger, actor])
      await inTransaction(asSystem, async (tx) => await joinInvitations(asSystem, tx, id))
    expect(await readInvitation(stage.as(actor), someFacts, draft)).toMatchObject({
      kind: 'open',
      ways: [{ name: 'region', isElsewhere: true }],
    })
    await expect(readInvitation(stage.as(stranger), someFacts, draft)).rejects.toMatchObject(refused)
  })
})
