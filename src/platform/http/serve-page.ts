import type { FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { CodedError, notFound } from '../errors.ts'
import type { Answer } from './answer.ts'
import { readMultipart } from './multipart.ts'
import { AnyForm, type Page, type PostedForm, type RequestFacts } from './page.ts'

/** Parses what a page is asked with, and lets it answer. Throws `not-found`, `bad-request`, `too-large`. */
export async function servePage(
  page: Page,
  ctx: Context,
  facts: RequestFacts,
  request: FastifyRequest,
): Promise<Answer | VNode> {
  const params = parsed(page.params, request.params, 'not-found')
  const query = parsed(page.query, request.query, 'bad-request')
  const asked = { ctx, params, query, request: facts }
  if (request.method !== 'POST') {
    if (!page.get) throw notFound()
    return await page.get(asked)
  }
  if (!page.post) throw notFound()
  const { form, files } = await readBody(request, page.receive && (await page.receive(asked)))
  return await page.post({ ...asked, body: parsed(page.body, form, 'bad-request'), files })
}

/** What somebody posted, read without doing anything with it; files are thrown away. Throws `bad-request`, `too-large`. */
export async function readPosted(
  request: FastifyRequest,
): Promise<{ readonly form: PostedForm; readonly lostFiles: boolean }> {
  const { form, files } = await readBody(request, async ({ field, name, bytes }) => {
    bytes.resume()
    return { field, name, stored: false, reason: 'empty' }
  })
  return { form, lostFiles: files.length > 0 }
}

/** Lets a page show what its reader had posted to it too late. Throws `not-found`, `bad-request`. */
export async function serveResumed(
  page: Page,
  ctx: Context,
  facts: RequestFacts,
  request: FastifyRequest,
  posted: { readonly form: PostedForm; readonly lostFiles: boolean },
): Promise<Answer | VNode> {
  if (!page.resumed) throw notFound()
  return await page.resumed({
    ctx,
    params: parsed(page.params, request.params, 'not-found'),
    query: parsed(page.query, request.query, 'bad-request'),
    request: facts,
    body: parsed(page.body, posted.form, 'bad-request'),
    lostFiles: posted.lostFiles,
  })
}

async function readBody(request: FastifyRequest, receive: Parameters<typeof readMultipart>[1]) {
  if (request.isMultipart()) return await readMultipart(request, receive)
  return { form: parsed(AnyForm, request.body ?? {}, 'bad-request'), files: [] }
}

function parsed<Value>(schema: z.ZodType<Value>, input: unknown, otherwise: 'not-found' | 'bad-request'): Value {
  const result = schema.safeParse(input)
  // The message names fields, never what stood in them.
  if (!result.success)
    throw new CodedError(otherwise, result.error.issues.map((issue) => issue.path.join('.')).join(', '))
  return result.data
}
