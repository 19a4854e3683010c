import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { listServices } from '../queries/list-services.ts'
import { aDefinition } from '../testing/a-service.ts'
import { loadContent } from './load-content.ts'

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

test.each([testTenants.exempelkoping, testTenants.nordby])('says everything in English, too: %s', async (tenant) => {
  const versions = await db.query<{ definition: unknown; name: string }>(
    `select v.definition, s.short_name as name from catalogue.service s
     join catalogue.service_version v on v.tenant_id = s.tenant_id and v.version_id = s.current_version_id
     where s.tenant_id = $1`,
    [tenant],
  )
  expect(versions.length).toBeGreaterThan(0)
  for (const { definition, name } of versions) expect(untranslated(definition), name).toEqual([])
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

/** The Swedish texts that have no English beside them. */
function untranslated(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const missing = 'sv' in value && typeof value.sv === 'string' && !('en' in value) ? [value.sv] : []
  return [...missing, ...Object.values(value).flatMap(untranslated)]
}
