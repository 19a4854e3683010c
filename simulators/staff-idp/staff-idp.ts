import type { AccountClaims, JWK } from 'oidc-provider'
import { sendPage } from '../http/answer.ts'
import { readForm } from '../http/body.ts'
import type { Exchange, Route } from '../http/exchange.ts'
import { createProvider } from '../provider/create-provider.ts'
import { cancelLogin, completeLogin, findLogin } from '../provider/interaction.ts'
import { mountProvider } from '../provider/mount.ts'
import type { Settings } from '../settings.ts'
import { type Account, openAccounts } from './accounts.ts'
import { staffPage } from './pages.tsx'
import { rightsPage } from './rights-page.tsx'
import { type Municipality, staff } from './staff.ts'

const acr = 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3'

const municipalities: Readonly<Record<Municipality, { readonly name: string; readonly host: string }>> = {
  exempelkoping: { name: 'Exempelköpings kommun', host: 'localhost' },
  nordby: { name: 'Nordby kommun', host: 'nordby.localhost' },
}

function claimsOf(member: Account, municipality: Municipality): AccountClaims {
  return {
    sub: member.username,
    name: member.name,
    preferred_username: member.username,
    email: `${member.username}@${municipality}.example`,
    groups: member.groups,
  }
}

/**
 * A municipality's own identity provider at `/staff/<municipality>`: the routes of its login page, of the page where accounts are changed
 * (`/behorigheter`, kept in memory), and of its OpenID provider.
 */
export function createStaffIdp(
  settings: Settings,
  municipality: Municipality,
  keys: { readonly signing: JWK; readonly cookie: string },
): Route[] {
  const { httpPort, productPort } = settings
  const { name, host } = municipalities[municipality]
  const accounts = openAccounts(staff[municipality])
  const root = `/staff/${municipality}`
  const provider = createProvider({
    issuer: `http://localhost:${httpPort}${root}`,
    cookiePrefix: `simulator-${httpPort}-staff-${municipality}`,
    cookieSecret: keys.cookie,
    signingKey: keys.signing,
    clients: [
      { id: 'handslag', name: 'Handslag', redirectUri: `http://${host}:${productPort}/logga-in/medarbetare/svar` },
    ],
    clientKeysUri: `http://localhost:${productPort}/.well-known/jwks.json`,
    acrValues: [acr],
    scopes: {
      openid: ['sub', 'acr', 'auth_time'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
      groups: ['groups'],
    },
    loginPath: (uid) => `${root}/logga-in/${uid}`,
    claimsOf: (subject) => {
      const member = accounts.find(subject)
      return member && !member.closed ? claimsOf(member, municipality) : undefined
    },
    refreshes: true,
  })

  function sendLogin({ url, response }: Exchange, problem?: string): void {
    const members = accounts.list()
    const page = staffPage({ path: url.pathname, municipality: name, members, ...(problem && { problem }) })
    sendPage(response, page, problem ? 400 : 200)
  }

  async function show(exchange: Exchange): Promise<void> {
    if (await findLogin(provider, exchange)) sendLogin(exchange)
  }

  async function answer(exchange: Exchange): Promise<void> {
    if (!(await findLogin(provider, exchange))) return
    const form = await readForm(exchange.request)
    if (form.get('svar') === 'avbryt') return cancelLogin(provider, exchange)
    const member = accounts.find(form.get('medarbetare') ?? '')
    if (!member) return sendLogin(exchange, 'Välj en medarbetare.')
    if (member.closed) return sendLogin(exchange, 'Kontot är stängt.')
    return completeLogin(provider, exchange, { subject: member.username, acr })
  }

  const rights = `${root}/behorigheter`

  async function changeRights({ request, response }: Exchange): Promise<void> {
    const form = await readForm(request)
    const closed = form.get('konto') !== 'oppet'
    accounts.change(form.get('medarbetare') ?? '', { groups: form.getAll('grupp'), closed })
    response.writeHead(303, { location: rights }).end()
  }

  return [
    { method: 'GET', path: `${root}/logga-in/:uid`, handle: show },
    { method: 'POST', path: `${root}/logga-in/:uid`, handle: answer },
    {
      method: 'GET',
      path: rights,
      handle: ({ response }) => sendPage(response, rightsPage({ path: rights, municipality: name, accounts })),
    },
    { method: 'POST', path: rights, handle: changeRights },
    mountProvider(provider),
  ]
}
