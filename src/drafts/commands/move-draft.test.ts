import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { storeOwnFile } from '../../files/public.ts'
import { fileFieldName } from '../../forms/names.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { getDraft } from '../queries/get-draft.ts'
import { readMove } from '../queries/read-move.ts'
import { aCitizen, aDraft, aPost, someFacts } from '../testing/a-draft.ts'
import { aVersion } from '../testing/two-versions.ts'
import { actOnStep } from './act-on-step.ts'
import { addFiles } from './add-files.ts'
import { autosaveStep } from './autosave-step.ts'
import { openDraft } from './open-draft.ts'
import { openStep } from './open-step.ts'
import { saveStep } from './save-step.ts'
import { seeMove } from './see-move.ts'
import { takeDraft } from './take-draft.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const step = 'fragor'

const older = {
  fragor: [
    { id: 'namn', type: 'text' },
    { id: 'skal', type: 'text' },
    { id: 'antal', type: 'text' },
  ],
  bilagor: [{ id: 'intyg', type: 'attachments' }],
}
const newer = {
  fragor: [
    { id: 'fullt-namn', type: 'text', replaces: ['namn'] },
    { id: 'antal', type: 'number' },
    { id: 'ny', type: 'text' },
  ],
  filer: [{ id: 'handlingar', type: 'attachments', replaces: ['intyg'] }],
}

/** A draft of an older version in which something has been typed. */
async function anOldDraft(typed: Readonly<Record<string, string>>) {
  const shortName = `tjanst-${randomUUID().replace(/[^a-z]/g, 'x')}`
  const service = await aVersion(ctx, { shortName, steps: older })
  const { id } = await aDraft(ctx, { service })
  await saveStep(ctx, { draft: id, step, posted: aPost(typed), by: 'button' })
  const publish = async (drafts: 'finish' | 'move', steps: Parameters<typeof aVersion>[1]['steps'] = newer) =>
    await aVersion(ctx, { shortName, drafts, steps })
  return { id, service, publish }
}

/** What is typed in a draft, and how it has moved. */
async function inside(id: string) {
  const draft = await getDraft(ctx, id)
  if (draft.state !== 'open') throw new Error('It has been sent')
  return draft
}

test('"finish": a draft goes on in its own version', async () => {
  const { id, service, publish } = await anOldDraft({ namn: 'Ada' })
  await publish('finish')
  expect(await openDraft(ctx, id)).toMatchObject({ kind: 'open', draft: { versionId: service.versionId } })
})

test('"move": it moves when its owner opens it, keeps what fits, and tells the rest', async () => {
  const { id, publish } = await anOldDraft({ namn: 'Ada', skal: 'Därför', antal: 'tolv' })
  const latest = await publish('move')
  expect(await openStep(ctx, someFacts, { draft: id, step })).toEqual({ kind: 'changed' })
  const draft = await inside(id)
  expect(draft).toMatchObject({ versionId: latest.versionId, typed: { 'fullt-namn': 'Ada' } })
  expect(await readMove(ctx, someFacts, draft)).toEqual({
    title: 'Provtjänst',
    gone: [
      { label: 'Fråga skal', written: 'Därför' },
      { label: 'Fråga antal', written: 'tolv' },
    ],
    check: [],
    added: ['Fråga ny'],
  })
  await seeMove(ctx, id)
  expect(await openStep(ctx, someFacts, { draft: id, step })).toMatchObject({ kind: 'step' })
  // It can still be read.
  expect((await inside(id)).move?.left).toHaveLength(2)
})

test('through several versions it comes as far as they say, whenever it is opened', async () => {
  const { id, publish } = await anOldDraft({ namn: 'Ada' })
  const second = await publish('move')
  await publish('finish', { fragor: [{ id: 'annat', type: 'text' }] })
  await publish('move', { fragor: [{ id: 'igen', type: 'text' }] })
  await openDraft(ctx, id)
  expect(await inside(id)).toMatchObject({ versionId: second.versionId, typed: { 'fullt-namn': 'Ada' } })
})

test('names that change twice are followed', async () => {
  const { id, publish } = await anOldDraft({ namn: 'Ada', skal: 'Därför' })
  await publish('move')
  await publish('move', { fragor: [{ id: 'vem', type: 'text', replaces: ['fullt-namn'] }] })
  await openDraft(ctx, id)
  const { typed, move } = await inside(id)
  expect(typed).toMatchObject({ vem: 'Ada' })
  expect(move?.left.map(({ questionId }) => questionId)).toEqual(['skal'])
})

const aFile = async (question: string) => ({
  ...(await storeOwnFile(ctx, { name: 'intyg.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') })),
  field: fileFieldName(question),
})

const filesOf = async (draft: string) =>
  await inTransaction(ctx, async (tx) => {
    const taken = await takeDraft(ctx, tx, draft)
    return taken.state === 'open' ? taken.files.map(({ questionId, name }) => `${questionId} ${name}`) : []
  })

test('files keep their question, also under its new name, and one sent from an old page finds it', async () => {
  const { id, publish } = await anOldDraft({})
  await addFiles(ctx, { draft: id, step: 'bilagor', files: [await aFile('intyg')] })
  await publish('move')
  await openDraft(ctx, id)
  expect(await filesOf(id)).toEqual(['handlingar intyg.pdf'])
  expect((await inside(id)).typed.handlingar).toMatchObject([{ name: 'intyg.pdf' }])
  await addFiles(ctx, { draft: id, step: 'bilagor', files: [await aFile('intyg')] })
  expect(await filesOf(id)).toEqual(['handlingar intyg.pdf', 'handlingar intyg.pdf'])
})

test('files of a question that is gone are told by name', async () => {
  const { id, publish } = await anOldDraft({})
  await addFiles(ctx, { draft: id, step: 'bilagor', files: [await aFile('intyg')] })
  await publish('move', { fragor: [{ id: 'namn', type: 'text' }] })
  await openDraft(ctx, id)
  const move = await readMove(ctx, someFacts, await inside(id))
  expect(move.gone).toEqual([{ label: 'Fråga intyg', written: 'intyg.pdf' }])
})

test('what is posted from a page of the old version, after the draft has moved in another window, is carried over', async () => {
  const { id, service, publish } = await anOldDraft({ namn: 'Ada' })
  const { revision, versionId } = await inside(id)
  await publish('move')
  await openDraft(ctx, id)
  await seeMove(ctx, id)
  const posted = {
    ...aPost({ namn: 'Ada Exempel', skal: 'Därför', antal: '12' }, { revision, action: 'nasta' }),
    version: versionId,
  }
  const acted = await actOnStep(ctx, someFacts, { draft: id, step, posted, files: [] })
  expect(acted).toEqual({ ok: true, value: { kind: 'go', to: `/utkast/${id}/${step}` } })
  const { typed, move } = await inside(id)
  expect(typed).toMatchObject({ 'fullt-namn': 'Ada Exempel', antal: '12' })
  expect(move).toMatchObject({ seen: false })
  expect(move?.left).toContainEqual({ versionId: service.versionId, questionId: 'skal', typed: 'Därför', kept: false })
})

test('such a page that saves by itself is led on, and what it says again is told once', async () => {
  const { id, publish } = await anOldDraft({ skal: 'Därför' })
  const { revision, versionId } = await inside(id)
  await publish('move')
  await openDraft(ctx, id)
  await seeMove(ctx, id)
  const posted = { ...aPost({ skal: 'Därför' }, { revision }), version: versionId }
  expect(await autosaveStep(ctx, someFacts, { draft: id, step, posted })).toEqual({ ok: true, value: undefined })
  expect((await inside(id)).move).toMatchObject({ seen: true })
})

test('what it says that conflicts with what has been saved meanwhile waits for the person', async () => {
  const { id, publish } = await anOldDraft({ namn: 'Ada' })
  const { revision, versionId } = await inside(id)
  await publish('move')
  await openDraft(ctx, id)
  const moved = await inside(id)
  const newPage = { ...aPost({ 'fullt-namn': 'Nytt' }, { revision: moved.revision }), version: moved.versionId }
  await saveStep(ctx, { draft: id, step, posted: newPage, by: 'button' })
  const oldPage = { ...aPost({ namn: 'Gammalt' }, { revision }), version: versionId }
  await saveStep(ctx, { draft: id, step, posted: oldPage, by: 'button' })
  expect(await inside(id)).toMatchObject({ typed: { 'fullt-namn': 'Nytt' }, waiting: { 'fullt-namn': 'Gammalt' } })
})

test('a conflict that it shows is not decided by saving itself: what the person typed waits', async () => {
  const { id, publish } = await anOldDraft({ namn: 'Ada' })
  const { revision, versionId } = await inside(id)
  await publish('move')
  await openDraft(ctx, id)
  const posted = { ...aPost({ namn: 'Mitt' }, { revision, undecided: ['namn'] }), version: versionId }
  await autosaveStep(ctx, someFacts, { draft: id, step, posted })
  expect(await inside(id)).toMatchObject({ typed: { 'fullt-namn': 'Ada' }, waiting: { 'fullt-namn': 'Mitt' } })
})

test('what stood on it beforehand is not chosen by saving itself, and to empty it is an answer', async () => {
  const { id, publish } = await anOldDraft({})
  const { revision, versionId } = await inside(id)
  await publish('move')
  await openDraft(ctx, id)
  const save = async (namn: string) => {
    const posted = { ...aPost({ namn }, { revision }), version: versionId, suggested: 'namn:"Förval"' }
    await autosaveStep(ctx, someFacts, { draft: id, step, posted })
    return (await inside(id)).typed['fullt-namn']
  }
  expect(await save('Förval')).toBeUndefined()
  expect(await save('')).toBe('')
})

test('publishing while many windows save and open loses nothing that was typed', async () => {
  const { id, publish } = await anOldDraft({ namn: 'Ada' })
  const { revision, versionId } = await inside(id)
  const save = async (namn: string) =>
    await saveStep(ctx, {
      draft: id,
      step,
      posted: { ...aPost({ namn }, { revision }), version: versionId },
      by: 'resume',
    })
  await Promise.all([save('a'), publish('move'), openDraft(ctx, id), save('b'), openDraft(ctx, id), save('c')])
  await openDraft(ctx, id)
  const { typed, waiting, versionId: now } = await inside(id)
  expect(now).not.toBe(versionId)
  // The first to be saved stands; of those that came after, on pages that didn't know it, the last waits.
  expect(['a', 'b', 'c']).toContain(typed['fullt-namn'])
  expect(['a', 'b', 'c']).toContain(waiting['fullt-namn'])
  expect(waiting['fullt-namn']).not.toBe(typed['fullt-namn'])
})

test('a version that is none of the service, or none at all, is read as the draft’s own', async () => {
  const { id } = await anOldDraft({})
  const posted = { ...aPost({ namn: 'x' }), version: randomUUID() }
  await saveStep(ctx, { draft: id, step, posted, by: 'button' })
  await saveStep(ctx, { draft: id, step, posted: { ...aPost({ skal: 'y' }), version: 'nonsens' }, by: 'button' })
  expect((await inside(id)).typed).toMatchObject({ namn: 'x', skal: 'y' })
})
