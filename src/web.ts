import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyInstance } from 'fastify'
import type { Services } from './composition.ts'
import { answerPage, answerProblem } from './web/answer.ts'
import { keptPages } from './web/kept-pages.ts'
import { openRequest } from './web/request.ts'
import { tus } from './web/tus.ts'
import { wellKnown } from './web/well-known.ts'

/** Bytes of a form without files; a whole step with the longest answers is far below. */
const bodyLimit = 1024 * 1024

/** Builds the web server. The order of its lines is the security review. */
export async function buildWeb(services: Services): Promise<FastifyInstance> {
  const { configuration, log } = services
  const web = fastify({
    bodyLimit,
    trustProxy: (_address, hop) => hop < configuration.trustedProxies,
    genReqId: () => randomBytes(8).toString('hex'),
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })

  // 1. What is logged of a request: never its query, body or cookies.
  web.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    log.info({
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  web.setErrorHandler(async (error, request, reply) => await answerProblem(services, request, reply, error))
  web.setNotFoundHandler(async (request, reply) => await answerProblem(services, request, reply, undefined))

  // Once the program is asked to end, a connection lasts no longer than its answer: browsers would keep it, and the program alive.
  let isClosing = false
  web.addHook('preClose', async () => {
    isClosing = true
  })
  web.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })

  // 2. Limits. Whoever has hung up has no address to count by, and nobody to answer.
  web.addHook('onRequest', async (request, reply) => {
    if (!request.ip) reply.hijack()
  })
  await web.register(rateLimit, { global: true, max: configuration.requestsPerMinute, timeWindow: '1 minute' })
  await web.register(underPressure, { maxEventLoopDelay: 2_000, retryAfter: 5 })
  web.removeAllContentTypeParsers()
  await web.register(multipart, { limits: { fileSize: Number.MAX_SAFE_INTEGER } })
  await web.register(formbody, { bodyLimit })
  await web.register(cookie)

  // 3. Headers: nothing from elsewhere, no inline script, no frames, no referrer to others.
  await web.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    hsts: configuration.production ? { maxAge: 63_072_000, includeSubDomains: true } : false,
  })

  // 4. What needs no municipality.
  await web.register(files, {
    root: services.publicFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  })
  await web.register(wellKnown, services)

  // 5. Each request's municipality (host), session, texts and origin check; then its page, or the next bytes of its upload.
  await web.register(tus, { open: async (request) => (await openRequest(services, request)).ctx })
  const withKept = { ...services, kept: keptPages() }
  for (const page of services.pages) {
    web.route({
      method: [...(page.get ? (['GET'] as const) : []), ...(page.post ? (['POST'] as const) : [])],
      url: page.path,
      handler: async (request, reply) =>
        await answerPage(withKept, page, await openRequest(services, request, page), request, reply),
    })
  }
  return web
}
