import { expect, test } from 'vitest'
import { aCitizen } from '../../drafts/testing/a-draft.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { openAttachment } from '../queries/open-attachment.ts'
import { aSignedDraft, aSignedService, complete } from '../testing/a-signed-case.ts'
import { ask, html } from '../testing/ask.tsx'

const database = await testDatabase()

test('what somebody sends alone who has become protected since others signed with them is shared with none of them', async () => {
  const adaActor = await aCitizen(database)
  const evaActor = await aCitizen(database)
  const [ada, eva] = [database.context({ actor: adaActor }), database.context({ actor: evaActor })]
  const service = await aSignedService(ada)
  const applicant = { by: adaActor, role: 'applicant', name: 'Ada Exempel' } as const
  const both = [applicant, { by: evaActor, role: 'co-applicant', name: 'Eva Prov' } as const]
  const { caseId } = await complete(eva, await aSignedDraft(ada, { service, signs: both }))
  await database.query(
    `update people.person set protected_identity = true, given_name = null, surname = null, fetched_at = null,
      facts_from = null where person_id = $1`,
    [adaActor.id],
  )
  const alone = { service, signs: [applicant], supplements: caseId, plats: 'Hemliga gatan 7' }
  await complete(ada, await aSignedDraft(ada, alone))

  const own = await listSubmissions(ada, caseId)
  expect(own.map(({ answers }) => answers.plats)).toEqual(['Storgatan 1', 'Hemliga gatan 7'])
  expect((await listSubmissions(eva, caseId)).map(({ answers }) => answers.plats)).toEqual(['Storgatan 1'])
  for (const rest of ['', '/visa', '/historik'])
    expect(html(await ask(eva, `/mina-sidor/arenden/${caseId}${rest}`))).not.toContain('Hemliga')
  const files = own.at(-1)?.attachments ?? []
  expect(files.length).toBeGreaterThan(0)
  for (const { fileId } of files)
    await expect(openAttachment(eva, { caseId, fileId })).rejects.toMatchObject({ code: 'not-found' })
})
