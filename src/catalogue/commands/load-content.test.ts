import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { sweepOrphans } from '../../files/public.ts'
import { ownFilePath } from '../../forms/own-file.ts'
import { system } from '../../platform/actor.ts'
import { days, later } from '../../platform/clock.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { findEntryByName } from '../queries/find-service-by-name.ts'
import { listServices } from '../queries/list-services.ts'
import { openOwnFile } from '../queries/open-own-file.ts'
import { aDefinition } from '../testing/a-service.ts'
import { loadContent } from './load-content.ts'
import { publishService } from './publish-service.ts'

const db = await testDatabase()
const content = join(import.meta.dirname, '../../../content')
const asSystem = (tenant: string) => db.context({ actor: system, tenant })

test.each([
  [
    'exempelkoping',
    testTenants.exempelkoping,
    [
      'allman-handling',
      'bygglov',
      'felanmalan',
      'foreningsbidrag',
      'forskoleplats',
      'forslag-e-tjanst',
      'fullmakt',
      'god-man',
      'lediga-jobb',
      'livsmedelsanlaggning',
      'parkeringstillstand',
      'synpunkt',
    ],
  ],
  ['nordby', testTenants.nordby, ['snorojning', 'synpunkt']],
])('publishes the services of %s once', async (name, tenant, shortNames) => {
  expect(await loadContent(asSystem(tenant), join(content, name))).toEqual({ published: shortNames.length })
  expect(await loadContent(asSystem(tenant), join(content, name))).toEqual({ published: 0 })
  const listed = await listServices(db.context({ tenant }))
  expect(listed.map(({ shortName }) => shortName).sort()).toEqual(shortNames)
})

test('names the file that is wrong', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-content-'))
  try {
    await mkdir(join(folder, 'services'))
    await writeFile(join(folder, 'categories.json'), '[{ "name": "prov", "title": { "sv": "Prov" } }]')
    const file = join(folder, 'services/fel.json')
    const load = async (text: string) => {
      await writeFile(file, text)
      return await loadContent(asSystem(testTenants.nordby), folder)
    }
    await expect(load('{')).rejects.toThrow(`${file} can't be read as JSON`)
    await expect(load('{}')).rejects.toThrow(`${file}: `)
    await expect(load(JSON.stringify(aDefinition({ category: 'okand' })))).rejects.toThrow('no category "okand"')
    expect(await load(JSON.stringify(aDefinition()))).toEqual({ published: 1 })
  } finally {
    await rm(folder, { recursive: true })
  }
})

describe('a service’s own files', () => {
  const ctx = asSystem(testTenants.nordby)
  const pdf = Buffer.from('%PDF-1.7\n% en blankett\n')
  const offered = { file: 'intyg.pdf', label: { sv: 'Intyg', en: 'Certificate' } }

  /** Loads a municipality whose only service offers a file, called `intyg.pdf`, that holds these bytes; without bytes it isn't there. */
  async function load(bytes: Buffer | undefined, definition = aDefinition({ shortName: 'med-fil', files: [offered] })) {
    const folder = await mkdtemp(join(tmpdir(), 'handslag-content-'))
    try {
      for (const name of ['services', 'files']) await mkdir(join(folder, name))
      await writeFile(join(folder, 'categories.json'), '[{ "name": "prov", "title": { "sv": "Prov" } }]')
      await writeFile(join(folder, 'services/med-fil.json'), JSON.stringify(definition))
      if (bytes) await writeFile(join(folder, 'files/intyg.pdf'), bytes)
      return await loadContent(ctx, folder)
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  const currentFile = async () => (await findEntryByName(ctx, 'med-fil'))?.definition.files[0]

  test('are given out as they were when the version was published', async () => {
    expect(await load(pdf)).toEqual({ published: 1 })
    expect(await load(pdf)).toEqual({ published: 0 })
    const first = await currentFile()
    expect(first).toMatchObject({ ...offered, size: pdf.length, sha256: sha256(pdf).toString('hex') })
    const changed = Buffer.concat([pdf, Buffer.from('% ändrad')])
    expect(await load(changed)).toEqual({ published: 1 })
    const second = await currentFile()
    for (const [file, bytes] of [
      [first, pdf],
      [second, changed],
    ] as const) {
      const address = (file && ownFilePath(file))?.split('/').at(-1) ?? ''
      const { body, ...facts } = await openOwnFile(db.context({ tenant: testTenants.nordby }), address)
      expect(facts).toEqual({ name: 'intyg.pdf', mediaType: 'application/pdf', size: bytes.length })
      expect(await buffer(body)).toEqual(bytes)
      await expect(openOwnFile(db.context(), address)).rejects.toMatchObject({ code: 'not-found' })
    }
    await sweepOrphans.perform({ ...ctx, clock: { now: () => later(ctx.clock.now(), days(1)) } })
    expect(await db.query('select file_id from files.file where tenant_id = $1', [testTenants.nordby])).toHaveLength(2)
  })

  test('stand in questions, too', async () => {
    const question = { id: 'fil', type: 'information', label: { sv: 'Intyg' }, text: { sv: 'Här.' }, files: [offered] }
    const steps = [{ id: 'steg', title: { sv: 'Steg' }, questions: [question] }]
    await load(pdf, aDefinition({ shortName: 'med-fil', form: { steps } }))
    const definition = JSON.stringify((await findEntryByName(ctx, 'med-fil'))?.definition)
    expect(definition).toContain(sha256(pdf).toString('hex'))
  })

  test.each([
    ['is not there', undefined, /intyg\.pdf can't be read/],
    ['is empty', Buffer.alloc(0), /is empty/],
    ['is something else than its ending says', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /image\/png/],
    ['is no file of a known kind', Buffer.from('<script>'), /no known type/],
    ['is too heavy', Buffer.concat([pdf, Buffer.alloc(5_000_000)]), /heavier/],
  ])('refuse one that %s', async (_what, bytes, problem) => {
    await expect(load(bytes)).rejects.toThrow(problem)
  })

  test.each(['../intyg.pdf', 'Intyg.pdf', 'intyg.exe', '/etc/passwd'])('may not be called %s', async (file) => {
    const definition = aDefinition({ shortName: 'med-fil', files: [{ ...offered, file }] })
    await expect(load(pdf, definition)).rejects.toThrow('files')
  })

  test('can’t be claimed by a definition that nobody has loaded with its files', async () => {
    const files = [{ ...offered, sha256: '0'.repeat(64), size: 1 }]
    const result = await publishService(ctx, aDefinition({ shortName: 'utan-fil', files }))
    expect(result).toEqual({ ok: false, error: { kind: 'unknown-file', file: 'intyg.pdf' } })
  })
})
