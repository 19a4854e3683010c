import { closedText, type Opening } from '../../catalogue/public.ts'
import type { Texts } from '../../platform/texts/texts.ts'

/** "Stänger 25 december 2026 kl. 23.59. Skicka in innan dess.", or that it is closed; undefined for what doesn't close. */
export function standingText(opening: Opening, texts: Texts): string | undefined {
  if (opening.kind === 'closed') return closedText(opening, texts)
  return opening.until && texts.t('drafts.closes', { when: texts.format.dateTime(opening.until) })
}
