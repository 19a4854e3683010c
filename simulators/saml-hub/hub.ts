import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Authority } from '../authority/authority.ts'
import { methods } from '../eid-hub/methods.ts'
import { methodPage, personPage } from '../eid-hub/pages.tsx'
import { listHolders } from '../eid-hub/persons.ts'
import { sendJson, sendPage } from '../http/answer.ts'
import { readForm, readJson } from '../http/body.ts'
import type { Exchange, Route } from '../http/exchange.ts'
import { messagePage } from '../pages/message-page.tsx'
import type { Settings } from '../settings.ts'
import { SamlFaultMode } from './faults.ts'
import { createLogins } from './logins.ts'
import { hubMetadata } from './metadata.ts'
import { status } from './names.ts'
import { sendAnswerPage } from './post-page.tsx'
import { type AuthnRequest, readRequest } from './request.ts'
import { type Outcome, respond } from './respond.ts'
import { findServiceProvider } from './service-provider.ts'

/**
 * Region Exempel's eID hub by SAML 2.0 at `/saml`: metadata, login pages, answers, and the switch of its faults. Its keys come from the simulators' authority;
 * the federation's certificate is written where the product looks for it.
 */
export async function createSamlHub(settings: Settings, authority: Authority): Promise<Route[]> {
  const origin = `http://localhost:${settings.httpPort}`
  const issue = (commonName: string) => authority.issue({ commonName, organisation: 'Region Exempel', use: 'signing' })
  const federation = await issue('Exempelfederationen metadata')
  const strangeKey = await issue('Okänd SAML')
  const hub = {
    entityId: `${origin}/saml`,
    singleSignOn: `${origin}/saml/sso`,
    key: await issue('Region Exempel SAML'),
    encryption: await issue('Region Exempel SAML kryptering'),
    strangeKey,
  }
  const folder = join(settings.dataFolder, 'run', 'certificates', 'saml')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'metadata.pem'), federation.certificate)

  const logins = createLogins()
  let mode: SamlFaultMode = 'ok'
  let last: string | undefined

  async function begin({ request, response }: Exchange): Promise<void> {
    const query = request.url?.split('?')[1] ?? ''
    const asked = await readRequest(query, {
      address: hub.singleSignOn,
      key: hub.encryption.key,
      find: (entityId) => findServiceProvider(settings, entityId),
    })
    if (typeof asked === 'string') {
      return sendPage(
        response,
        messagePage('Begäran kan inte tas emot', `Det som e-tjänsten skickade går inte: ${asked}.`),
        400,
      )
    }
    response.writeHead(303, { location: `/saml/legitimera/${logins.begin(asked)}` }).end()
  }

  function show({ response, url, params }: Exchange): void {
    const request = logins.find(params.login)
    if (!request) {
      sendOver(response)
      return
    }
    const asked = { path: url.pathname, clientName: request.from.name, toSign: textOf(request) }
    const method = methods.find(({ id }) => id === url.searchParams.get('metod'))
    sendPage(
      response,
      method ? personPage({ ...asked, method }) : methodPage(asked.path, asked.clientName, asked.toSign),
    )
  }

  async function answer(exchange: Exchange): Promise<void> {
    const { response, url, params } = exchange
    const request = logins.find(params.login)
    if (!request) return sendOver(response)
    const form = await readForm(exchange.request)
    if (form.get('svar') === 'avbryt') return await send(exchange, request, { failure: status.cancel })
    const clientName = request.from.name
    const toSign = textOf(request)
    const method = methods.find(({ id }) => id === form.get('metod'))
    if (!method) return sendPage(response, methodPage(url.pathname, clientName, toSign), 400)
    const person = listHolders(method.holders).find(({ id }) => id === form.get('person'))
    if (!person) {
      const problem = 'Välj en testperson.'
      return sendPage(response, personPage({ clientName, path: url.pathname, method, toSign, problem }), 400)
    }
    const isAsked = request.levels.includes(method.acr)
    await send(exchange, request, isAsked ? { person, level: method.acr } : { failure: status.noAuthnContext })
  }

  async function send({ response, params }: Exchange, request: AuthnRequest, outcome: Outcome): Promise<void> {
    const made = mode === 'replay' && last !== undefined ? last : await respond(request, outcome, hub, mode)
    if (mode === 'ok') last = made
    logins.end(params.login)
    sendAnswerPage(response, {
      address: request.from.answerAddress,
      samlResponse: Buffer.from(made).toString('base64'),
      relayState: request.relayState,
    })
  }

  return [
    {
      method: 'GET',
      path: '/saml/metadata',
      handle({ response }) {
        response.writeHead(200, { 'content-type': 'application/samlmetadata+xml', 'cache-control': 'no-store' })
        response.end(hubMetadata(hub, { key: federation, strangeKey }, mode))
      },
    },
    { method: 'GET', path: '/saml/sso', handle: begin },
    { method: 'GET', path: '/saml/legitimera/:login', handle: show },
    { method: 'POST', path: '/saml/legitimera/:login', handle: answer },
    {
      method: 'POST',
      path: '/saml/faults',
      async handle({ request, response }) {
        const asked = SamlFaultMode.safeParse(Object(await readJson(request)).mode)
        if (!asked.success)
          return sendJson(response, { error: `mode is one of ${SamlFaultMode.options.join(', ')}` }, 400)
        mode = asked.data
        sendJson(response, { mode })
      },
    },
  ]
}

const textOf = ({ signMessage }: AuthnRequest): string | undefined =>
  signMessage === undefined ? undefined : Buffer.from(signMessage, 'base64').toString('utf8')

function sendOver(response: Exchange['response']): void {
  const text = 'Inloggningen är redan avslutad eller har gått ut. Gå tillbaka till e-tjänsten och börja om.'
  sendPage(response, messagePage('Inloggningen har gått ut', text), 400)
}
