import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { messagePage } from '../pages/message-page.tsx'
import { sendPage } from './answer.ts'
import type { Route } from './exchange.ts'

/** Finds the first route that fits a request; answers 404 when there is none, and 500 with a line on stderr when it throws. */
export function createListener(routes: readonly Route[]): RequestListener {
  const table = routes.map((route) => ({ route, pattern: new URLPattern({ pathname: route.path }) }))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const method = request.method === 'HEAD' ? 'GET' : request.method
    for (const { route, pattern } of table) {
      const match = pattern.exec({ pathname: url.pathname })
      if (match && (route.method === 'any' || route.method === method)) {
        await route.handle({ request, response, url, params: match.pathname.groups })
        return
      }
    }
    sendPage(response, messagePage('Sidan finns inte', 'Här finns ingenting hos simulatorerna.'), 404)
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`simulators: ${request.method} failed: ${error instanceof Error ? error.stack : error}\n`)
      if (response.headersSent) response.destroy()
      else sendPage(response, messagePage('Något gick fel', 'Simulatorn kunde inte svara.'), 500)
    })
  }
}
