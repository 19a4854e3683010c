import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aPhoto } from '../../files/testing/pictures.ts'
import { filesIn, isAttachments } from '../../forms/questions/attachments/changes.ts'
import { AttachmentsField } from '../../forms/questions/attachments/field.tsx'
import { aQuestion } from '../../forms/testing/forms.ts'
import { rendered } from '../../forms/testing/rendered.tsx'
import { anonymous } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Answer } from '../../platform/http/answer.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { addFiles } from '../commands/add-files.ts'
import { markSent } from '../commands/mark-sent.ts'
import { stepPath } from '../paths.ts'
import { getDraft } from '../queries/get-draft.ts'
import { receiveFiles } from '../receive-files.ts'
import { aCitizen, aDraft, aStaffMember, aVisitor } from '../testing/a-draft.ts'
import { filePicturePage } from './file-picture.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const step = 'bilagor'

async function withFiles(...files: readonly Buffer[]) {
  const { id } = await aDraft(ctx)
  const take = await receiveFiles(ctx, { draft: id, step })
  for (const bytes of files) {
    const file = await take({ field: 'file.bilagor', name: 'bild', bytes: Readable.from([bytes]) })
    await addFiles(ctx, { draft: id, step, files: [file] })
  }
  const draft = await getDraft(ctx, id)
  return { id, files: draft.state === 'open' ? filesIn(draft.typed.bilagor) : [] }
}

async function ask(as: Context, draft: string, file: string): Promise<Answer> {
  const path = `/utkast/${draft}/filer/${file}/miniatyr`
  const request = aRequest({ path })
  const answer = await filePicturePage.get?.({ ctx: as, params: { draft, file }, query: {}, request })
  if (!answer || !('kind' in answer)) throw new Error('No answer')
  return answer
}

test('the owner sees a picture made small; nobody else does', async () => {
  const { id, files } = await withFiles(await aPhoto('jpeg'))
  const file = files[0]?.id ?? ''
  const answer = await ask(ctx, id, file)
  if (answer.kind !== 'download' || Buffer.isBuffer(answer.body)) throw new Error('No picture')
  expect(answer.mediaType).toBe('image/webp')
  expect(await sharp(await buffer(answer.body)).metadata()).toMatchObject({ width: 144, height: 192 })
  const others = [await aCitizen(database), aVisitor(), anonymous, aStaffMember()]
  for (const actor of others)
    await expect(ask(database.context({ actor }), id, file)).rejects.toMatchObject({ code: 'not-found' })
})

test('what is no picture, not in this draft, or sent has none', async () => {
  const { id, files } = await withFiles(await aPhoto('png'), Buffer.from('%PDF-1.7\n'))
  const other = await withFiles(await aPhoto('png'))
  const [picture, document] = files
  for (const file of [document?.id, other.files[0]?.id])
    await expect(ask(ctx, id, file ?? '')).rejects.toMatchObject({ code: 'not-found' })
  await inTransaction(ctx, async (tx) => await markSent(ctx, tx, id))
  await expect(ask(ctx, id, picture?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
})

test('the field shows pictures small, by an address that holds from its step', () => {
  const question = aQuestion({ id: 'foto', type: 'attachments' })
  if (!isAttachments(question)) throw new Error('Not attachments')
  const file = (id: string, mediaType: string) => ({ id, name: id, mediaType, size: 1, sha256: 'a'.repeat(64) })
  const typed = [file('bild', 'image/jpeg'), file('intyg', 'application/pdf')]
  const html = rendered(
    <AttachmentsField
      question={question}
      name="q.foto"
      id="q-foto"
      typed={typed}
      problems={[]}
      facts={{ today: '2027-03-03' }}
    />,
  )
  const [, src = ''] = /<img[^>]* src="([^"]+)"/.exec(html) ?? []
  const page = new URL(stepPath('D', 'foto'), 'http://localhost')
  expect(new URL(src, page).pathname).toBe('/utkast/D/filer/bild/miniatyr')
  expect(html.match(/<img/g)).toHaveLength(1)
})
