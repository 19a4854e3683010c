import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import type { Answer, Cookie, Download } from './answer.ts'

const isAnswer = (answer: Answer | VNode): answer is Answer => 'kind' in answer

/** Sends a whole page. */
export const sendHtml = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(`<!doctype html>${html}`)

/** Sends what a handler answered. `render` makes HTML of a view. Nothing that depends on a reader is ever cached. */
export async function sendAnswer(
  reply: FastifyReply,
  answer: Answer | VNode,
  render: (body: VNode) => string,
): Promise<FastifyReply> {
  if (!isAnswer(answer)) return sendHtml(reply, render(answer))
  reply.header('cache-control', 'no-store')
  switch (answer.kind) {
    case 'view':
      setCookies(reply, answer.cookies)
      return reply
        .status(answer.status)
        .type('text/html; charset=utf-8')
        .send((answer.fragment ? '' : '<!doctype html>') + render(answer.body))
    case 'redirect':
      setCookies(reply, answer.cookies)
      if (answer.clearSiteData) reply.header('clear-site-data', '"cache", "storage"')
      // A script that follows a 303 gets the next page as its answer; htmx leads the browser there instead.
      if (answer.fromFragment) return reply.header('hx-redirect', answer.to).send()
      return reply.redirect(answer.to, 303)
    case 'download':
      return sendDownload(reply, answer)
    case 'data':
      return reply.type(answer.mediaType).header('x-content-type-options', 'nosniff').send(answer.body)
  }
}

function setCookies(reply: FastifyReply, cookies: readonly Cookie[]): void {
  for (const { name, value, maxAgeSeconds } of cookies) {
    const always = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const
    if (value === undefined) reply.clearCookie(name, always)
    else reply.setCookie(name, value, { ...always, ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }) })
  }
}

function sendDownload(reply: FastifyReply, file: Download): FastifyReply {
  if (file.size !== undefined) reply.header('content-length', file.size)
  return reply
    .type(file.mediaType)
    .header('content-disposition', disposition(file.name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(file.body)
}

/** RFC 6266: a plain name for old readers, the real one in UTF-8. Line breaks and quotes can't get into the header. */
const disposition = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
