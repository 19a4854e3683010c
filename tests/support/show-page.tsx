import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Context } from '../../src/platform/context.ts'
import type { Answer } from '../../src/platform/http/answer.ts'
import type { Page } from '../../src/platform/http/page.ts'
import { aRequest } from '../../src/platform/testing/a-request.ts'
import { FrameProvider } from '../../src/ui/frame.ts'
import { ada, sampleFrame } from './frame.ts'

type Asked = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | readonly string[]>>
}

/** The HTML of a page that is asked for without a web server: parsed input, its handler, its view in the look of the context's language. */
export async function showPage(page: Page, ctx: Context, { params = {}, query = {} }: Asked = {}): Promise<string> {
  if (!page.get) throw new Error(`${page.path} answers no GET`)
  const answer = await page.get({
    ctx,
    params: page.params.parse(params),
    query: page.query.parse(query),
    request: aRequest({ path: page.path }),
  })
  const frame = sampleFrame({
    language: ctx.texts.language,
    path: page.path,
    ...(ctx.actor.kind === 'citizen' ? { reader: ada } : {}),
  })
  return `<!doctype html>${renderToString(<FrameProvider value={frame}>{bodyOf(answer)}</FrameProvider>)}`
}

function bodyOf(answer: Answer | VNode): VNode {
  if (!('kind' in answer)) return answer
  if (answer.kind !== 'view') throw new Error(`Answered a ${answer.kind}, not a view`)
  return answer.body
}
