import { persons } from '../../../simulators/eid-hub/persons.ts'
import { Client, type Visited } from './client.ts'

/** Somebody with a number of 12 digits. */
export type Named = { readonly name: string; readonly number: string }

/** Name and number of a test person: of `ada`, `bo`, … Throws for who has no Swedish number. */
export function whoIs(id: string): Named {
  const person = persons.find((one) => one.id === id)
  if (!person || person.identity.kind === 'prid') throw new Error(`${id} is no test person with a number`)
  return { name: person.label, number: person.identity.number }
}

/** A visitor's browser. */
export const aVisitor = (origin: string): Client => new Client(origin)

/** A browser in which a test person of the hub is logged in: `ada`, `bo`, … as in `simulators/eid-hub/persons.ts`. */
export async function aCitizen(origin: string, person: string): Promise<Client> {
  const client = new Client(origin)
  await identify(client, person)
  return client
}

/** Logs in at the hub; answers the page of ours at which it ends. */
export async function identify(client: Client, person: string, path = '/logga-in/med/region'): Promise<Visited> {
  const hub = await client.open(path)
  const method = await client.get(`${hub.url.href}?metod=bankid`)
  const identified = await client.post(method.url.href.split('?')[0] ?? '', [
    ['metod', 'bankid'],
    ['person', person],
    ['svar', 'legitimera'],
  ])
  const home = await client.follow(await carryOver(client, await client.follow(identified)))
  client.person = person
  return expectHome(client, home)
}

/** A hub that speaks SAML answers with a form which the browser carries to the municipality; one that speaks OpenID Connect has led it there. */
async function carryOver(client: Client, answered: Visited): Promise<Visited> {
  const [, action] = /<form method="post" action="([^"]+)"/.exec(answered.text) ?? []
  const fields = [...answered.text.matchAll(/name="(SAMLResponse|RelayState)" value="([^"]*)"/g)]
  if (action === undefined || fields.length === 0) return answered
  return await client.post(
    action,
    fields.map(([, name = '', value = '']) => [name, value]),
  )
}

/** A browser in which a staff member is logged in, by the name of the provider's page. */
export async function aStaffMember(origin: string, username: string): Promise<Client> {
  const client = new Client(origin)
  const provider = await client.open('/logga-in/medarbetare')
  const identified = await client.post(provider.url.href, [['medarbetare', username]])
  expectHome(client, await client.follow(identified))
  return client
}

function expectHome(client: Client, visited: Visited): Visited {
  const cookie = /-(citizen|staff)=/.test(`${client.cookieFor('/')}`)
  if (visited.url.origin !== client.home || !cookie) {
    throw new Error(`The login ended at ${visited.url.href} (${visited.status})`)
  }
  return visited
}
