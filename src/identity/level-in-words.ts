import type { TextKey } from '../platform/texts/catalogue.ts'

/** How levels of assurance end: those of Swedish e-IDs by number, those of other countries' (eIDAS) by word. */
const levels: readonly (readonly [RegExp, TextKey])[] = [
  [/loa4(-.*)?$/, 'logins.level.4'],
  [/loa3(-.*)?$/, 'logins.level.3'],
  [/loa2(-.*)?$/, 'logins.level.2'],
  [/eidas(-nf)?-high$/, 'logins.level.high'],
  [/eidas(-nf)?-sub$/, 'logins.level.substantial'],
  [/eidas(-nf)?-low$/, 'logins.level.low'],
]

/** What people call a level of assurance (acr); undefined for one that has no such word. */
export const levelInWords = (level: string): TextKey | undefined => levels.find(([end]) => end.test(level))?.[1]
