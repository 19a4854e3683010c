import { beforeEach, describe, expect, test } from 'vitest'
import { aStaffMember, someFacts } from '../../drafts/testing/a-draft.ts'
import { anonymous, system } from '../../platform/actor.ts'
import { hours } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { sweepRequests } from '../jobs/sweep-requests.ts'
import { findPartyContact } from '../queries/find-party-contact.ts'
import { readInvitation } from '../queries/read-invitation.ts'
import { named } from '../testing/a-request.ts'
import { askedStage, atDay, inFuture } from '../testing/asked-stage.ts'
import { changeApplication } from './change-application.ts'
import { changeContact } from './change-contact.ts'
import { remindParty } from './remind-party.ts'
import { withdrawRequest } from './withdraw-request.ts'

const stage = await askedStage()
const { events, adasActor, bosActor, ada, bo, cecilia } = stage
const { service, answers, two, ofType, asked, signAs, partyIds } = stage

beforeEach(stage.begin)

const [, first = 1, second = 2] = [0, 1, 2]
const refused = { code: 'not-found' }

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
