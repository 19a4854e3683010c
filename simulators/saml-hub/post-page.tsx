import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { VNode } from 'preact'
import { renderDocument } from '../http/answer.ts'
import { Frame } from '../pages/frame.tsx'

const script = 'document.forms[0].submit()'

/** This one script, and nothing else. No `form-action`: the form ends at the product. */
const contentSecurityPolicy =
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'; ` +
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** Sends the page that carries an answer to a municipality: by itself, or by its button where scripts don't run. */
export function sendAnswerPage(
  response: ServerResponse,
  answer: { readonly address: string; readonly samlResponse: string; readonly relayState: string | undefined },
): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy,
  })
  response.end(renderDocument(<AnswerPage {...answer} />))
}

function AnswerPage(props: {
  readonly address: string
  readonly samlResponse: string
  readonly relayState: string | undefined
}): VNode {
  return (
    <Frame title="Tillbaka till e-tjänsten" banner="Simulator — inte en riktig e-legitimation">
      <p class="who">Region Exempel</p>
      <h1>Du är på väg tillbaka till e-tjänsten</h1>
      <form method="post" action={props.address}>
        <input type="hidden" name="SAMLResponse" value={props.samlResponse} />
        {props.relayState !== undefined && <input type="hidden" name="RelayState" value={props.relayState} />}
        <p class="buttons">
          <button type="submit">Fortsätt</button>
        </p>
      </form>
      <script dangerouslySetInnerHTML={{ __html: script }} />
    </Frame>
  )
}
