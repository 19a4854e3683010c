import type { FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { findInterruptedPost, keepInterruptedPost, keptAt, keptIn } from '../identity/public.ts'
import type { Answer } from '../platform/http/answer.ts'
import type { Page } from '../platform/http/page.ts'
import { readPosted, serveResumed } from '../platform/http/serve-page.ts'
import type { OpenRequest } from './request.ts'

const pathnameOf = (path: string): string => path.split('?', 1)[0] ?? path

/**
 * Keeps what was posted to a page when the poster's session had ended, for them alone. Answers the address at which they get it back once they
 * are logged in again; undefined for a page that keeps nothing, and after "Logga ut".
 */
export async function keepTyped(
  page: Page,
  { ctx, facts, session }: Pick<OpenRequest, 'ctx' | 'facts' | 'session'>,
  request: FastifyRequest,
): Promise<string | undefined> {
  if (request.method !== 'POST' || !page.resumed || session.kind !== 'ended' || !session.owner) return undefined
  const path = pathnameOf(facts.path)
  const id = await keepInterruptedPost(ctx, session.owner, { kind: 'page', path, ...(await readPosted(request)) })
  return id && keptAt(path, id)
}

/** The page with what its reader had posted to it too late; undefined when nothing of theirs is kept for it. */
export async function showTyped(
  page: Page,
  { ctx, facts }: Pick<OpenRequest, 'ctx' | 'facts'>,
  request: FastifyRequest,
): Promise<Answer | VNode | undefined> {
  const { actor } = ctx
  const id = request.method === 'GET' && page.resumed ? keptIn(facts.path) : undefined
  if (!id || (actor.kind !== 'citizen' && actor.kind !== 'staff')) return undefined
  const post = await findInterruptedPost(ctx, actor, id)
  if (!post || post.kind === 'step' || post.path !== pathnameOf(facts.path)) return undefined
  return await serveResumed(page, ctx, facts, request, { lostFiles: false, ...post })
}
