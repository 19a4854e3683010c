/** What our cookies are for. */
export type CookiePurpose = 'citizen' | 'staff' | 'login' | 'visitor' | 'language'

export type CookieNames = Readonly<Record<CookiePurpose, string>>

/**
 * Names of an instance's cookies. They carry the port, since cookies ignore ports and several instances may run on one
 * machine; `__Host-` makes browsers refuse them from other hosts, paths and without TLS (localhost counts as safe).
 */
export const cookieNames = (port: number): CookieNames => {
  const name = (purpose: CookiePurpose) => `__Host-handslag-${port}-${purpose}`
  return {
    citizen: name('citizen'),
    staff: name('staff'),
    login: name('login'),
    visitor: name('visitor'),
    language: name('language'),
  }
}
