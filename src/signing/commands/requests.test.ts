import { beforeEach, describe, expect, test } from 'vitest'
import { readSealed } from '../../drafts/public.ts'
import { aStaffMember, someFacts } from '../../drafts/testing/a-draft.ts'
import { anonymous, system } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import { listInvitations } from '../queries/list-invitations.ts'
import { listOwnRequests } from '../queries/list-own-requests.ts'
import { readInvitation } from '../queries/read-invitation.ts'
import { readOwnRequest } from '../queries/read-own-request.ts'
import { named, numbers } from '../testing/a-request.ts'
import { askedStage, atDay, secret } from '../testing/asked-stage.ts'
import { askAgain } from './ask-again.ts'
import { changeApplication } from './change-application.ts'
import { declineToSign } from './decline-to-sign.ts'
import { joinInvitations } from './join-invitations.ts'
import { saveOwnAnswers } from './save-own-answers.ts'
import { sendMissing } from './send-missing.ts'
import { withdrawRequest } from './withdraw-request.ts'

const stage = await askedStage()
const { completed, events, ports, adasActor, bosActor, ceciliasActor, ada, bo, cecilia } = stage
const { service, answers, two, ofType, asked, signAs, partyIds } = stage
const lenient = await stage.makeService({ missing: 'may-send' })

beforeEach(stage.begin)

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
