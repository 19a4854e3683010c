import type { TextKey } from '../../platform/texts/catalogue.ts'
import type { Reader } from '../frame.ts'

/** The parts of the site that the menu tells apart. */
export type Area = 'start' | 'services' | 'help' | 'mine' | 'work' | 'paper'

export type MenuLink = { readonly area: Area; readonly href: string; readonly text: TextKey }

/** The menu of everybody but staff. */
export const publicMenu: readonly MenuLink[] = [
  { area: 'services', href: '/e-tjanster', text: 'ui.menu.services' },
  { area: 'help', href: '/hjalp/fragor-och-svar', text: 'ui.menu.help' },
]

export const citizenMenu: readonly MenuLink[] = [
  ...publicMenu,
  { area: 'mine', href: '/mina-sidor', text: 'ui.menu.my-pages' },
]

export const staffMenu: readonly MenuLink[] = [
  { area: 'work', href: '/handlaggning/arenden', text: 'ui.menu.work-cases' },
  { area: 'paper', href: '/handlaggning/blanketter', text: 'ui.menu.work-forms' },
]

/** What an administrator has besides. */
export const administratorMenu: readonly MenuLink[] = [
  ...staffMenu,
  { area: 'services', href: '/admin/e-tjanster', text: 'ui.menu.services' },
]

/** The list behind the citizen's name, worded and ordered as the interface prescribes. */
export const nameMenu: readonly { readonly href: string; readonly text: TextKey }[] = [
  { href: '/mina-sidor', text: 'ui.menu.cases' },
  { href: '/mina-sidor/bokningar', text: 'ui.menu.bookings' },
  { href: '/mina-sidor/koplatser', text: 'ui.menu.queue-places' },
  { href: '/mina-sidor/uppgifter', text: 'ui.menu.details' },
  { href: '/mina-sidor/organisationer', text: 'ui.menu.organisations' },
]

/** What `aria-current` says of a link: the very page, or only its part of the site. */
export function currentness(href: string, path: string, inArea: boolean): 'page' | 'true' | undefined {
  if (pathnameOf(path) === href) return 'page'
  return inArea ? 'true' : undefined
}

/** The page's own address in another language. */
export function inOtherLanguage(path: string, language: string): string {
  const [pathname = '/', query = ''] = path.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('lang', language)
  return `${pathname}?${parameters}`
}

/** The way to the login page and back to `path`; `reason` is a word of the login page's own for why the reader is led there. */
export const loginAddress = (path: string | undefined, reason?: string): string => {
  const query = new URLSearchParams({ ...(reason && { varfor: reason }), ...(path && { till: path }) })
  return `/logga-in${query.size > 0 ? `?${query}` : ''}`
}

const pathnameOf = (path: string): string => path.split('?', 1)[0] ?? path

/** Where a reader's session is ended and extended: staff's cookie is read below /handlaggning alone. */
export const sessionActions = (reader: Reader): { readonly end: string; readonly extend: string } =>
  reader.kind === 'staff'
    ? { end: '/handlaggning/logga-ut', extend: '/handlaggning/forlang' }
    : { end: '/logga-ut', extend: '/logga-in/forlang' }
