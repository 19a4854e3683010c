import { waitFor } from '../waiting.ts'
import type { Client, Visited } from './client.ts'

/** The municipalities' ways to sign, by the name in addresses. */
export type SigningMethod = 'bankid' | 'freja' | 'region'

// Milliseconds: an app's order is asked about every three seconds, and not for forty when the process has died that asked last.
const patience = 60_000

/** A signature that has been made, and that the program hasn't heard of yet. */
export type MadeSignature = {
  /** Goes back to the program, as the app or the hub's page leads; its answer leads on to what has become of it. Throws where there is nothing to go on to. */
  readonly bring: () => Promise<Visited>
}

/** Signs what is a person's to sign in a request, and goes back; the answer leads on to what has become of it. */
export async function sign(client: Client, draft: string, method: SigningMethod = 'bankid'): Promise<Visited> {
  const made = await makeSignature(client, draft, method)
  return await made.bring()
}

/** Signs in the app on the same device, or on the hub's page, as whoever is logged in; the browser stays there. */
export async function makeSignature(client: Client, draft: string, method: SigningMethod): Promise<MadeSignature> {
  const path = `/signera/${draft}/med/${method}`
  return method === 'region' ? await signAtHub(client, path) : await signInApp(client, path)
}

async function signInApp(client: Client, path: string): Promise<MadeSignature> {
  const placed = await client.post(path, [['enhet', 'denna']])
  const waiting = await client.follow(placed)
  const launch = /href="([^"]*\/(?:bankid|freja)\/app[^"]*)"/.exec(waiting.text)?.[1]?.replaceAll('&amp;', '&')
  if (launch === undefined) throw new Error(`${path} led to ${waiting.url.pathname} (${waiting.status})`)
  const app = await client.get(launch)
  const fields = [...app.text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')] as const,
  )
  const signed = await client.post(app.url.origin + app.url.pathname, [...fields, ...answerOf(client)])
  return {
    bring: async () => {
      const back = await client.get(backIn(signed))
      if (!isWaiting(back)) return back
      return await waitFor('what has become of a signature', patience, async () => {
        const page = await client.get(waitingPath)
        return isWaiting(page) ? undefined : page
      })
    },
  }
}

const waitingPath = '/logga-in/pagar'

/** Whether an answer is, or leads to, the page that waits for the app. */
const isWaiting = ({ status, headers }: Visited): boolean => status === 200 || headers.location === waitingPath

async function signAtHub(client: Client, path: string): Promise<MadeSignature> {
  const hub = await client.follow(await client.post(path, []))
  const method = await client.get(`${hub.url.href}?metod=bankid`)
  const answered = await client.post(method.url.href.split('?')[0] ?? '', [['metod', 'bankid'], ...answerOf(client)])
  const answer = await client.followTo(answered, client.home)
  return { bring: async () => await client.get(answer) }
}

const answerOf = (client: Client) => [['person', client.person ?? ''] as const, ['svar', 'skriv-under'] as const]

/** Where an app leads back to. */
function backIn(answered: Visited): string {
  const { location } = answered.headers
  if (location === undefined) throw new Error(`${answered.url.pathname} (${answered.status}) leads nowhere`)
  return location
}
