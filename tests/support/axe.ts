import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Result, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Axe packed, which a page reads in half the time. */
const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const rules: RunOptions['runOnly'] = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** What looks different in the dark; all else about a page is the same. */
const colourRules: RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** All that axe finds on a page as it stands, in the light and in the dark. Our pages have no frames, which it would leave out. */
export async function axeFindings(page: Page) {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate<undefined>(`${await axe}; undefined`)
  const light = await violations(page, rules)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(page, colourRules)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...listed('light', light), ...listed('dark', dark)]
}

async function violations(page: Page, runOnly: RunOptions['runOnly']): Promise<readonly Result[]> {
  await page.evaluate(endAnimations)
  // What is right need not be listed.
  const asked = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  return await page.evaluate<readonly Result[]>(`axe.run(${asked}).then(({ violations }) => violations)`)
}

/** What is still fading in has not its colours yet: it gets them at once. */
function endAnimations(): void {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  for (const animation of ending) animation.finish()
}

const listed = (look: 'light' | 'dark', found: readonly Result[]) =>
  found.map(({ id, nodes }) => ({ look, id, where: nodes.map(({ html }) => html) }))
