import { mkdtemp, writeFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import { test } from 'vitest'
import { buildStyles } from '../../script/build-styles.ts'
import { launchBrowser } from '../../tests/support/browser.ts'
import { aCitizen, aDraft, aVisitor } from '../drafts/testing/a-draft.ts'
import { testDatabase } from '../platform/testing/database.ts'
import { startSupplementDraft } from './commands/start-supplement-draft.ts'
import { changeStatus, requestSupplement, takeCase } from './public.ts'
import { aCase, aFilledDraft, aFormService, aHandler, fillIn, send } from './testing/a-case.ts'
import { ask, html, target } from './testing/ask.tsx'

const database = await testDatabase()
test('look', async () => {
  const ada = database.context({ actor: await aCitizen(database) })
  const visitor = database.context({ actor: aVisitor() })
  const hugo = database.context({ actor: await aHandler(database) })
  const m = (s: string) => ({ sv: s })
  const service = await aFormService(ada, {
    title: m('Ansök om parkeringstillstånd för rörelsehindrad'),
    handlingTime: m('4–6 veckor från det att ansökan är fullständig.'),
    statuses: [
      {
        id: 'inkommet',
        kind: 'received',
        name: m('Inkommet'),
        meaning: m('Din ansökan har kommit in. Vi tittar på den inom en vecka.'),
      },
      {
        id: 'under-handlaggning',
        kind: 'in-progress',
        name: m('Under handläggning'),
        meaning: m('Vi granskar din ansökan och läkarintyget.'),
      },
      {
        id: 'vantar-pa-komplettering',
        kind: 'waiting-for-citizen',
        name: m('Väntar på komplettering'),
        meaning: m('Vi behöver mer från dig innan vi kan gå vidare.'),
      },
      {
        id: 'kompletterat',
        kind: 'supplemented',
        name: m('Kompletterat'),
        meaning: m('Vi har fått din komplettering och fortsätter handläggningen.'),
      },
      {
        id: 'beslut-fattat',
        kind: 'decided',
        name: m('Beslut fattat'),
        meaning: m('Vi har fattat beslut. Du får det med post.'),
      },
      { id: 'avslutat', kind: 'closed', name: m('Avslutat'), meaning: m('Ärendet är avslutat.') },
    ],
  })
  const pages: [string, string][] = []
  const draft = await aFilledDraft(ada, {
    service,
    typed: {
      plats: 'Storgatan 1, precis vid bron där det brukar stå vatten efter regn',
      'kontakt.email': 'ada@exempel.example',
      'kontakt.phone': '070-123 45 67',
    },
    files: ['läkarintyg.pdf', 'foto.pdf'],
  })
  pages.push(['review', html(await ask(ada, `/utkast/${draft}/granska`))])
  const { id } = await aDraft(ada, { service })
  pages.push(['review-problem', html(await ask(ada, `/utkast/${id}/granska`, { post: true }))])
  const { caseId } = await send(ada, draft)
  const of = (rest: string) => `/mina-sidor/arenden/${caseId}${rest}`
  pages.push(['receipt', html(await ask(ada, of('/kvittens')))])
  pages.push(['case-new', html(await ask(ada, of('')))])
  await takeCase(hugo, { caseId, version: 1 })
  await changeStatus(hugo, { caseId, version: 2, status: 'under-handlaggning' })
  pages.push(['case-progress', html(await ask(ada, of('')))])
  await requestSupplement(hugo, {
    caseId,
    version: 3,
    text: 'Läkarintyget är äldre än sex månader.\nSkicka ett nytt intyg på kommunens blankett.',
    until: '2099-03-03',
  })
  pages.push(['case-waiting', html(await ask(ada, of('')))])
  const started = await startSupplementDraft(ada, caseId)
  if (!started.ok) throw 1
  await fillIn(ada, started.value.id, { typed: { plats: 'Storgatan 11' }, files: ['nytt-intyg.pdf'] })
  pages.push(['review-supplement', html(await ask(ada, `/utkast/${started.value.id}/granska`))])
  await send(ada, started.value.id)
  pages.push(
    ['case-supplemented', html(await ask(ada, of('')))],
    ['history', html(await ask(ada, of('/historik')))],
    ['copy', html(await ask(ada, of('/visa')))],
    ['receipt-supplement', html(await ask(ada, of('/kvittens')))],
  )
  await changeStatus(hugo, { caseId, version: 5, status: 'avslutat' })
  pages.push(['case-closed', html(await ask(ada, of('')))])
  const v = await aCase(visitor)
  pages.push(['visitor', html(await ask(visitor, `/kvittens/${v.receipt}`), { reader: { kind: 'visitor' } })])
  const folder = await mkdtemp('/tmp/visual-')
  const styles = await buildStyles({ outDir: folder })
  const browser = await launchBrowser()
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'no-redundant-role': 'off',
      'tel-non-breaking': 'off',
      'attribute-boolean-style': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
    },
  })
  for (const [name, page] of pages) {
    const text = page
      .replace('styles.css', `file://${folder}/${styles.styles}`)
      .replace('theme.css', `file://${folder}/${styles.themes.exempelkoping}`)
    const report = await validator.validateString(text)
    if (!report.valid)
      console.log(name, JSON.stringify(report.results[0]?.messages.map((x) => [x.ruleId, x.message, x.selector])))
    await writeFile(`${folder}/${name}.html`, text)
    for (const width of [390, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } })
      const tab = await context.newPage()
      await tab.goto(`file://${folder}/${name}.html`)
      await tab.screenshot({ path: `/tmp/cases-shots/${name}-${width}.png`, fullPage: true })
      if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        console.log('SCROLL', name, width)
      const axe = await new AxeBuilder({ page: tab }).analyze()
      if (axe.violations.length)
        console.log(name, width, JSON.stringify(axe.violations.map((x) => [x.id, x.nodes.map((n) => n.html)])))
      await context.close()
    }
  }
  await browser.close()
}, 240_000)
