import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import municipality from '../../content/exempelkoping/municipality.json' with { type: 'json' }
import { buildStyles } from '../../script/build-styles.ts'
import { launchBrowser } from '../../tests/support/browser.ts'
import { showPage } from '../../tests/support/show-page.tsx'
import { system } from '../platform/actor.ts'
import { testDatabase } from '../platform/testing/database.ts'
import { helpPages } from '../portal/pages/help/pages.ts'
import { startPage } from '../portal/pages/start.tsx'
import { saveTenant, TenantSettings } from '../tenants/public.ts'
import { loadContent } from './commands/load-content.ts'
import { cataloguePage } from './pages/catalogue.tsx'
import { servicePage } from './pages/service.tsx'

const db = await testDatabase()
test('look', async () => {
  const s = db.context({ actor: system })
  await saveTenant(s, {
    shortName: municipality.shortName,
    hosts: municipality.hosts,
    settings: TenantSettings.parse(municipality.settings),
  })
  await loadContent(s, join(import.meta.dirname, '../../content/exempelkoping'))
  const folder = await mkdtemp('/tmp/visual-')
  const m = await buildStyles({ outDir: folder })
  const browser = await launchBrowser()
  const pages: [string, any, any][] = [
    ['start', startPage, {}],
    ['katalog', cataloguePage, {}],
    ['sok', cataloguePage, { query: { q: 'parkering' } }],
    ['tomt', cataloguePage, { query: { q: 'xyzzy' } }],
    ['omrade', cataloguePage, { query: { omrade: 'gator-trafik-och-parkering' } }],
    ['park', servicePage, { params: { service: 'parkeringstillstand' } }],
    ['synpunkt', servicePage, { params: { service: 'synpunkt' } }],
    ['fel', servicePage, { params: { service: 'felanmalan' } }],
    ...helpPages.slice(0, 3).map((p) => [`help${p.path.replaceAll('/', '-')}`, p, {}] as [string, any, any]),
  ]
  const v = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'no-redundant-role': 'off',
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
      'tel-non-breaking': 'off',
      'attribute-boolean-style': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
    },
  })
  for (const [name, p, asked] of pages) {
    const html = (await showPage(p, db.context(), asked))
      .replace('styles.css', `file://${folder}/${m.styles}`)
      .replace('theme.css', `file://${folder}/${m.themes.exempelkoping}`)
    const report = await v.validateString(html)
    if (!report.valid)
      console.log(name, JSON.stringify(report.results[0]?.messages.map((x) => [x.ruleId, x.message, x.selector])))
    await writeFile(`${folder}/${name}.html`, html)
    for (const width of [390, 1280]) {
      const c = await browser.newContext({ viewport: { width, height: 900 } })
      const page = await c.newPage()
      await page.goto(`file://${folder}/${name}.html`)
      await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true })
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      if (scroll) console.log('SCROLL', name, width)
      const axe = await new AxeBuilder({ page }).analyze()
      if (axe.violations.length)
        console.log(name, width, JSON.stringify(axe.violations.map((x) => [x.id, x.nodes.map((n) => n.html)])))
      await c.close()
    }
  }
  await browser.close()
  expect(1).toBe(1)
}, 240_000)
