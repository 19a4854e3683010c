import { z } from 'zod'

/** What a person was about to do when they were asked to log in: goes on by itself afterwards. */
export const Wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), service: z.string() }),
  z.object({ kind: z.literal('resume'), post: z.string() }),
])

export type Wish = z.infer<typeof Wish>

/**
 * A path of our own to return to after login, or undefined: anything that a browser could read as another site's
 * address, or that isn't a page to stand on, is refused.
 */
export function ownPath(wanted: string | undefined): string | undefined {
  if (!wanted || wanted.length > 500) return undefined
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return undefined
  const base = 'http://own.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  // "/..//elsewhere" becomes "//elsewhere", which a browser would read as another site.
  if (
    !url ||
    url.origin !== base ||
    url.pathname.startsWith('//') ||
    /^\/(handlaggning\/)?(logga-in|logga-ut|utloggad)/.test(url.pathname)
  )
    return undefined
  return url.pathname + url.search
}
