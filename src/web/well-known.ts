import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Services } from '../composition.ts'

/** What other programs ask for: whether we live, whether we can work, and the key that we sign with. */
export async function wellKnown(web: FastifyInstance, { db, signingKey }: Services): Promise<void> {
  web.get('/healthz', { config: { rateLimit: false } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain').send('ok\n'),
  )
  web.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain')
    try {
      await sql`select 1`.execute(db)
      return reply.send('ready\n')
    } catch {
      return reply.status(503).send('database-unavailable\n')
    }
  })
  web.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ keys: [signingKey.publicJwk] }),
  )
}
