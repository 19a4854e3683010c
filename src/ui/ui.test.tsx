import { HtmlValidate } from 'html-validate'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../../tests/support/axe.ts'
import { type StyledPages, styledPages } from '../../tests/support/styled-pages.tsx'
import { type SampleName, sampleNames, samplePage, type ThemeName } from '../../tests/support/ui-samples.tsx'

const looks = [
  { width: 320, theme: 'exempelkoping' },
  { width: 1280, theme: 'nordby' },
] as const

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The table's roles are written out since its cards on a phone would lose them.
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['table', 'rowgroup', 'row', 'cell', 'columnheader', 'rowheader'] }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // A municipality writes its telephone number as it wants; the style sheet keeps it on one line.
    'tel-non-breaking': 'off',
    // The renderer writes them so.
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'error',
  },
})

let pages: StyledPages

beforeAll(async () => {
  pages = await styledPages()
}, 120_000)

afterAll(async () => await pages.close())

const htmlOf = (name: SampleName, theme: ThemeName): string => pages.html(...samplePage(name, theme))

const onPage = async (
  name: SampleName,
  theme: ThemeName,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> => await pages.on(htmlOf(name, theme), options, work)

test('the style sheets weigh at most 28 kB in all', async () => {
  expect(await pages.weight()).toBeLessThan(28_000)
})

describe.each(sampleNames)('%s', (name) => {
  test('is valid HTML', async () => {
    const report = await validator.validateString(htmlOf(name, 'exempelkoping'))
    const messages = report.results.flatMap((result) => result.messages)
    expect(messages.map(({ ruleId, message, selector }) => ({ ruleId, message, selector }))).toEqual([])
  })

  test.each(looks)('is usable at $width px, in $theme', async ({ width, theme }) => {
    await onPage(name, theme, { viewport: { width, height: 800 } }, async (page) => {
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await page.evaluate(smallTargets)).toEqual([])
      expect(complaints).toEqual([])
    })
  })
})

/** What can be pressed and is lower than 44 px, links in running text excepted (WCAG 2.5.5, which is stricter than AA). */
function smallTargets(): readonly string[] {
  const pressed = 'button, .ds-button, .choice, .menu a, .name-list a, .tabs a, .views a, .row-link, .links a, select'
  return [...document.querySelectorAll(pressed)]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
    .map((element) => element.outerHTML)
}

test('a link or button is read aloud by its words, a comma, and what it concerns', async () => {
  await onPage('my-cases', 'exempelkoping', {}, async (page) => {
    for (const [role, name] of [
      ['link', 'Till ärende, Parkeringstillstånd 2026-000123'],
      ['link', 'Fortsätt, Föreningsbidrag'],
      ['button', 'Ta bort, Föreningsbidrag'],
    ] as const) {
      expect({ name, found: await page.getByRole(role, { name, exact: true }).count() }).toEqual({ name, found: 1 })
    }
  })
})

describe('without script', () => {
  const options = { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false }

  test('the name menu opens by keyboard, closes on Escape and gives the focus back', async () => {
    await onPage('my-cases', 'exempelkoping', options, async (page) => {
      const button = page.getByRole('button', { name: 'Ada Exempel' })
      const menu = page.getByRole('navigation', { name: 'Din meny' })
      await button.press('Enter')
      expect(await menu.getByRole('link').allTextContents()).toEqual([
        'Mina ärenden',
        'Mina bokningar',
        'Mina köplatser',
        'Mina uppgifter',
        'Mina organisationer',
      ])
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Mina ärenden')
      await page.keyboard.press('Escape')
      expect(await menu.isVisible()).toBe(false)
      expect(await focused(page)).toBe('Ada Exempel')
    })
  })

  test('the skip link is the first thing reached and leads to the content', async () => {
    await onPage('start', 'exempelkoping', options, async (page) => {
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Hoppa till innehållet')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').getAttribute('name')).toBe('q')
    })
  })

  test('the error summary has the focus, and its links lead to the questions', async () => {
    await onPage('step', 'exempelkoping', options, async (page) => {
      expect(await page.locator(':focus').getAttribute('role')).toBe('alert')
      await page.getByRole('link', { name: 'Ange ett giltigt telefonnummer' }).press('Enter')
      expect(await page.locator(':focus').getAttribute('name')).toBe('telefon')
    })
  })
})

const focused = async (page: Page) => (await page.locator(':focus').textContent())?.trim()
