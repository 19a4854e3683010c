import { LRUCache } from 'lru-cache'
import type { CookieNames, CookiePurpose } from '../platform/http/cookies.ts'
import type { Page } from '../platform/http/page.ts'
import type { OpenRequest } from './request.ts'

// Pages of all municipalities; those that nobody asks for make room.
const most = 500

/** HTML of pages that are the same for all who have no cookie of ours, by municipality, language and address. */
export type KeptPages = LRUCache<string, string>

export const keptPages = (): KeptPages => new LRUCache({ max: most })

const tells: readonly CookiePurpose[] = ['citizen', 'staff', 'login', 'visitor']

/** By what a request's answer may be kept and given to the next; undefined when it may be the asker's own. */
export function keyOf(page: Page, { ctx, facts }: OpenRequest, method: string, names: CookieNames): string | undefined {
  if (page.keptFor === 0 || method !== 'GET' || facts.fragment) return undefined
  if (tells.some((purpose) => facts.cookie(names[purpose]) !== undefined)) return undefined
  return [ctx.tenant.id, ctx.texts.language, facts.origin, facts.path].join(' ')
}
