import { type Answer, redirect } from '../../platform/http/answer.ts'
import type { CookieNames } from '../../platform/http/cookies.ts'
import { page } from '../../platform/http/page.ts'
import type { Area } from '../tables.ts'
import { LoggedOutView } from '../views/logged-out-view.tsx'

const paths: Readonly<Record<Area, string>> = { citizen: '/utloggad', staff: '/handlaggning/utloggad' }

/**
 * Leads away from a session that has been ended: takes its cookie, and asks the browser to forget the pages that it has shown and all that scripts
 * have stored (Clear-Site-Data). Not "cookies": residents and staff share the host, and whoever is both would be logged out as the other, too.
 */
export const loggedOut = (cookies: CookieNames, area: Area): Answer =>
  redirect(paths[area], { cookies: [{ name: cookies[area], value: undefined }], clearSiteData: true })

/** `/utloggad`: says so, and advises to close the browser. */
export const loggedOutPage = page(paths.citizen, {
  area: 'public',
  get: ({ ctx }) => <LoggedOutView over={ctx.actor.kind === 'citizen' ? undefined : 'citizen'} />,
})

/** The same for staff, whose session is read below `/handlaggning` alone. */
export const staffLoggedOutPage = page(paths.staff, {
  area: 'public',
  get: ({ ctx }) => <LoggedOutView over={ctx.actor.kind === 'staff' ? undefined : 'staff'} />,
})
