import { expect, test } from 'vitest'
import { aCase, aHandler } from '../../cases/testing/a-case.ts'
import { aCitizen } from '../../drafts/testing/a-draft.ts'
import { system } from '../../platform/actor.ts'
import { actingAs } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import type { EventSink } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { submissionCopyJob } from '../jobs/render-submission-copy.ts'
import { submissionCopies } from '../queues.ts'
import { enqueueCopies } from '../reactions/enqueue-copies.ts'
import { askPdf, letterhead } from '../testing/ask-pdf.ts'
import { renderSubmissionCopy } from './render-submission-copy.ts'

const database = await testDatabase()
const sink: EventSink = async (ctx, tx, events) => await enqueueCopies(ctx, tx, events, database.enqueue)
const ada = database.context({ actor: await aCitizen(database), sink })
const asSystem = actingAs(ada, system)
const readLetterhead = async () => letterhead
const job = submissionCopyJob(readLetterhead)

const copiesOf = async (draftId: string) =>
  await database.query<{ sha256: Buffer; blob: string; size: string; case_id: string }>(
    `select c.sha256, f.blob, f.size, c.case_id from documents.submission_copy c
     join files.file f on f.tenant_id = c.tenant_id and f.file_id = c.file_id where c.draft_id = $1`,
    [draftId],
  )
const countFiles = async () => Number((await database.query<{ n: string }>('select count(*) n from files.file'))[0]?.n)
async function countBlobs(): Promise<number> {
  let count = 0
  for await (const _name of ada.blobs.listOlderThan(new Date(Date.now() + 1000))) count += 1
  return count
}

test('is ordered in the transaction that receives the submission', async () => {
  const { draftId } = await aCase(ada)
  const jobs = await database.query<{ data: unknown }>('select data from pgboss.job where name = $1', [
    submissionCopies.name,
  ])
  expect(jobs.map(({ data }) => data)).toContainEqual({ tenant: testTenants.exempelkoping, payload: { draftId } })
})

test('makes one copy, however often its job runs, and the page hands out that one', async () => {
  const { draftId, caseId } = await aCase(ada)
  const files = await countFiles()
  const blobs = await countBlobs()
  await job.perform(asSystem, { draftId })
  await job.perform(asSystem, { draftId })
  const { pdf } = await askPdf(ada, `/mina-sidor/arenden/${caseId}/pdf`)
  const [copy, ...more] = await copiesOf(draftId)
  expect(more).toEqual([])
  expect(copy).toMatchObject({ case_id: caseId, size: String(pdf.length), sha256: sha256(pdf) })
  expect([await countFiles(), await countBlobs()]).toEqual([files + 1, blobs + 1])
})

test('makes one copy when several make it at the same time, and leaves no file behind', async () => {
  const { draftId, caseId } = await aCase(ada)
  const files = await countFiles()
  const blobs = await countBlobs()
  const asked = await Promise.all([
    ...[1, 2, 3].map(async () => await job.perform(asSystem, { draftId })),
    askPdf(ada, `/mina-sidor/arenden/${caseId}/pdf`),
    askPdf(ada, `/mina-sidor/arenden/${caseId}/pdf`),
  ])
  expect(asked.at(-1)).toEqual(asked.at(-2))
  expect(await copiesOf(draftId)).toHaveLength(1)
  expect([await countFiles(), await countBlobs()]).toEqual([files + 1, blobs + 1])
})

test('gives the same bytes when it is made again', async () => {
  const { draftId, caseId } = await aCase(ada, { files: ['karta.pdf'] })
  const address = `/mina-sidor/arenden/${caseId}/pdf`
  const first = await askPdf(ada, address)
  await database.query('delete from documents.submission_copy where draft_id = $1', [draftId])
  expect((await askPdf(ada, address)).pdf.equals(first.pdf)).toBe(true)
})

test('keeps no plain text on disk', async () => {
  const { draftId } = await aCase(ada)
  await job.perform(asSystem, { draftId })
  const [copy] = await copiesOf(draftId)
  const chunks: Buffer[] = []
  for await (const chunk of await ada.blobs.read(copy?.blob ?? '')) chunks.push(chunk)
  expect(Buffer.concat(chunks).length).toBeGreaterThan(10_000)
  expect(Buffer.concat(chunks).includes('%PDF')).toBe(false)
})

test('is the program’s alone, and makes nothing in another municipality or of a draft that was never sent', async () => {
  const { draftId } = await aCase(ada)
  const hugo = database.context({ actor: await aHandler(database) })
  for (const ctx of [ada, hugo]) {
    await expect(renderSubmissionCopy(ctx, { draftId }, readLetterhead)).rejects.toMatchObject({ code: 'not-found' })
  }
  await job.perform(database.context({ actor: system, tenant: testTenants.nordby }), { draftId })
  await job.perform(asSystem, { draftId: asSystem.ids.next() })
  expect(await copiesOf(draftId)).toEqual([])
})
