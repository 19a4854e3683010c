import { expect, test } from 'vitest'
import { aHandler } from '../../src/cases/testing/a-case.ts'
import { aSignedDraft, aSignedService, complete, secrets } from '../../src/cases/testing/a-signed-case.ts'
import { askBundle } from '../../src/documents/testing/ask-bundle.ts'
import { sharedWithParties } from '../../src/forms/parties.ts'
import { claimsOf } from '../../src/forms/submitted.ts'
import { aPerson } from '../../src/people/testing/a-person.ts'
import { testDatabase } from '../../src/platform/testing/database.ts'
import { type CompleteApplication, manifestOf, type Signer } from '../../src/signing/public.ts'
import { replaced, withFile } from './testing/a-bundle.ts'
import { someSigners } from './testing/signers.ts'
import { verifyBundle } from './verify-bundle.ts'

const database = await testDatabase()
const numbers = ['199001012385', '198001139297', '195501142284'] as const

test('what the program bundles of a case that several have signed is right, for staff and for who applied', async () => {
  const [adas, bos, dagnys] = await Promise.all(numbers.map(async (number) => await aPerson(database, number)))
  if (!adas || !bos || !dagnys) throw new Error('Somebody is missing')
  const ada = database.context({ actor: adas })
  const service = await aSignedService(database.context())
  const draft = await aSignedDraft(ada, {
    service,
    signs: [
      { by: adas, role: 'applicant', name: 'Ada Exempel' },
      { by: bos, role: 'guardian', name: 'Bo Exempel', own: secrets.own },
      { by: dagnys, role: 'co-applicant', name: 'Dagny Test' },
    ],
  })
  const { bankId, freja, hub } = await someSigners()

  const signed = async (signer: Signer, index: number): Promise<Signer> => {
    const { form } = service.definition
    const read = signer.role === 'applicant' ? draft.copy : sharedWithParties(form, draft.copy)
    const answers = { ...read.answers, ...signer.signed?.own?.answers }
    const claimed = new Set(claimsOf(form, read.answers).map(({ id }) => id))
    const files = draft.files.filter(({ fileId }) => claimed.has(fileId))
    const manifest = manifestOf({
      draft: draft.draft,
      service: service.serviceId,
      version: service.versionId,
      answers,
      files: files.map(({ fileId, sha256 }) => ({ id: fileId, sha256: Buffer.from(sha256).toString('hex') })),
      parties: draft.signers,
      signer: signer.position,
    })
    const sign = [bankId, freja, hub][index] ?? bankId
    const made = await sign({ visible: 'Ansökan', format: 'plain', manifest }, numbers[index] ?? '')
    return { ...signer, signed: { ...signer.signed, ...made } }
  }
  const application: CompleteApplication = {
    ...draft,
    signers: await Promise.all(draft.signers.map(signed)),
  }
  const { caseId } = await complete(database.context({ actor: dagnys }), application)

  const hugo = database.context({ actor: await aHandler(database) })
  const { zip } = await askBundle(hugo, { caseId, asStaff: true })
  const all = await verifyBundle(zip, [])
  expect(all.lines.join('\n')).toMatch(/3 signatures: all right$/)
  expect(all.isRight).toBe(true)

  const own = await askBundle(ada, { caseId, asStaff: false })
  const mine = await verifyBundle(own.zip, [])
  expect(mine).toMatchObject({ isRight: true, isAll: false })
  expect(mine.lines.join('\n')).toMatch(/1 signature: right, but NOT ALL PROVEN/)

  const changed = withFile(zip, 'inskick-1/bilagor/01-karta.pdf', replaced('karta', 'kartb'), { forgeChecksums: true })
  const { isRight, lines } = await verifyBundle(changed, [])
  expect(isRight).toBe(false)
  expect(lines.join('\n')).toContain("inskick-1/bilagor/01-karta.pdf: isn't")
})
