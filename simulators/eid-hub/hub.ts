import type { JWK } from 'oidc-provider'
import { sendJson, sendPage } from '../http/answer.ts'
import { readForm, readJson } from '../http/body.ts'
import type { Exchange, Route } from '../http/exchange.ts'
import { createProvider } from '../provider/create-provider.ts'
import { cancelLogin, completeLogin, findLogin } from '../provider/interaction.ts'
import { mountProvider } from '../provider/mount.ts'
import type { Settings } from '../settings.ts'
import { claimsOf, hubScopes } from './claims.ts'
import { HubFaultMode } from './faults.ts'
import { levels, methods } from './methods.ts'
import { methodPage, personPage } from './pages.tsx'
import { findPersonBySubject, listHolders, subjectOf } from './persons.ts'
import { createTexts } from './texts.ts'

/** Region Exempel's eID hub at `/hub`: the routes of its login pages and of its OpenID provider. */
export function createHub(settings: Settings, keys: { readonly signing: JWK; readonly cookie: string }): Route[] {
  const { httpPort, productPort } = settings
  const texts = createTexts()
  let mode: HubFaultMode = 'ok'
  const provider = createProvider({
    issuer: `http://localhost:${httpPort}/hub`,
    cookiePrefix: `simulator-${httpPort}-hub`,
    cookieSecret: keys.cookie,
    signingKey: keys.signing,
    clients: [
      {
        id: 'exempelkoping',
        name: 'Exempelköpings kommun',
        redirectUri: `http://localhost:${productPort}/logga-in/svar`,
      },
      { id: 'nordby', name: 'Nordby kommun', redirectUri: `http://nordby.localhost:${productPort}/logga-in/svar` },
    ],
    clientKeysUri: `http://localhost:${productPort}/.well-known/jwks.json`,
    acrValues: levels,
    scopes: hubScopes,
    onText: texts.keep,
    loginPath: (uid) => `/hub/legitimera/${uid}`,
    claimsOf: (subject, transaction) => {
      const person = findPersonBySubject(subject)
      return person && claimsOf(person, transaction)
    },
  })

  async function show(exchange: Exchange): Promise<void> {
    const login = await findLogin(provider, exchange)
    if (!login) return
    const path = exchange.url.pathname
    const method = methods.find(({ id }) => id === exchange.url.searchParams.get('metod'))
    const toSign = texts.find(login.nonce)
    const page = method ? personPage({ ...login, path, method, toSign }) : methodPage(path, login.clientName, toSign)
    sendPage(exchange.response, page)
  }

  async function answer(exchange: Exchange): Promise<void> {
    const login = await findLogin(provider, exchange)
    if (!login) return
    const form = await readForm(exchange.request)
    if (form.get('svar') === 'avbryt') return cancelLogin(provider, exchange)
    const path = exchange.url.pathname
    const toSign = texts.find(login.nonce)
    const method = methods.find(({ id }) => id === form.get('metod'))
    if (!method) return sendPage(exchange.response, methodPage(path, login.clientName, toSign), 400)
    const holders = listHolders(method.holders)
    const person = holders.find(({ id }) => id === form.get('person'))
    if (!person) {
      const problem = 'Välj en testperson.'
      return sendPage(exchange.response, personPage({ ...login, path, method, toSign, problem }), 400)
    }
    const told = mode === 'ok' ? person : (holders.find(({ id }) => id !== person.id) ?? person)
    return completeLogin(provider, exchange, { subject: subjectOf(told), acr: method.acr })
  }

  return [
    { method: 'GET', path: '/hub/legitimera/:uid', handle: show },
    { method: 'POST', path: '/hub/legitimera/:uid', handle: answer },
    {
      method: 'POST',
      path: '/hub/faults',
      async handle({ request, response }) {
        const asked = HubFaultMode.safeParse(Object(await readJson(request)).mode)
        if (!asked.success)
          return sendJson(response, { error: `mode is one of ${HubFaultMode.options.join(', ')}` }, 400)
        mode = asked.data
        sendJson(response, { mode })
      },
    },
    mountProvider(provider),
  ]
}
