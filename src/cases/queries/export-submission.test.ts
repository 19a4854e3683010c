import { expect, test } from 'vitest'
import { aCitizen, aVisitor } from '../../drafts/testing/a-draft.ts'
import { readBySchema } from '../../forms/export/testing/read-by-schema.ts'
import { type Actor, anonymous, system } from '../../platform/actor.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { exportPath, isExportFormat } from '../export-file.ts'
import { exportPage } from '../pages/exports.ts'
import { aCase, aHandler } from '../testing/a-case.ts'
import { exportSubmission } from './export-submission.ts'

const database = await testDatabase()
const ada = database.context({ actor: await aCitizen(database) })
const hugo = await aHandler(database)
const sent = await aCase(ada, { typed: { plats: 'Storgatan 1 & 2' }, files: ['karta.pdf'] })

const exported = async (format: string, actor: Actor = hugo, sequence = 1) => {
  if (!isExportFormat(format)) throw new Error(`There is no format ${format}`)
  const file = await exportSubmission(database.context({ actor }), { caseId: sent.caseId, sequence, format })
  return { ...file, text: file.body.toString('utf8') }
}

test.each([
  ['the applicant', ada.actor],
  ['a visitor', aVisitor()],
  ['nobody', anonymous],
  ['the program', system],
  ['staff of another group', await aHandler(database, { groups: ['miljo'] })],
  ['an administrator as such', { ...(await aHandler(database, { groups: [] })), rights: ['administrate'] as const }],
])('%s gets no export', async (_who, actor) => {
  await expect(exported('json', actor)).rejects.toMatchObject({ code: 'not-found' })
})

test('nor does the group of the twin municipality, nor anybody a submission that is not there', async () => {
  const twin = database.context({ actor: hugo, tenant: testTenants.nordby })
  const asked = { caseId: sent.caseId, sequence: 1, format: 'json' } as const
  await expect(exportSubmission(twin, asked)).rejects.toMatchObject({ code: 'not-found' })
  await expect(exported('json', hugo, 2)).rejects.toMatchObject({ code: 'not-found' })
})

test('JSON, XML and CSV hold the same answers, named by case and submission', async () => {
  const json = await exported('json')
  expect(json).toMatchObject({ name: `${sent.number}-1.json`, mediaType: 'application/json' })
  expect(JSON.parse(json.text)).toMatchObject({
    caseNumber: sent.number,
    service: 'med-formular',
    answers: { plats: 'Storgatan 1 & 2', bilagor: [{ name: 'karta.pdf', mediaType: 'application/pdf' }] },
  })
  expect(readBySchema((await exported('xml')).text, (await exported('xsd')).text)).toEqual(JSON.parse(json.text))
  expect((await exported('csv')).text).toContain('Storgatan 1 & 2')
  const { version } = JSON.parse(json.text)
  expect(JSON.parse((await exported('json-schema')).text)).toMatchObject({ $id: `urn:uuid:${version}` })
})

test('a download is written down as a reading', async () => {
  const events: Event[] = []
  const ctx = database.context({ actor: hugo, sink: async (_ctx, _tx, happened) => void events.push(...happened) })
  await exportSubmission(ctx, { caseId: sent.caseId, sequence: 1, format: 'csv' })
  expect(events).toMatchObject([{ type: 'case.read', subject: sent.caseId, actor: { id: hugo.id } }])
})

test('its address takes the formats there are, and no other', () => {
  const read = (format: string, sequence = '1') =>
    exportPage.params.safeParse({ case: sent.caseId, sequence, format }).success
  expect(read('json')).toBe(true)
  expect(read('constructor')).toBe(false)
  expect(read('json', '0')).toBe(false)
  expect(read('json', 'x')).toBe(false)
  expect(exportPath('c', 1, 'json')).toBe('/handlaggning/arenden/c/inskickat/1/json')
})
