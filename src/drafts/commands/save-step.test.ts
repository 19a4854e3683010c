import { expect, test } from 'vitest'
import { anonymous, system } from '../../platform/actor.ts'
import { days, later } from '../../platform/clock.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { getDraft } from '../queries/get-draft.ts'
import { aCitizen, aDraft, aPost, aStaffMember, aVisitor } from '../testing/a-draft.ts'
import { resumePost } from './resume-post.ts'
import { saveStep } from './save-step.ts'

const database = await testDatabase()
const ada = await aCitizen(database)
const ctx = database.context({ actor: ada })
const step = 'fragor'

const typedIn = async (draft: string, as = ctx) => {
  const found = await getDraft(as, draft)
  return found.state === 'open' ? found.typed : undefined
}

test.each([
  ['an anonymous visitor', anonymous, testTenants.exempelkoping],
  ['another visitor', aVisitor(), testTenants.exempelkoping],
  ['another person', await aCitizen(database), testTenants.exempelkoping],
  ['the same person in the twin municipality', ada, testTenants.nordby],
  ['a staff member', aStaffMember(), testTenants.exempelkoping],
  ['the program itself', system, testTenants.exempelkoping],
])('%s finds no draft of Ada, to read or to write', async (_who, actor, tenant) => {
  const { id } = await aDraft(ctx)
  const other = database.context({ actor, tenant })
  await expect(getDraft(other, id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(saveStep(other, { draft: id, step, posted: aPost({ namn: 'x' }), by: 'button' })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await typedIn(id)).not.toHaveProperty('namn')
})

test('a new draft is filled in with what is known', async () => {
  const { id } = await aDraft(ctx)
  expect(await typedIn(id)).toEqual({ kontakt: { name: '', email: 'ada@prov.example', phone: '' } })
})

test('what was typed comes back exactly, right or wrong', async () => {
  const { id } = await aDraft(ctx)
  const typed = '  Åsa "O\'Brien" <script>\u0000\r\n🚗 '
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: typed, fler: 'kanske' }), by: 'button' })
  expect(await typedIn(id)).toMatchObject({ namn: typed })
})

test('a visitor keeps what was typed under their cookie', async () => {
  const visitor = database.context({ actor: aVisitor() })
  const { id } = await aDraft(visitor)
  await saveStep(visitor, { draft: id, step, posted: aPost({ namn: 'Lampan är trasig' }), by: 'button' })
  expect(await typedIn(id, visitor)).toMatchObject({ namn: 'Lampan är trasig' })
})

test('a change keeps the draft for another 90 days and takes back the warning', async () => {
  const { id } = await aDraft(ctx)
  await database.query('update drafts.draft set warned_at = now() where draft_id = $1', [id])
  const clock = { now: () => later(new Date(), days(80)) }
  const then = database.context({ actor: ada, clock })
  await saveStep(then, { draft: id, step, posted: aPost({ namn: 'x' }), by: 'button' })
  const [row] = await database.query<{ expires_at: Date; warned_at: Date | null }>(
    'select expires_at, warned_at from drafts.draft where draft_id = $1',
    [id],
  )
  expect(row?.warned_at).toBeNull()
  expect((row?.expires_at.getTime() ?? 0) - clock.now().getTime()).toBeGreaterThan(days(90) - 60_000)
})

test('a draft whose time is over is gone, also before it is swept', async () => {
  const { id } = await aDraft(ctx)
  const late = database.context({ actor: ada, clock: { now: () => later(new Date(), days(91)) } })
  await expect(getDraft(late, id)).rejects.toMatchObject({ code: 'gone' })
})

test('two windows that edit different questions keep both', async () => {
  const { id } = await aDraft(ctx)
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'a' }), by: 'button' })
  const other = await saveStep(ctx, { draft: id, step, posted: aPost({ fler: 'yes' }), by: 'button' })
  expect(other).toMatchObject({ ok: true, value: { conflicts: [] } })
  expect(await typedIn(id)).toMatchObject({ namn: 'a', fler: 'yes' })
})

test('two windows that edit one question: the later is told, keeps its value on the page, and wins when it saves again', async () => {
  const { id } = await aDraft(ctx)
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'first' }), by: 'button' })
  const late = await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'second', fler: 'yes' }), by: 'button' })
  expect(late).toMatchObject({
    ok: true,
    value: { conflicts: ['namn'], typed: { namn: 'second' }, draft: { typed: { namn: 'first', fler: 'yes' } } },
  })
  const revision = late.ok ? late.value.draft.revision : 0
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'second' }, { revision }), by: 'button' })
  expect(await typedIn(id)).toMatchObject({ namn: 'second' })
})

test('a question that was left alone in one window can be answered in the other', async () => {
  const { id } = await aDraft(ctx)
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'first', fler: '' }), by: 'button' })
  const answered = await saveStep(ctx, { draft: id, step, posted: aPost({ fler: 'yes' }), by: 'button' })
  expect(answered).toMatchObject({ ok: true, value: { conflicts: [] } })
  expect(await typedIn(id)).toMatchObject({ namn: 'first', fler: 'yes' })
})

test('an autosave does not decide a conflict that the person has on the screen', async () => {
  const { id } = await aDraft(ctx)
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'first' }), by: 'button' })
  const late = await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'second' }), by: 'autosave' })
  const revision = late.ok ? late.value.draft.revision : 0
  const page = { revision, undecided: ['namn'] }
  const again = await saveStep(ctx, {
    draft: id,
    step,
    posted: aPost({ namn: 'second', fler: 'no' }, page),
    by: 'autosave',
  })
  expect(again).toMatchObject({ ok: true, value: { conflicts: ['namn'] } })
  expect(await typedIn(id)).toMatchObject({ namn: 'first', fler: 'no' })
})

test('saves of many windows at once lose nothing: each is stored or told of its conflict', async () => {
  const { id } = await aDraft(ctx)
  const saves = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const posted = aPost(n % 2 === 0 ? { namn: `w${n}` } : { fler: 'yes', mer: `w${n}` })
      return await saveStep(ctx, { draft: id, step, posted, by: 'button' })
    }),
  )
  const named = saves.filter((saved, n) => n % 2 === 0 && saved.ok && saved.value.conflicts.length === 0)
  const more = saves.filter((saved, n) => n % 2 === 1 && saved.ok && saved.value.conflicts.length === 0)
  expect([named.length, more.length]).toEqual([1, 1])
  const typed = await typedIn(id)
  expect(typed?.namn).toBe(named[0]?.ok ? named[0].value.typed.namn : undefined)
  expect(typed?.mer).toBe(more[0]?.ok ? more[0].value.typed.mer : undefined)
})

test('what is sent again after a new login is saved where they stood', async () => {
  const { id } = await aDraft(ctx)
  expect(await resumePost(ctx, { draft: id, step, form: aPost({ namn: 'sent too late' }) })).toBe(
    `/utkast/${id}/${step}`,
  )
  expect(await typedIn(id)).toMatchObject({ namn: 'sent too late' })
})

test('what is sent again and conflicts waits beside the answer until the person has decided', async () => {
  const { id } = await aDraft(ctx)
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'meanwhile' }), by: 'button' })
  await resumePost(ctx, { draft: id, step, form: aPost({ namn: 'sent too late' }) })
  const draft = await getDraft(ctx, id)
  expect(draft).toMatchObject({ typed: { namn: 'meanwhile' }, waiting: { namn: 'sent too late' } })
  const revision = draft.state === 'open' ? draft.revision : 0
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'sent too late' }, { revision }), by: 'button' })
  expect(await getDraft(ctx, id)).toMatchObject({ typed: { namn: 'sent too late' }, waiting: {} })
})

test('what is sent again after a second login, and conflicts in the same question, waits in the place of the first', async () => {
  const { id } = await aDraft(ctx)
  await saveStep(ctx, { draft: id, step, posted: aPost({ namn: 'meanwhile' }), by: 'button' })
  await resumePost(ctx, { draft: id, step, form: aPost({ namn: 'sent too late' }) })
  await resumePost(ctx, { draft: id, step, form: aPost({ namn: 'sent later still' }) })
  expect(await getDraft(ctx, id)).toMatchObject({ typed: { namn: 'meanwhile' }, waiting: { namn: 'sent later still' } })
})

test('nobody resumes what was sent to a draft of somebody else', async () => {
  const { id } = await aDraft(ctx)
  const bo = database.context({ actor: await aCitizen(database) })
  await resumePost(bo, { draft: id, step, form: aPost({ namn: 'bo' }) })
  expect(await typedIn(id)).not.toHaveProperty('namn')
})

test('a step that the form does not have does not exist', async () => {
  const { id } = await aDraft(ctx)
  const save = saveStep(ctx, { draft: id, step: 'constructor', posted: aPost({ namn: 'x' }), by: 'button' })
  await expect(save).rejects.toMatchObject({ code: 'not-found' })
})

test('a post can write in the questions of its step alone', async () => {
  const { id } = await aDraft(ctx)
  const posted = aPost({ namn: 'x', bilagor: 'y', __proto__x: 'z', constructor: 'w' })
  await saveStep(ctx, { draft: id, step, posted, by: 'button' })
  expect(Object.keys((await typedIn(id)) ?? {}).toSorted()).toEqual(['kontakt', 'namn'])
})
