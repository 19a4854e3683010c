import type { FastifyRequest } from 'fastify'
import type { Services } from '../composition.ts'
import { type LiveSession, readSession, type SessionState } from '../identity/public.ts'
import { anonymous, visitorIdOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { CodedError, notFound } from '../platform/errors.ts'
import type { RequestFacts } from '../platform/http/page.ts'
import { isSameOrigin } from '../platform/http/same-origin.ts'
import { isLanguage, type Language } from '../platform/texts/catalogue.ts'
import { textsFor } from '../platform/texts/texts.ts'
import type { Tenant } from '../tenants/public.ts'

/** A request whose municipality, reader and language are known. */
export type OpenRequest = {
  readonly ctx: Context
  readonly tenant: Tenant
  readonly facts: RequestFacts
  readonly session: SessionState
}

/** Paths whose reader is a staff member; everywhere else it is a citizen or nobody. */
const isStaffPath = (path: string): boolean => /^\/(handlaggning|admin)(\/|\?|$)/.test(path)

const siteOf = ({ headers }: FastifyRequest): string | undefined => {
  const site = headers['sec-fetch-site']
  return typeof site === 'string' ? site : undefined
}

/** What it takes to open a request. */
type Means = Pick<Services, 'cookies' | 'directory' | 'contextFor'> & {
  readonly configuration: Pick<Services['configuration'], 'origin'>
}

/**
 * Finds out where and by whom a request is made, and refuses a change that another site asks for, unless the page says that others may post to it: then
 * it is nobody's, whatever cookies come with it. Throws `not-found`, `foreign-origin`.
 */
export async function openRequest(
  services: Means,
  request: FastifyRequest,
  page: { readonly crossSite: boolean } = { crossSite: false },
): Promise<OpenRequest> {
  const { configuration, cookies } = services
  const tenant = await services.directory.findByHost(request.hostname)
  if (!tenant) throw notFound()
  const origin = configuration.origin.replace('{host}', request.hostname)
  const foreign = request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers, origin)
  if (foreign && !page.crossSite) throw new CodedError('foreign-origin')

  const cookie = (name: string) => (foreign ? undefined : request.cookies[name] || undefined)
  const nobody = services.contextFor({
    tenant,
    actor: anonymous,
    texts: textsFor('sv', tenant.timeZone),
    requestId: request.id,
  })
  const area = isStaffPath(request.url) ? 'staff' : 'citizen'
  const session = await readSession(nobody, tenant, area, cookie(cookies[area]))
  const visitor = cookie(cookies.visitor)
  const actor =
    session.kind === 'live'
      ? session.actor
      : visitor
        ? ({ kind: 'visitor', id: visitorIdOf(visitor) } as const)
        : anonymous
  return {
    ctx: { ...nobody, actor, texts: textsFor(languageOf(cookie(cookies.language)), tenant.timeZone) },
    tenant,
    facts: {
      path: request.url,
      cookie,
      origin,
      fragment: request.headers['hx-request'] === 'true',
      ip: request.ip,
      userAgent: request.headers['user-agent'],
      site: siteOf(request),
    },
    session,
  }
}

/** A request of which no more is known than its municipality: enough for a page that says what went wrong. */
export const openNameless = (services: Services, tenant: Tenant, request: FastifyRequest): OpenRequest => {
  const cookie = (name: string) => request.cookies?.[name] || undefined
  const texts = textsFor(languageOf(cookie(services.cookies.language)), tenant.timeZone)
  return {
    ctx: services.contextFor({ tenant, actor: anonymous, texts, requestId: request.id }),
    tenant,
    facts: {
      path: request.url,
      cookie,
      origin: '',
      fragment: false,
      ip: request.ip,
      userAgent: undefined,
      site: undefined,
    },
    session: { kind: 'none' },
  }
}

const languageOf = (wanted: string | undefined): Language => (isLanguage(wanted) ? wanted : 'sv')

/** The session of a request when somebody is logged in. */
export const liveSession = (session: SessionState): LiveSession | undefined =>
  session.kind === 'live' ? session : undefined
