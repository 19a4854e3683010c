import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../composition.ts'
import { CodedError, type ErrorCode, errorKinds, notFound } from '../platform/errors.ts'
import { type Answer, redirect } from '../platform/http/answer.ts'
import { errorCodeOf } from '../platform/http/error-answer.ts'
import type { Page } from '../platform/http/page.ts'
import { sendAnswer, sendHtml } from '../platform/http/send-answer.ts'
import { servePage } from '../platform/http/serve-page.ts'
import { isLanguage } from '../platform/texts/catalogue.ts'
import { loginAddress } from '../ui/page/navigation.ts'
import { errorView } from './error-page.tsx'
import { renderIn } from './frame.tsx'
import { type KeptPages, keyOf } from './kept-pages.ts'
import { keepTyped, showTyped } from './kept-typed.ts'
import { type OpenRequest, openNameless, openRequest } from './request.ts'

/** A chosen language lasts a year. */
const languageLasts = 365 * 24 * 3600

/** Answers a page, or leads to the login that it needs. */
export async function answerPage(
  services: Services & { readonly kept: KeptPages },
  page: Page,
  opened: OpenRequest,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const render = renderIn(services, opened)
  const key = keyOf(page, opened, request.method, services.cookies)
  const kept = key && services.kept.get(key)
  if (kept) return sendHtml(reply, kept)
  const before = chosenLanguage(services, opened, request) ?? (await neededLogin(page, opened, request))
  const answer =
    before ?? (await showTyped(page, opened, request)) ?? (await servePage(page, opened.ctx, opened.facts, request))
  if (!key || 'kind' in answer) return await sendAnswer(reply, answer, render)
  const html = render(answer)
  services.kept.set(key, html, { ttl: page.keptFor * 1000 })
  return sendHtml(reply, html)
}

/** `?lang=en` on any page: kept in a cookie, and gone from the address. */
function chosenLanguage({ cookies }: Services, { facts }: OpenRequest, request: FastifyRequest): Answer | undefined {
  if (request.method !== 'GET' || !facts.path.includes('lang=')) return undefined
  const url = new URL(facts.path, 'http://own.invalid')
  const language = url.searchParams.get('lang')
  if (!isLanguage(language)) return undefined
  url.searchParams.delete('lang')
  // "/a/..//b" becomes "//b", which a browser would read as another site.
  return redirect(url.pathname.replace(/^\/+/, '/') + url.search, {
    cookies: [{ name: cookies.language, value: language, maxAgeSeconds: languageLasts }],
  })
}

/** Where to log in first, when a page needs it: back to this page afterwards, or for a POST to the page that it was sent from. */
async function neededLogin(
  page: Page,
  { ctx, facts, session }: OpenRequest,
  request: FastifyRequest,
): Promise<Answer | undefined> {
  if (page.area === 'public' || page.area === ctx.actor.kind) return undefined
  // What is somebody's own doesn't exist for others. The page says that logging in may help, which it does for a letter's reader.
  if (page.path.includes(':') && !page.asksForLogin && session.kind !== 'ended') throw notFound()
  const kept = await keepTyped(page, { ctx, facts, session }, request)
  if (kept) return redirect(loginAddress(kept, 'sparad'))
  const from = request.method === 'POST' ? refererPath(request, facts.origin) : facts.path
  const till = from ?? (page.area === 'staff' ? '/handlaggning' : '/mina-sidor')
  return redirect(loginAddress(till, session.kind === 'ended' ? 'utgangen' : undefined))
}

function refererPath({ headers }: FastifyRequest, origin: string): string | undefined {
  const { referer } = headers
  if (!referer || !URL.canParse(referer)) return undefined
  const url = new URL(referer)
  return url.origin === origin ? url.pathname + url.search : undefined
}

/**
 * Answers an error: a page that says what to do, and for operators a line with the error's code. `error` is undefined for an
 * address that doesn't exist.
 */
export async function answerProblem(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const code = error === undefined ? 'not-found' : errorCodeOf(error)
  const { status, wake } = errorKinds[code]
  if (wake) services.log.error({ requestId: request.id, code, err: error })
  else if (status !== 404)
    services.log.info({ requestId: request.id, code, reason: error instanceof CodedError ? error.message : undefined })
  reply.status(status)
  if (status === 503) reply.header('retry-after', '5')
  const opened = await openForProblem(services, request)
  if (!opened) return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(bareWords(code))
  return await sendAnswer(reply.status(status), errorView(code, request.id, status), renderIn(services, opened))
}

/** The frame of an error page needs the municipality; when even that can't be had, bare words must do. */
async function openForProblem(services: Services, request: FastifyRequest): Promise<OpenRequest | undefined> {
  try {
    return await openRequest(services, request)
  } catch {
    return await openWithoutSession(services, request)
  }
}

async function openWithoutSession(services: Services, request: FastifyRequest): Promise<OpenRequest | undefined> {
  const tenant = await services.directory.findByHost(request.hostname).catch(() => undefined)
  return tenant && openNameless(services, tenant, request)
}

const bareWords = (code: ErrorCode): string =>
  code === 'unavailable'
    ? 'Tjänsten är inte tillgänglig just nu. Dina svar är sparade. Vänta en minut och ladda sedan om sidan.\n'
    : 'Sidan finns inte.\n'
