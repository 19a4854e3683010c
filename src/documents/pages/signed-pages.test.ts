import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aHandler } from '../../cases/testing/a-case.ts'
import { aSignedDraft, aSignedService, complete, secrets } from '../../cases/testing/a-signed-case.ts'
import { aCitizen } from '../../drafts/testing/a-draft.ts'
import { aPerson } from '../../people/testing/a-person.ts'
import type { Context } from '../../platform/context.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { askBundle, textsIn } from '../testing/ask-bundle.ts'
import { askPdf } from '../testing/ask-pdf.ts'
import { lettersIn } from '../testing/pdf-text.ts'

const database = await testDatabase()
const [adasNumber, bosNumber] = ['199001012385', '198001139297']
const adasActor = await aPerson(database, adasNumber)
const bosActor = await aPerson(database, bosNumber)
const ada = database.context({ actor: adasActor })
const bo = database.context({ actor: bosActor })
const recorded: string[] = []
const hugo = database.context({
  actor: await aHandler(database),
  sink: async (_ctx, _tx, events) => void recorded.push(...events.map(({ type }) => type)),
})
const nowhere = { code: 'not-found' }
const squeezed = (text: string) => text.replace(/\s/g, '')

let caseId = ''
beforeAll(async () => {
  const signed = await aSignedDraft(ada, {
    service: await aSignedService(database.context()),
    signs: [
      { by: adasActor, role: 'applicant', name: 'Ada Exempel' },
      { by: bosActor, role: 'guardian', name: 'Bo Exempel', own: secrets.own },
      { by: await aPerson(database, '195501142284'), role: 'co-applicant', name: 'Dagny Test', missing: true },
    ],
  })
  caseId = (await complete(bo, signed)).caseId
})

const pdfFor = async (ctx: Context, path = `/mina-sidor/arenden/${caseId}/pdf`) =>
  lettersIn((await askPdf(ctx, path)).pdf)
const bundleFor = async (ctx: Context, asStaff: boolean) => await askBundle(ctx, { caseId, asStaff })

describe('the copy of what several have signed', () => {
  test('ends with who has signed, as what, when, how and how surely, and who hasn’t', async () => {
    const letters = await pdfFor(ada)
    for (const words of [
      'Underskrifter',
      'Ada Exempel · Sökande',
      '4 maj 2026 kl. 10.30',
      'tillitsnivå 3',
      'Bo Exempel · Vårdnadshavare',
      'Dagny Test · Medsökande',
      'Har sagt nej till att skriva under.',
    ]) {
      expect(letters).toContain(squeezed(words))
    }
    const issuersWords = createHash('sha256').update('<sig>').digest('hex')
    expect(letters.split(issuersWords)).toHaveLength(3)
  })

  test('has for who applied what others don’t see, but not what another filled in', async () => {
    for (const ctx of [ada, hugo]) {
      const path = ctx === hugo ? `/handlaggning/arenden/${caseId}/pdf` : undefined
      const letters = await pdfFor(ctx, path)
      expect(letters).toContain(squeezed(secrets.income))
      expect(letters).toContain(squeezed(secrets.file))
      expect(letters).not.toContain(squeezed(secrets.own))
    }
  })

  test('has for another party nothing that is hidden from them, nor its checksum, and what they filled in', async () => {
    const letters = await pdfFor(bo)
    const { own, ...hidden } = secrets
    for (const secret of Object.values(hidden)) expect(letters).not.toContain(squeezed(secret))
    expect(letters).toContain(squeezed(own))
    expect(letters).toContain('karta.pdf')
    expect(letters).toContain('Storgatan1')
    expect(letters).toContain(
      squeezed('Svar och filer som inte visas för andra parter än den som ansökte är utelämnade.'),
    )
    const [row] = await database.query<{ digest: string }>(
      `select encode(digest, 'hex') as digest from cases.submission where case_id = $1`,
      [caseId],
    )
    expect(row?.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(letters).not.toContain(row?.digest)
    const ofAda = await pdfFor(ada)
    expect(ofAda.slice(ofAda.indexOf('Svarenskontrollsumma'))).toContain(row?.digest)
  })

  test('of what another party may read is made for them alone, and not kept', async () => {
    await pdfFor(bo)
    const copies = await database.query('select from documents.submission_copy where case_id = $1', [caseId])
    expect(copies.length).toBeLessThanOrEqual(1)
    for (const actor of [await aCitizen(database), bosActor]) {
      const tenant = actor === bosActor ? testTenants.nordby : testTenants.exempelkoping
      await expect(pdfFor(database.context({ actor, tenant }))).rejects.toMatchObject(nowhere)
    }
  })
})

describe('the evidence bundle', () => {
  test('has for staff all signatures, files and answers, and is written down as reading', async () => {
    recorded.length = 0
    const { name, zip } = await bundleFor(hugo, true)
    expect(name).toMatch(/^\d{4}-\d{6}-underskrifter\.zip$/)
    expect(recorded).toContain('case.read')
    const texts = textsIn(zip)
    expect(texts.get('inskick-1/underskrifter/1/underskrift.xml')).toBe('<sig>')
    expect(texts.get('inskick-1/underskrifter/2/svar.json')).toContain(secrets.own)
    expect(texts.get('inskick-1/underskrifter/2/svar.json')).not.toContain(secrets.income)
    expect(texts.get('inskick-1/bilagor/01-karta.pdf')).toBe('%PDF karta.pdf')
    expect(texts.get('inskick-1/ansokan.json')).toContain(bosNumber)
    expect(texts.has('inskick-1/underskrifter/3/evidence.json')).toBe(false)
    expect(texts.get('beskrivning.txt')).toContain('script/verify-evidence')
  })

  test('has for who applied their own signature alone, and nothing that only others may read', async () => {
    const texts = textsIn((await bundleFor(ada, false)).zip)
    const all = [...texts.values()].join('\n')
    expect(all).toContain(adasNumber)
    expect(all).toContain(secrets.income)
    expect(all).not.toContain(bosNumber)
    expect(all).not.toContain(secrets.own)
    expect([...texts.keys()].filter((path) => path.includes('underskrifter/2'))).toEqual([])
  })

  test.each<[string, () => Promise<Context>, boolean]>([
    ['another party', async () => bo, false],
    ['another citizen', async () => database.context({ actor: await aCitizen(database) }), false],
    [
      'a case worker of another group',
      async () => database.context({ actor: await aHandler(database, { groups: ['bygglov'] }) }),
      true,
    ],
    ['an administrator', async () => database.context({ actor: await aHandler(database, { groups: [] }) }), true],
    [
      'the same case worker elsewhere',
      async () => database.context({ actor: hugo.actor, tenant: testTenants.nordby }),
      true,
    ],
  ])('is nowhere for %s', async (_who, context, asStaff) => {
    await expect(bundleFor(await context(), asStaff)).rejects.toMatchObject(nowhere)
  })
})
