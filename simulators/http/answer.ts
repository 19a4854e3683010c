import type { ServerResponse } from 'node:http'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

// No `form-action`: Chromium applies it to redirects as well, and the providers' forms end at the product.
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'"

/** The whole document as text, with its doctype. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

/** Answers with a page that no cache keeps and that can run no script. */
export function sendPage(response: ServerResponse, page: VNode, status = 200): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy,
  })
  response.end(renderDocument(page))
}

/** Answers with JSON that no cache keeps. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}
