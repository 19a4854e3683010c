import { newId } from './plan.ts'
import type { AuthnRequest } from './request.ts'

/** Milliseconds that a person may think on the hub's pages. */
const lifetime = 60 * 60_000

/** The logins under way, each found by the name in its address, until it is answered. A restart forgets them. */
export function createLogins() {
  const requests = new Map<string, { readonly request: AuthnRequest; readonly until: number }>()
  return {
    begin(request: AuthnRequest): string {
      const now = Date.now()
      for (const [id, { until }] of requests) if (until <= now) requests.delete(id)
      const id = newId()
      requests.set(id, { request, until: now + lifetime })
      return id
    },
    find: (id: string | undefined): AuthnRequest | undefined => requests.get(id ?? '')?.request,
    end: (id: string | undefined): void => void requests.delete(id ?? ''),
  }
}
