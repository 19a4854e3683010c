import { beforeEach, describe, expect, test } from 'vitest'
import { aService } from '../../catalogue/testing/a-service.ts'
import { actOnStep } from '../../drafts/commands/act-on-step.ts'
import { getDraft } from '../../drafts/public.ts'
import { aDraft, aPost, someFacts } from '../../drafts/testing/a-draft.ts'
import { storeOwnFile } from '../../files/public.ts'
import { fileFieldName } from '../../forms/names.ts'
import { named, numbers } from '../testing/a-request.ts'
import { signingPagesStage } from '../testing/signing-pages-stage.ts'

const stage = await signingPagesStage()
const { ada, bo, cecilia, ask, show, owners, partys } = stage

beforeEach(stage.begin)

describe('a file of what is signed', () => {
  const words = (text: string) => ({ sv: text, en: text })
  const attachments = { type: 'attachments', maxFiles: 1 }
  const form = {
    steps: [
      {
        id: 'bilagor',
        title: words('Bilagor'),
        questions: [
          { ...attachments, id: 'bilagor', label: words('Ritning') },
          { ...attachments, id: 'inkomst', label: words('Lönebesked'), hiddenFromParties: true },
          { id: 'medsokande', type: 'parties', label: words('Vilka?'), rowName: words('medsökande') },
        ],
      },
    ],
  }

  test('is given to the applicant, and to the others unless it is hidden from them', async () => {
    const others = [{ from: 'parties', question: 'medsokande', role: 'co-applicant' }]
    const files = await aService(ada, { shortName: 'filer', form, signing: { others } })
    const { id: draft } = await aDraft(ada, { service: files })
    const added = await Promise.all(
      ['bilagor', 'inkomst'].map(async (name) => ({
        ...(await storeOwnFile(ada, {
          name: `${name}.pdf`,
          mediaType: 'application/pdf',
          bytes: Buffer.from('%PDF-'),
        })),
        field: fileFieldName(name),
      })),
    )
    await actOnStep(ada, someFacts, { draft, step: 'bilagor', posted: aPost({}), files: added })
    const filled = await getDraft(ada, draft)
    const typed = filled.state === 'open' ? filled.typed : {}
    await stage.request(ada, { service: files, draft, parties: [named(numbers.bo, 1)], answers: typed })
    await stage.sign(ada, draft)

    const page = await show(ada, owners(draft))
    const [shared = '', hidden = ''] = [...page.matchAll(/href="([^"]*\/bilagor\/[^"]*)"/g)].map((match) => match[1])
    expect(await ask(ada, hidden)).toMatchObject({
      kind: 'download',
      name: 'inkomst.pdf',
      mediaType: 'application/pdf',
    })
    expect(await ask(bo, shared)).toMatchObject({ kind: 'download', name: 'bilagor.pdf' })
    expect(await show(bo, partys(draft))).not.toContain(hidden)
    await expect(ask(bo, hidden)).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(cecilia, shared)).rejects.toMatchObject({ code: 'not-found' })
  })
})
