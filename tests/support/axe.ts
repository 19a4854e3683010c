import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What looks different in the dark; all else about a page is the same. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** All that axe finds on a page as it stands, in the light and in the dark. */
export async function axeFindings(page: Page) {
  await settle(page)
  // Legacy mode looks at the page alone, which has no frames, and takes less than half the time. What is right need not be listed.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await builder.withTags(rules).analyze()
  return [...listed('light', violations), ...listed('dark', await violationsInTheDark(page))]
}

/** Axe is in the page by now: to put it there takes longer than to ask it. */
async function violationsInTheDark(page: Page): Promise<Violations> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await settle(page)
  const asked = JSON.stringify({ runOnly: { type: 'rule', values: colourRules }, resultTypes: ['violations'] })
  const found = await page.evaluate<{ readonly violations: Violations }>(`axe.run(${asked})`)
  await page.emulateMedia({ colorScheme: 'light' })
  return found.violations
}

/** What is still fading in has not its colours yet. */
const settle = async (page: Page): Promise<void> =>
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })

const listed = (look: 'light' | 'dark', violations: Violations) =>
  violations.map(({ id, nodes }) => ({ look, id, where: nodes.map(({ html }) => html) }))
