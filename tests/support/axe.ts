import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What looks different in other colours; all else about a page is the same. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** All that axe finds on a page as it stands, or what is wrong with its colours alone. */
export async function axeFindings(page: Page, about: 'all' | 'colours' = 'all') {
  // Legacy mode looks at the page alone, which has no frames, and takes less than half the time. What is right need not be listed.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (about === 'colours' ? axe.withRules(colourRules) : axe.withTags(rules)).analyze()
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))
}
