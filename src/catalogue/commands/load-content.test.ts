import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { getServiceVersion } from '../queries/get-service-version.ts'
import { listServices } from '../queries/list-services.ts'
import { aDefinition } from '../testing/a-service.ts'
import { loadContent } from './load-content.ts'

const db = await testDatabase()
const content = join(import.meta.dirname, '../../../content')
const asSystem = (tenant: string) => db.context({ actor: system, tenant })

test.each([
  ['exempelkoping', testTenants.exempelkoping, ['felanmalan', 'parkeringstillstand', 'synpunkt']],
  ['nordby', testTenants.nordby, ['snorojning', 'synpunkt']],
])('publishes the services of %s once', async (name, tenant, shortNames) => {
  expect(await loadContent(asSystem(tenant), join(content, name))).toEqual({ published: shortNames.length })
  expect(await loadContent(asSystem(tenant), join(content, name))).toEqual({ published: 0 })
  const listed = await listServices(db.context({ tenant }))
  expect(listed.map(({ shortName }) => shortName).sort()).toEqual(shortNames)
})

test.each([testTenants.exempelkoping, testTenants.nordby])('says everything in English, too: %s', async (tenant) => {
  const services = await db.query<{ id: string }>(
    'select current_version_id as id from catalogue.service where tenant_id = $1',
    [tenant],
  )
  for (const { id } of services) {
    const { definition, shortName } = await getServiceVersion(db.context({ tenant }), id)
    expect(untranslated(definition), shortName).toEqual([])
  }
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
