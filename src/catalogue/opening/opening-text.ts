import type { Texts } from '../../platform/texts/texts.ts'
import type { Open } from '../definition/open.ts'
import type { Opening } from './opening.ts'
import type { Unmet } from './requirements.ts'

/** "Öppnar 1 juli", "Stänger 25 februari kl. 23.59"; undefined for what is open until further notice. */
export function openingInShort(opening: Opening, { t, format }: Texts): string | undefined {
  if (opening.kind === 'open') {
    return opening.until && t('catalogue.opening.closes', { when: format.upcoming(opening.until, opening.asked) })
  }
  return opening.opens
    ? t('catalogue.opening.opens', { when: format.upcoming(opening.opens, opening.asked) })
    : t('catalogue.opening.closed')
}

/** "Ansökan är stängd. Nästa period öppnar 1 juli." */
export const closedText = ({ opens, asked }: Extract<Opening, { kind: 'closed' }>, { t, format }: Texts): string =>
  opens ? t('catalogue.closed.opens', { when: format.upcoming(opens, asked) }) : t('catalogue.closed')

/** Why somebody can't use a service, to themselves. */
export const unmetText = (unmet: Unmet, { t }: Texts): string =>
  unmet.kind === 'too-young'
    ? t('catalogue.unmet.too-young', { age: unmet.minimumAge })
    : t('catalogue.unmet.lives-elsewhere')

/** Who may use a service, where it isn't everybody. */
export function whoMay(open: Open | undefined, { t }: Texts): string | undefined {
  const { minimumAge: age, residence } = open ?? {}
  if (age === undefined) return residence && t('catalogue.who.here')
  return t(residence ? 'catalogue.who.age-here' : 'catalogue.who.age', { age })
}
