import type { AccountClaims, JWK } from 'oidc-provider'
import { sendPage } from '../http/answer.ts'
import { readForm } from '../http/body.ts'
import type { Exchange, Route } from '../http/exchange.ts'
import { createProvider } from '../provider/create-provider.ts'
import { cancelLogin, completeLogin, findLogin } from '../provider/interaction.ts'
import { mountProvider } from '../provider/mount.ts'
import type { Settings } from '../settings.ts'
import { staffPage } from './pages.tsx'
import { type Municipality, type StaffMember, staff } from './staff.ts'

const acr = 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3'

const municipalities: Readonly<Record<Municipality, { readonly name: string; readonly host: string }>> = {
  exempelkoping: { name: 'Exempelköpings kommun', host: 'localhost' },
  nordby: { name: 'Nordby kommun', host: 'nordby.localhost' },
}

function claimsOf(member: StaffMember, municipality: Municipality): AccountClaims {
  return {
    sub: member.username,
    name: member.name,
    preferred_username: member.username,
    email: `${member.username}@${municipality}.example`,
    groups: member.groups,
  }
}

/** A municipality's own identity provider at `/staff/<municipality>`: the routes of its login page and its OpenID provider. */
export function createStaffIdp(
  settings: Settings,
  municipality: Municipality,
  keys: { readonly signing: JWK; readonly cookie: string },
): Route[] {
  const { httpPort, productPort } = settings
  const { name, host } = municipalities[municipality]
  const members = staff[municipality]
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
      const member = members.find(({ username }) => username === subject)
      return member && claimsOf(member, municipality)
    },
  })

  async function show(exchange: Exchange): Promise<void> {
    if (!(await findLogin(provider, exchange))) return
    sendPage(exchange.response, staffPage({ path: exchange.url.pathname, municipality: name, members }))
  }

  async function answer(exchange: Exchange): Promise<void> {
    if (!(await findLogin(provider, exchange))) return
    const form = await readForm(exchange.request)
    if (form.get('svar') === 'avbryt') return cancelLogin(provider, exchange)
    const member = members.find(({ username }) => username === form.get('medarbetare'))
    if (!member) {
      const problem = 'Välj en medarbetare.'
      return sendPage(
        exchange.response,
        staffPage({ path: exchange.url.pathname, municipality: name, members, problem }),
        400,
      )
    }
    return completeLogin(provider, exchange, { subject: member.username, acr })
  }

  return [
    { method: 'GET', path: `${root}/logga-in/:uid`, handle: show },
    { method: 'POST', path: `${root}/logga-in/:uid`, handle: answer },
    mountProvider(provider),
  ]
}
