import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { renderToString } from 'preact-render-to-string'
import { afterAll, describe, expect, test } from 'vitest'
import { sampleFrame } from '../../../tests/support/frame.ts'
import { getCase, getMyCase, listHistory, requestSupplement } from '../../cases/public.ts'
import { aCase, aFormService, aHandler } from '../../cases/testing/a-case.ts'
import { aCitizen, aVisitor } from '../../drafts/testing/a-draft.ts'
import { clamdScanner } from '../../files/public.ts'
import { eicar } from '../../files/testing/eicar.ts'
import { aPhoto, toldPlace } from '../../files/testing/pictures.ts'
import { testScanner } from '../../files/testing/test-scanner.ts'
import { aPerson } from '../../people/testing/a-person.ts'
import { anonymous } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { enterRole } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { FrameProvider } from '../../ui/frame.ts'
import { messageLimits } from '../model.ts'
import { countUnread, listMessages, readThread, receiveAttachments, sendMessage } from '../public.ts'
import { openAttachment } from '../queries/open-attachment.ts'
import { MessagesView } from '../view/messages-view.tsx'

const database = await testDatabase()
const adaActor = await aCitizen(database)
const hugoActor = await aHandler(database)
const ada = database.context({ actor: adaActor })
const hugo = database.context({ actor: hugoActor })
const { caseId } = await aCase(ada)
const scanner = await testScanner()
afterAll(async () => await scanner.stop())

const strangers: readonly (readonly [string, Context])[] = [
  ['nobody', database.context({ actor: anonymous })],
  ['another citizen', database.context({ actor: await aCitizen(database) })],
  ['a visitor', database.context({ actor: aVisitor() })],
  ['another group', database.context({ actor: await aHandler(database, { groups: ['bygglov'] }) })],
  ['the same group of the other municipality', database.context({ actor: hugoActor, tenant: testTenants.nordby })],
  ['the same person in the other municipality', database.context({ actor: adaActor, tenant: testTenants.nordby })],
]

const pdf = Buffer.from('%PDF-1.7\nhello')

async function anAttachment(ctx: Context, id: string) {
  const receive = await receiveAttachments(ctx, id)
  return await receive({ field: 'bilagor', name: '../intyg.pdf', bytes: Readable.from([pdf]) })
}

const write = async (ctx: Context, text: string, id = caseId) => {
  const sent = await sendMessage(ctx, { caseId: id, text, files: [] })
  if (!sent.ok) throw new Error(sent.error.kind)
  return sent.value
}

describe.each(strangers)('for %s there is no such case', (_who, stranger) => {
  test('to write in, to read, to attach to', async () => {
    const messages = async () => await database.query('select from messages.message where case_id = $1', [caseId])
    const before = await messages()
    await expect(sendMessage(stranger, { caseId, text: 'Hej', files: [] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(listMessages(stranger, caseId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(receiveAttachments(stranger, caseId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await messages()).toEqual(before)
  })
})

test('both sides read what either writes, in order, each its own as its own', async () => {
  const { caseId: id } = await aCase(ada)
  await write(ada, 'När får jag svar?', id)
  await write(hugo, 'I morgon.\r\n<b>Hugo</b>', id)
  const asAda = await listMessages(ada, id)
  expect(asAda.messages.map(({ text, own, sender }) => [text, own, sender])).toEqual([
    ['När får jag svar?', true, 'citizen'],
    ['I morgon.\n<b>Hugo</b>', false, 'staff'],
  ])
  expect(asAda.messages[1]?.senderName).toBe('Hugo Berg')
  expect((await listMessages(hugo, id)).messages.map(({ own }) => own)).toEqual([false, true])
})

test('a case worker whose name the service does not show is nameless to the citizen, not to colleagues', async () => {
  const service = await aFormService(ada, { shortName: 'utan-namn', showCaseWorker: false })
  const { caseId: id } = await aCase(ada, { service })
  await write(hugo, 'Hej', id)
  expect((await listMessages(ada, id)).messages[0]?.senderName).toBeUndefined()
  const colleague = database.context({ actor: await aHandler(database, { name: 'Karin Lind' }) })
  expect((await listMessages(colleague, id)).messages[0]?.senderName).toBe('Hugo Berg')
})

test('the name of a person with protected identity is never written', async () => {
  const protectedOne = { ...(await aCitizen(database)), protectedIdentity: true }
  const { caseId: id } = await aCase(database.context({ actor: protectedOne }))
  await write(database.context({ actor: protectedOne }), 'Hej', id)
  expect(await database.query('select sender_name from messages.message where case_id = $1', [id])).toEqual([
    { sender_name: null },
  ])
})

test('the name of somebody who becomes protected is taken away where it was written, and given to nobody even if it were there', async () => {
  const number = '199501012380'
  const before = database.context({ actor: await aPerson(database, number) })
  const { caseId: id } = await aCase(before)
  await write(before, 'Hej', id)
  await write(hugo, 'Hej!', id)
  const stored = async () =>
    await database.query('select sender_name from messages.message where case_id = $1 order by sent_at', [id])
  expect(await stored()).toEqual([{ sender_name: 'Test Person' }, { sender_name: 'Hugo Berg' }])
  expect((await listMessages(hugo, id)).messages[0]).toMatchObject({ senderName: 'Test Person', nameIsHidden: false })

  await aPerson(database, number, { facts: undefined })
  expect(await stored()).toEqual([{ sender_name: null }, { sender_name: 'Hugo Berg' }])
  await write(before, 'Jag igen', id)
  expect(await stored()).toContainEqual({ sender_name: null })
  await database.query(
    `update messages.message set sender_name = 'Kanarina' where case_id = $1 and sender = 'citizen'`,
    [id],
  )
  const reader = database.context({ actor: await aHandler(database, { rights: ['protected'] }) })
  const { messages } = await listMessages(reader, id)
  expect(messages.map(({ senderName, nameIsHidden }) => [senderName, nameIsHidden])).toEqual([
    [undefined, true],
    ['Hugo Berg', false],
    [undefined, true],
  ])
  const html = renderToString(
    <FrameProvider value={sampleFrame()}>
      <MessagesView messages={messages} reader="staff" path="/m" />
    </FrameProvider>,
  )
  expect(html.match(/Skyddad uppgift/g)).toHaveLength(2)
  expect(html).not.toContain('Kanarina')
})

test('an attachment is given back as it was to both sides, and reading it by staff is an event', async () => {
  const { caseId: id } = await aCase(ada)
  const file = await anAttachment(ada, id)
  const sent = await sendMessage(ada, { caseId: id, text: 'Här är intyget', files: [file] })
  const attachment = (await listMessages(hugo, id)).messages[0]?.attachments[0]
  if (!sent.ok || !attachment) throw new Error('Nothing was attached')
  expect(attachment).toMatchObject({ name: 'intyg.pdf', size: pdf.length })
  const address = { caseId: id, messageId: sent.value, fileId: attachment.fileId }

  const events: Event[] = []
  const watched = database.context({ actor: hugoActor, sink: async (_ctx, _tx, told) => void events.push(...told) })
  for (const reader of [ada, watched]) {
    expect(await buffer((await openAttachment(reader, address)).body)).toEqual(pdf)
  }
  expect(events).toMatchObject([{ type: 'case.read', subject: id }])
  for (const [, stranger] of strangers) {
    await expect(openAttachment(stranger, address)).rejects.toMatchObject({ code: 'not-found' })
  }
  const { caseId: other } = await aCase(ada)
  await expect(openAttachment(ada, { ...address, caseId: other })).rejects.toMatchObject({ code: 'not-found' })
})

describe('what comes with a message', () => {
  const scanned = (actor: Context['actor']): Context => ({
    ...database.context({ actor }),
    scanner: clamdScanner(async () => scanner.address),
  })
  const receive = async (ctx: Context, id: string, bytes: Buffer) =>
    await (await receiveAttachments(ctx, id))({ field: 'bilagor', name: 'fil', bytes: Readable.from([bytes]) })
  const attachmentsOf = async (id: string) =>
    (await listMessages(hugo, id)).messages.flatMap((sent) => sent.attachments)

  test('is scanned for viruses before anybody can open it, and marked when nobody could look', async () => {
    const { caseId: id } = await aCase(ada)
    expect(await receive(scanned(adaActor), id, Buffer.concat([pdf, eicar]))).toMatchObject({
      stored: false,
      reason: 'infected',
    })
    const clean = await receive(scanned(adaActor), id, pdf)
    const unchecked = await receive(ada, id, pdf)
    await sendMessage(ada, { caseId: id, text: 'Hej', files: [clean, unchecked] })
    const marks = (await attachmentsOf(id)).map((file) => file.unchecked)
    expect(marks.toSorted()).toEqual([false, true])
    const asRead = <MessagesView messages={(await listMessages(ada, id)).messages} reader="citizen" path="/m" />
    const html = renderToString(<FrameProvider value={sampleFrame()}>{asRead}</FrameProvider>)
    expect(html.match(/Ej kontrollerad/g)).toHaveLength(1)
  })

  test('loses what a picture tells besides itself', async () => {
    const { caseId: id } = await aCase(ada)
    const sent = await sendMessage(ada, {
      caseId: id,
      text: 'Hej',
      files: [await receive(ada, id, await aPhoto('jpeg'))],
    })
    const [file] = await attachmentsOf(id)
    if (!sent.ok || !file) throw new Error('Nothing was attached')
    const opened = await openAttachment(hugo, { caseId: id, messageId: sent.value, fileId: file.fileId })
    expect((await buffer(opened.body)).includes(toldPlace)).toBe(false)
  })

  test('fits into what a citizen may send in one case, also when two messages are sent at once; staff send more', async () => {
    const { caseId: id } = await aCase(ada)
    const files = await Promise.all([1, 2, 3].map(async () => await receive(ada, id, pdf)))
    const first = await sendMessage(ada, { caseId: id, text: 'Hej', files: files.slice(0, 1) })
    if (!first.ok) throw new Error('Nothing was sent')
    // As if it had been that large.
    const large = messageLimits.filesOfCase - pdf.length
    await database.query('update messages.attachment set size = $1 where case_id = $2', [large, id])
    const refused = { ok: false, error: { kind: 'invalid', problems: [expect.objectContaining({ reason: 'quota' })] } }
    expect(await sendMessage(ada, { caseId: id, text: 'Hej', files: files.slice(1) })).toEqual(refused)
    const sent = await Promise.all(
      files.slice(1).map(async (file) => await sendMessage(ada, { caseId: id, text: 'Hej', files: [file] })),
    )
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await receive(ada, id, pdf)).toMatchObject({ stored: false, reason: 'quota' })
    expect(await receive(ada, caseId, pdf)).toMatchObject({ stored: true })
    expect(await receive(hugo, id, pdf)).toMatchObject({ stored: true })
  })
})

test('a message with something to mend is not sent, and says all that is wrong', async () => {
  const { caseId: id } = await aCase(ada)
  const refused = { field: 'bilagor', name: 'program.pdf', stored: false, reason: 'wrong-type' } as const
  expect(await sendMessage(ada, { caseId: id, text: ' ', files: [refused] })).toEqual({
    ok: false,
    error: {
      kind: 'invalid',
      problems: [{ kind: 'text-missing' }, { kind: 'file-refused', name: 'program.pdf', reason: 'wrong-type' }],
    },
  })
  expect((await listMessages(ada, id)).messages).toEqual([])
})

test('a message is an event, a line of history and the latest event, and does not raise the version', async () => {
  const { caseId: id } = await aCase(ada)
  const { version } = await getCase(hugo, id)
  const events: Event[] = []
  const watched = database.context({ actor: adaActor, sink: async (_ctx, _tx, told) => void events.push(...told) })
  const messageId = await write(watched, 'Hej', id)
  expect(events).toMatchObject([{ type: 'message.sent', subject: id, data: { messageId, sender: 'citizen' } }])
  expect((await listHistory(ada, id)).at(-1)).toMatchObject({ type: 'message.sent' })
  expect((await getCase(hugo, id)).version).toBe(version)
})

test('a closed case is written in by staff, no longer by the citizen', async () => {
  const { caseId: id } = await aCase(ada)
  await database.query(`update cases.case set status = 'avslutat', status_kind = 'closed' where case_id = $1`, [id])
  expect(await sendMessage(ada, { caseId: id, text: 'Hej', files: [] })).toEqual({
    ok: false,
    error: { kind: 'finished' },
  })
  expect((await listMessages(ada, id)).writing).toBe('finished')
  await write(hugo, 'En sak till.', id)
  const refused = await (await receiveAttachments(ada, id))({
    field: 'bilagor',
    name: 'a.pdf',
    bytes: Readable.from([pdf]),
  })
  expect(refused).toMatchObject({ stored: false })
})

test('where the service asks for supplements as messages, the message is the supplement', async () => {
  const service = await aFormService(ada, { shortName: 'med-meddelande', supplement: 'message' })
  const { caseId: id } = await aCase(ada, { service })
  const { version } = await getCase(hugo, id)
  await requestSupplement(hugo, { caseId: id, version, text: 'Ritning saknas', until: '2099-01-01' })
  await write(hugo, 'Säg till om något är oklart.', id)
  expect((await getMyCase(ada, id)).status.kind).toBe('waiting-for-citizen')
  await write(ada, 'Här kommer ritningen.', id)
  expect((await getMyCase(ada, id)).status.kind).toBe('supplemented')
})

describe('what is unread', () => {
  const unreadOf = async (ctx: Context, id: string) =>
    (await listMessages(ctx, id)).messages.map(({ unread }) => unread)

  test('is what the other side wrote since the reader last looked', async () => {
    const { caseId: id } = await aCase(ada)
    await write(ada, 'ett', id)
    await write(hugo, 'två', id)
    expect(await unreadOf(ada, id)).toEqual([false, true])
    expect(await countUnread(ada, [id, caseId])).toEqual(new Map([[id, 1]]))
    expect((await readThread(ada, id)).messages.map(({ unread }) => unread)).toEqual([false, true])
    expect(await unreadOf(ada, id)).toEqual([false, false])
    expect(await countUnread(ada, [id])).toEqual(new Map())
    await write(hugo, 'tre', id)
    expect(await unreadOf(ada, id)).toEqual([false, false, true])
  })

  test('is each reader’s own', async () => {
    const { caseId: id } = await aCase(ada)
    await write(ada, 'ett', id)
    await readThread(hugo, id)
    const colleague = database.context({ actor: await aHandler(database, { name: 'Karin Lind' }) })
    expect(await countUnread(colleague, [id])).toEqual(new Map([[id, 1]]))
    expect(await countUnread(hugo, [id])).toEqual(new Map())
  })

  test('is told of nobody else’s cases', async () => {
    const { caseId: id } = await aCase(ada)
    await write(ada, 'ett', id)
    const other = database.context({ actor: await aHandler(database, { groups: ['bygglov'] }) })
    expect(await countUnread(other, [id])).toEqual(new Map())
  })

  test('stays unread when it comes in the same instant as what was read', async () => {
    const { caseId: id } = await aCase(ada)
    const clock = { now: () => new Date('2027-03-03T12:00:00Z') }
    const stopped = database.context({ actor: hugoActor, clock })
    await write(stopped, 'ett', id)
    await readThread(ada, id)
    await write(stopped, 'två', id)
    expect(await unreadOf(ada, id)).toEqual([false, true])
  })
})

test.each(['citizen', 'staff', 'system'] as const)(
  'a message is changed and deleted by nobody, not as %s',
  async (kind) => {
    const { db } = database.context()
    const actor = kind === 'citizen' ? adaActor : kind === 'staff' ? hugoActor : ({ kind: 'system' } as const)
    const attempt = async (statement: 'update' | 'delete') =>
      await db.transaction().execute(async (tx) => {
        await enterRole(tx, testTenants.exempelkoping, actor)
        if (statement === 'update') await tx.updateTable('messages.message').set({ text: 'annat' }).execute()
        else await tx.deleteFrom('messages.message').execute()
      })
    await expect(attempt('update')).rejects.toMatchObject({ code: '42501' })
    await expect(attempt('delete')).rejects.toMatchObject({ code: '42501' })
  },
)
