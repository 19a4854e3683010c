import { renderToString } from 'preact-render-to-string'
import { ada as reader, sampleFrame } from '../../../tests/support/frame.ts'
import type { Context } from '../../platform/context.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import type { Page, PostedForm } from '../../platform/http/page.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { FrameProvider } from '../../ui/frame.ts'
import type { CasePorts } from '../ports.ts'
import { casePages } from '../public.ts'
import { submitPorts } from './a-case.ts'

/** Ports as the composition wires them: one unread message in each case, and a login for browsers with the cookie of an ended session. */
const ports: CasePorts = {
  ...submitPorts,
  afterSessionEnd: async (_ctx, request) =>
    request.cookie('ended') ? redirect(`/logga-in?till=${request.path}`) : undefined,
  keepTyped: async (_ctx, request, form) =>
    request.cookie('ended') ? redirect(`/logga-in?till=${request.path}&kvar=${Object.keys(form).join()}`) : undefined,
  countUnreadMessages: async (_ctx, caseIds) => new Map(caseIds.map((caseId) => [caseId, 1])),
}

type Asked = {
  readonly post?: boolean
  /** The fields of what is posted. */
  readonly form?: PostedForm
  /** True when it came too late, and its sender is logged in again. */
  readonly resumed?: boolean
  readonly query?: Readonly<Record<string, string>>
  readonly cookies?: Readonly<Record<string, string>>
  /** What is answered otherwise than the composition's wiring would. */
  readonly ports?: Partial<CasePorts>
}

/** Asks one of the cases' pages by its address, as the web server would. */
export async function ask(
  ctx: Context,
  path: string,
  { post, form = {}, resumed, query = {}, cookies = {}, ports: other }: Asked = {},
): Promise<Answer> {
  const [page, params] = find(path, casePages({ ...ports, ...other }))
  const request = aRequest({ path, cookies })
  const asked = { ctx, params: page.params.parse(params), query: page.query.parse(query), request }
  const answer = resumed
    ? await page.resumed?.({ ...asked, body: form, lostFiles: false })
    : post
      ? await page.post?.({ ...asked, body: form, files: [] })
      : await page.get?.(asked)
  if (!answer) throw new Error('The page has no such method')
  return 'kind' in answer ? answer : { kind: 'view', body: answer, status: 200, cookies: [], fragment: false }
}

function find(path: string, pages: readonly Page[]): readonly [Page, Readonly<Record<string, string>>] {
  for (const page of pages) {
    const match = new RegExp(`^${page.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path)
    if (match) return [page, { ...match.groups }]
  }
  throw new Error(`No page has the address ${path}`)
}

/** The whole page that was answered. Throws when it was something else. */
export function html(answer: Answer, given: Parameters<typeof sampleFrame>[0] = {}): string {
  if (answer.kind !== 'view') throw new Error(`Answered a ${answer.kind}, not a view`)
  const frame = sampleFrame({ reader, ...given })
  return `<!doctype html>${renderToString(<FrameProvider value={frame}>{answer.body}</FrameProvider>)}`
}

/** Where an answer leads. Throws when it is no redirect. */
export function target(answer: Answer): string {
  if (answer.kind !== 'redirect') throw new Error(`Answered a ${answer.kind}, not a redirect`)
  return answer.to
}
