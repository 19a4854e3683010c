import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import municipality from '../../../content/exempelkoping/municipality.json' with { type: 'json' }
import { showPage } from '../../../tests/support/show-page.tsx'
import { loadContent } from '../../catalogue/public.ts'
import { system } from '../../platform/actor.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { saveTenant, TenantSettings } from '../../tenants/public.ts'
import { helpPages } from './help/pages.ts'
import { startPage } from './start.tsx'

const db = await testDatabase()

beforeAll(async () => {
  const asSystem = db.context({ actor: system })
  const { shortName, hosts, settings } = municipality
  await saveTenant(asSystem, { shortName, hosts, settings: TenantSettings.parse(settings) })
  await loadContent(asSystem, join(import.meta.dirname, '../../../content/exempelkoping'))
})

describe('the start page', () => {
  test('searches, and shows what is used most and where the rest is', async () => {
    await db.query(`update catalogue.service set submissions = 5 where short_name = 'synpunkt'`)
    const html = await showPage(startPage, db.context())
    expect(html).toMatch(/<form class="search is-banner" action="\/e-tjanster" method="get">/)
    expect(html).toContain('Till exempel synpunkt, trasig gatlampa, ')
    expect(html).toMatch(/Används mest just nu.*\/e-tjanster\/synpunkt.*\/e-tjanster\/felanmalan.*Alla områden/s)
    expect(html).toMatch(
      /href="\/e-tjanster\?omrade=gator-trafik-och-parkering">Gator, trafik och parkering<span class="count"> 2</,
    )
  })

  test('says when there is nothing yet', async () => {
    expect(await showPage(startPage, db.context({ tenant: testTenants.nordby }))).toContain(
      'Här finns inga e-tjänster än',
    )
  })
})

describe.each(['sv', 'en'] as const)('help in %s', (language) => {
  const ctx = { ...db.context(), texts: textsFor(language, 'Europe/Stockholm') }

  test.each(helpPages.map((page) => [page.path, page] as const))(
    '%s has one heading, and links to pages that exist',
    async (_path, page) => {
      const html = await showPage(page, ctx)
      expect(html.match(/<h1>/g)).toHaveLength(1)
      expect(html).not.toMatch(/\{[a-z]+\}/i)
      const known = new Set([
        ...helpPages.map(({ path }) => path),
        '/',
        '/e-tjanster',
        '/logga-in',
        '/hjalp/testa-e-legitimation',
      ])
      const own = [...html.matchAll(/<a [^>]*href="(\/[^"?#]*)/g)].map(([, path]) => path ?? '')
      expect(own.filter((path) => !known.has(path))).toEqual([])
    },
  )
})
