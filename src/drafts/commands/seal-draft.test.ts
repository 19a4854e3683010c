import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anonymous, system } from '../../platform/actor.ts'
import { days, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { enterRole, inReading, inTransaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { getDraft } from '../queries/get-draft.ts'
import { listMyDrafts } from '../queries/list-my-drafts.ts'
import { lockSealed } from '../queries/lock-sealed.ts'
import { readPartyAnswers } from '../queries/read-party-answers.ts'
import { readSealed } from '../queries/read-sealed.ts'
import { readSignatures } from '../queries/read-signatures.ts'
import { openUnderDraft, sealUnderDraft } from '../sealed-copy.ts'
import { aCitizen, aDraft, aPost, aStaffMember, aVisitor } from '../testing/a-draft.ts'
import { aSealedDraft, asProgram, sealAsItStands } from '../testing/a-sealed-draft.ts'
import { deleteDraft } from './delete-draft.ts'
import { expireDrafts } from './expire-drafts.ts'
import { keepPartyAnswers } from './keep-party-answers.ts'
import { keepSignature } from './keep-signature.ts'
import { markSent } from './mark-sent.ts'
import { reopenDraft } from './reopen-draft.ts'
import { saveStep } from './save-step.ts'
import { startUpload } from './start-upload.ts'
import { takeAccess } from './take-access.ts'
import { takeDraft } from './take-draft.ts'
import { warnOfExpiry } from './warn-of-expiry.ts'

const database = await testDatabase()
const ada = await aCitizen(database)
const bo = await aCitizen(database)
const events: Event[] = []
const ctx = database.context({ actor: ada, sink: async (_ctx, _tx, happened) => void events.push(...happened) })
const asBo = database.context({ actor: bo })
const party = randomUUID()

const read = async (as: Context, draft: string) => await inReading(as, async (tx) => await readSealed(as, tx, draft))
const reopen = async (as: Context, draft: string) =>
  await inTransaction(as, async (tx) => await reopenDraft(as, tx, draft))
/** Makes the actor the party of a draft: what the room of signing writes. */
async function beParty(as: Context, draft: string): Promise<void> {
  await database.query(
    `insert into signing.request (tenant_id, draft_id, owner_id, service_id, version_id, round, state, in_order, may_miss, opened_at, due_at)
     select tenant_id, draft_id, person_id, service_id, version_id, 1, 'collecting', false, false, now(), now()
     from drafts.draft where draft_id = $1 on conflict do nothing`,
    [draft],
  )
  await database.query('delete from signing.party where party_id = $1', [party])
  await database.query(
    `insert into signing.party (tenant_id, draft_id, party_id, position, role, person_id, known_sealed, state)
     select tenant_id, draft_id, $2, 1, 'co-applicant', $3, '', 'invited' from drafts.draft where draft_id = $1`,
    [draft, party, as.actor.kind === 'citizen' ? as.actor.id : null],
  )
}
const sign = async (as: Context, draft: string, round: number) => {
  await beParty(as, draft)
  await inTransaction(as, async (tx) => {
    const { key } = await readSealed(as, tx, draft)
    const at = as.clock.now()
    await keepSignature(as, tx, { draft, party, round, key, content: { by: as.actor.kind }, at })
  })
}
const signaturesOf = async (as: Context, draft: string) =>
  await inTransaction(as, async (tx) => {
    const { key } = await readSealed(as, tx, draft)
    await enterRole(tx.db, as.tenant.id, system)
    return await readSignatures(as, tx, { draft, key })
  })
const fillIn = async (as: Context, draft: string, typed: Readonly<Record<string, string>>) =>
  await inTransaction(as, async (tx) => {
    const { key } = await readSealed(as, tx, draft)
    await keepPartyAnswers(as, tx, { draft, party, key, typed })
  })
const filledIn = async (as: Context, draft: string) =>
  await inReading(as, async (tx) => {
    const { key } = await readSealed(as, tx, draft)
    return await readPartyAnswers(as, tx, { draft, party, key })
  })
const secretsOf = async (draft: string): Promise<number> => {
  const tables = ['key', 'content', 'file', 'sealed_copy', 'signature', 'party_answers']
  const counts = tables.map((table) => `(select count(*) from private_space.${table} where draft_id = $1)`)
  const [row] = await database.query<{ count: number }>(`select ${counts.join(' + ')} as count`, [draft])
  return Number(row?.count)
}

test.each([anonymous, aVisitor(), aStaffMember(), system, bo])(
  '$kind neither seals nor opens again what is another’s',
  async (actor) => {
    const { id } = await aDraft(ctx)
    const other = database.context({ actor })
    await expect(sealAsItStands(other, id)).rejects.toMatchObject({ code: 'not-found' })
    await sealAsItStands(ctx, id)
    await expect(reopen(other, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(read(other, id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await getDraft(ctx, id)).toMatchObject({ state: 'sealed' })
  },
)

test('a visitor’s draft is not sealed: nobody could sign it', async () => {
  const visitor = database.context({ actor: aVisitor() })
  const { id } = await aDraft(visitor)
  await expect(sealAsItStands(visitor, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await getDraft(visitor, id)).toMatchObject({ state: 'open' })
})

test('what is sealed is read as it was, changed by nobody, and told of once', async () => {
  const id = await aSealedDraft(ctx, { name: 'Kanot' })
  expect(await read(ctx, id)).toMatchObject({
    round: 1,
    ownerId: ada.id,
    copy: { answers: { namn: 'Kanot' }, group: 'gata-park' },
    files: [],
  })
  const posted = aPost({ namn: 'Ändrat' })
  expect(await saveStep(ctx, { draft: id, step: 'fragor', posted, by: 'button' })).toEqual({
    ok: false,
    error: 'sealed',
  })
  const upload = { draft: id, questionId: 'bilagor', name: 'a.pdf', length: 9 }
  expect(await startUpload(ctx, upload)).toEqual({ ok: false, error: { kind: 'sealed' } })
  expect(await deleteDraft(ctx, id)).toEqual({ ok: false, error: 'sealed' })
  expect(await inTransaction(ctx, async (tx) => await takeDraft(ctx, tx, id))).toEqual({ state: 'sealed' })
  expect((await read(ctx, id)).copy.answers).toEqual({ ...(await read(ctx, id)).copy.answers, namn: 'Kanot' })
  const told = events.filter(({ subject }) => subject === id).map(({ type, data }) => ({ type, data }))
  expect(told).toContainEqual({ type: 'draft.sealed', data: { round: 1 } })
  expect((await listMyDrafts(ctx)).find((draft) => draft.id === id)).toMatchObject({ state: 'sealed' })
})

test('opened again it is as it was; the signatures are gone, and what parties have filled in stays', async () => {
  const id = await aSealedDraft(ctx, { name: 'Före', named: [bo] })
  await fillIn(asBo, id, { sysselsattning: 'arbetar' })
  await sign(asBo, id, 1)
  expect(await signaturesOf(ctx, id)).toEqual([{ party, content: { by: 'citizen' } }])
  await reopen(ctx, id)
  await expect(read(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await getDraft(ctx, id)).toMatchObject({ state: 'open', typed: { namn: 'Före' } })
  await reopen(ctx, id)
  expect(events.filter(({ subject, type }) => subject === id && type === 'draft.reopened')).toHaveLength(1)
  await saveStep(ctx, { draft: id, step: 'fragor', posted: aPost({ namn: 'Efter' }, { revision: 9 }), by: 'button' })
  expect(await sealAsItStands(ctx, id)).toBe(2)
  expect(await read(asBo, id)).toMatchObject({ round: 2, copy: { answers: { namn: 'Efter' } } })
  expect(await signaturesOf(asBo, id)).toEqual([])
  expect(await filledIn(asBo, id)).toEqual({ sysselsattning: 'arbetar' })
  await fillIn(asBo, id, { sysselsattning: 'studerar' })
  expect(await filledIn(asBo, id)).toEqual({ sysselsattning: 'studerar' })
})

test('a signature of an earlier round is refused, and a second of the same party', async () => {
  const id = await aSealedDraft(ctx, { named: [bo] })
  await reopen(ctx, id)
  await sealAsItStands(ctx, id)
  await expect(sign(asBo, id, 1)).rejects.toMatchObject({ code: '23503' })
  await sign(asBo, id, 2)
  await expect(sign(asBo, id, 2)).rejects.toMatchObject({ code: '23505' })
})

test('nobody signs as a party that they aren’t, though they may read what is sealed', async () => {
  const id = await aSealedDraft(ctx, { named: [bo] })
  await beParty(ctx, id)
  const signAs = async (as: Context) =>
    await inTransaction(as, async (tx) => {
      const { key } = await readSealed(as, tx, id)
      await keepSignature(as, tx, { draft: id, party, round: 1, key, content: {}, at: new Date() })
    })
  await expect(signAs(asBo)).rejects.toMatchObject({ code: '42501' })
  await signAs(ctx)
  expect(await signaturesOf(ctx, id)).toHaveLength(1)
  for (const as of [ctx, asBo])
    await expect(
      inReading(as, async (tx) => await readSignatures(as, tx, { draft: id, key: Buffer.alloc(32) })),
    ).rejects.toMatchObject({ code: '42501' })
})

test('what is sealed for one draft, round or party opens as no other’s', async () => {
  const [first, second] = [await aSealedDraft(ctx), await aSealedDraft(ctx)]
  await sign(ctx, first, 1)
  const key = (await read(ctx, first)).key
  const at = { tenant: ctx.tenant.id, draft: first, what: 'reason:a' }
  const reason = sealUnderDraft(key, at, 'Jag vill inte.')
  expect(openUnderDraft(key, at, reason)).toBe('Jag vill inte.')
  expect(() => openUnderDraft(key, { ...at, what: 'reason:b' }, reason)).toThrow('authenticate')
  expect(() => openUnderDraft(key, { ...at, draft: second }, reason)).toThrow('authenticate')
  await database.query('update private_space.signature set party_id = $2 where draft_id = $1', [first, randomUUID()])
  await expect(signaturesOf(ctx, first)).rejects.toThrow('authenticate')
  await database.query(
    `update private_space.sealed_copy t set sealed = s.sealed from private_space.sealed_copy s
     where t.draft_id = $1 and s.draft_id = $2`,
    [second, first],
  )
  await expect(read(ctx, second)).rejects.toThrow('authenticate')
})

test('the program sends it in the transaction of the last signature, and nothing is left in it', async () => {
  const id = await aSealedDraft(ctx, { named: [bo], file: { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\n') } })
  await fillIn(asBo, id, { a: 'b' })
  await beParty(asBo, id)
  await inTransaction(asBo, async (tx) => {
    await enterRole(tx.db, asBo.tenant.id, system)
    expect(await lockSealed(asBo, tx, id)).toEqual({ state: 'sealed', round: 1, ownerId: ada.id })
    await enterRole(tx.db, asBo.tenant.id, bo)
    const { key } = await readSealed(asBo, tx, id)
    await keepSignature(asBo, tx, { draft: id, party, round: 1, key, content: {}, at: new Date() })
    await enterRole(tx.db, asBo.tenant.id, system)
    expect(await readSignatures(asBo, tx, { draft: id, key })).toHaveLength(1)
    await markSent(asBo, tx, id)
  })
  expect(await secretsOf(id)).toBe(0)
  expect(await getDraft(ctx, id)).toMatchObject({ state: 'sent' })
  await expect(read(asBo, id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(reopen(ctx, id)).rejects.toMatchObject({ code: 'conflict' })
})

test('it is kept and warned of as one that is open, and expires with all that was signed', async () => {
  const id = await aSealedDraft(ctx, { named: [bo] })
  await sign(ctx, id, 1)
  const after = (time: number) => {
    const told: Event[] = []
    const clock = { now: () => later(new Date(), time) }
    const sink: Context['sink'] = async (_ctx, _tx, happened) => void told.push(...happened)
    return { told, program: database.context({ actor: system, clock, sink }) }
  }
  const late = after(days(84))
  await warnOfExpiry(late.program)
  expect(late.told).toContainEqual(expect.objectContaining({ type: 'draft.expiring', subject: id }))
  await expireDrafts(after(days(89)).program)
  expect(await read(ctx, id)).toMatchObject({ round: 1 })
  const over = after(days(91))
  const overdue = database.context({ actor: bo, clock: over.program.clock })
  await expect(read(overdue, id)).rejects.toMatchObject({ code: 'gone' })
  expect(await inTransaction(over.program, async (tx) => await lockSealed(over.program, tx, id))).toBeUndefined()
  await expireDrafts(over.program)
  expect(over.told).toContainEqual(expect.objectContaining({ type: 'draft.expired', subject: id }))
  expect(await secretsOf(id)).toBe(0)
})

test('withdrawn, it is nobody’s but its owner’s', async () => {
  const id = await aSealedDraft(ctx, { named: [bo] })
  await reopen(ctx, id)
  await asProgram(ctx, async (tx, program) => await takeAccess(program, tx, id))
  await sealAsItStands(ctx, id)
  await expect(read(asBo, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await read(ctx, id)).toMatchObject({ round: 2 })
})

test('of many who seal at once one does, and the others find it sealed', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await aDraft(ctx)
    const rounds = await Promise.all(Array.from({ length: 6 }, async () => await sealAsItStands(ctx, id)))
    expect(rounds.filter((one) => one !== undefined)).toEqual([1])
    expect(await read(ctx, id)).toMatchObject({ round: 1 })
  }
})

test('whoever reads while its owner changes and seals it again sees one round whole, or nothing', async () => {
  const id = await aSealedDraft(ctx, { name: 'Runda 1', named: [bo] })
  const seen: string[] = []
  const change = async () => {
    for (let round = 2; round <= 12; round++) {
      await reopen(ctx, id)
      const posted = aPost({ namn: `Runda ${round}` }, { revision: 1000 })
      await saveStep(ctx, { draft: id, step: 'fragor', posted, by: 'button' })
      expect(await sealAsItStands(ctx, id)).toBe(round)
    }
  }
  let isChanging = true
  const watch = async () => {
    while (isChanging) {
      const found = await read(asBo, id).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'not-found' })
        return undefined
      })
      if (!found) continue
      expect(found.copy.answers.namn).toBe(`Runda ${found.round}`)
      seen.push(`${found.round}`)
    }
  }
  await Promise.all([change().finally(() => (isChanging = false)), watch(), watch()])
  expect(new Set(seen).size).toBeGreaterThan(1)
})

test('who signs while the owner opens it again signs what then is void, or nothing', async () => {
  for (let time = 0; time < 20; time++) {
    const id = await aSealedDraft(ctx, { named: [bo] })
    await beParty(asBo, id)
    const signing = inTransaction(asBo, async (tx) => {
      await enterRole(tx.db, asBo.tenant.id, system)
      const locked = await lockSealed(asBo, tx, id)
      if (locked?.state !== 'sealed' || locked.round !== 1) return false
      await enterRole(tx.db, asBo.tenant.id, bo)
      const { key, round } = await readSealed(asBo, tx, id)
      await keepSignature(asBo, tx, { draft: id, party, round, key, content: {}, at: new Date() })
      return true
    })
    await Promise.all([signing, reopen(ctx, id)])
    expect(await getDraft(ctx, id)).toMatchObject({ state: 'open' })
    await sealAsItStands(ctx, id)
    expect(await signaturesOf(ctx, id)).toEqual([])
  }
})
