import { renderToString } from 'preact-render-to-string'
import type { Context } from '../../src/platform/context.ts'
import type { Answer } from '../../src/platform/http/answer.ts'
import type { Page, PostedForm } from '../../src/platform/http/page.ts'
import type { ReceivedFile } from '../../src/platform/http/received-file.ts'
import { aRequest } from '../../src/platform/testing/a-request.ts'
import { FrameProvider } from '../../src/ui/frame.ts'
import { ada, hugo, sampleFrame } from './frame.ts'

type Asked = {
  readonly query?: Readonly<Record<string, string>>
  /** Whose page led here, as the browser says; a page of ours when absent. */
  readonly site?: 'none' | 'cross-site' | 'unsaid'
  /** What the browser has. */
  readonly cookies?: Readonly<Record<string, string>>
  /** Makes it a POST of this form. */
  readonly form?: PostedForm
  readonly files?: readonly ReceivedFile[]
  /** The form was posted when the session had ended, and its writer is logged in again. */
  readonly resumed?: boolean
}

/** Asks one of some pages by its address as the web server would: its input parsed, its handler called. */
export async function askPage(
  pages: readonly Page[],
  ctx: Context,
  path: string,
  { query = {}, site, cookies = {}, form, files = [], resumed }: Asked = {},
): Promise<Answer> {
  const [page, params] = find(pages, path)
  const request = aRequest({ path, cookies, ...(site && { site: site === 'unsaid' ? undefined : site }) })
  const asked = { ctx, params: page.params.parse(params), query: page.query.parse(query), request }
  const body = page.body.parse(form ?? {})
  const answer = resumed
    ? await page.resumed?.({ ...asked, body, lostFiles: files.length > 0 })
    : form
      ? await page.post?.({ ...asked, body, files })
      : await page.get?.(asked)
  if (!answer) throw new Error(`${page.path} has no such method`)
  return 'kind' in answer ? answer : { kind: 'view', body: answer, status: 200, cookies: [], fragment: false }
}

function find(pages: readonly Page[], path: string): readonly [Page, Readonly<Record<string, string>>] {
  for (const page of pages) {
    const match = new RegExp(`^${page.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path)
    if (match) return [page, { ...match.groups }]
  }
  throw new Error(`No page has the address ${path}`)
}

/** The page that was answered, in the look of whoever asked. Throws when it was something else. */
export function htmlOf(answer: Answer, ctx: Context): string {
  if (answer.kind !== 'view') throw new Error(`Answered a ${answer.kind}, not a view`)
  const reader = ctx.actor.kind === 'citizen' ? ada : ctx.actor.kind === 'staff' ? hugo : undefined
  const frame = sampleFrame({ reader, language: ctx.texts.language })
  return renderToString(<FrameProvider value={frame}>{answer.body}</FrameProvider>)
}

/** Where an answer leads. Throws when it is no redirect. */
export function targetOf(answer: Answer): string {
  if (answer.kind !== 'redirect') throw new Error(`Answered a ${answer.kind}, not a redirect`)
  return answer.to
}
