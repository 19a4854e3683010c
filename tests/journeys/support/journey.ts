import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { test as base, expect, type Page } from '@playwright/test'
import { axeFindings } from '../../support/axe.ts'
import { type Hand, keyboard, mouse } from './hand.ts'

export { expect } from '@playwright/test'

/** Whether nobody in this run, in whatever worker, has looked at a state before: then it is the caller's to look at. */
async function isFirstLook(outputFolder: string, name: string): Promise<boolean> {
  const folder = join(outputFolder, 'looked')
  await mkdir(folder, { recursive: true })
  try {
    // Fails when there is one: of two at once the first alone looks.
    await mkdir(join(folder, encodeURIComponent(name)))
    return true
  } catch {
    return false
  }
}

/** Fails when axe finds anything on the page as it stands. */
async function expectNothingFound(page: Page): Promise<void> {
  expect({ url: page.url(), found: await axeFindings(page) }).toEqual({ url: page.url(), found: [] })
}

/** Fails when a page has to be scrolled sideways (WCAG 1.4.10). */
async function expectToFit(page: Page): Promise<void> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect({ url: page.url(), sideways }).toEqual({ url: page.url(), sideways: false })
}

/** For those who want to look themselves: `JOURNEY_PICTURES=<folder>` keeps a picture of every state on a phone and on a desk. */
async function takePictures(page: Page, name: string): Promise<void> {
  const folder = process.env.JOURNEY_PICTURES
  const before = page.viewportSize()
  if (!folder || !before) return
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize(before)
}

type Journey = {
  /** Mouse, or keyboard in the project of that name. */
  readonly hand: Hand
  /**
   * Looks at the page as it stands: whether it fits, and once a run with axe; `state` tells states of one address apart. Without JavaScript
   * axe can't run, and by keyboard it would see what it saw before.
   */
  readonly look: (page: Page, state: string) => Promise<void>
  readonly origin: string
  readonly nordby: string
  /** Origin of the simulators. */
  readonly simulators: string
}

export const test = base.extend<Journey>({
  hand: async ({ page }, use, info) => await use(info.project.name === 'keyboard' ? keyboard(page) : mouse),
  look: async ({ javaScriptEnabled }, use, info) =>
    await use(async (page, state) => {
      const name = `${info.project.name} ${state}`
      if (!(await isFirstLook(info.project.outputDir, name))) return
      if (javaScriptEnabled) await takePictures(page, name)
      await expectToFit(page)
      if (info.project.name === 'mouse') await expectNothingFound(page)
    }),
  origin: async ({ baseURL }, use) => await use(baseURL ?? ''),
  nordby: async ({ baseURL }, use) => await use((baseURL ?? '').replace('//localhost', '//nordby.localhost')),
  simulators: async ({ baseURL }, use) => {
    const url = new URL(baseURL ?? '')
    url.port = String(Number(url.port) + 1)
    await use(url.origin)
  },
})
