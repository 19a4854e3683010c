import process from 'node:process'
import { type Browser, type BrowserContext, expect, test } from '@playwright/test'
import type { Pair, Writer } from '../../support/client/answers.ts'
import { type FilledDraft, fillService } from '../../support/client/application.ts'
import type { Client } from '../../support/client/client.ts'
import { aCitizen } from '../../support/client/people.ts'
import { sign } from '../../support/client/signing.ts'
import { asSuperuser } from '../../support/installation/superuser.ts'
import { type Hand, keyboard, mouse } from './hand.ts'

/** Puts the session of a client in a browser, so that nobody logs in where the login isn't the point. */
async function handOver(client: Client, context: BrowserContext): Promise<void> {
  // Those of simulators stay: a hub that remembers somebody isn't asked there. `__Host-` wants TLS, which browsers don't ask of localhost.
  const own = client
    .cookieFor('/')
    .split('; ')
    .filter((cookie) => cookie.startsWith('__Host-'))
  const url = client.home.replace(/^http:/, 'https:')
  await context.addCookies(
    own.map((cookie) => {
      const at = cookie.indexOf('=')
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url }
    }),
  )
}

/** A page of another browser in which a test person is logged in, with the hand of the project. Close its context at the end. */
export async function openAs(browser: Browser, origin: string, person: string) {
  const client = await aCitizen(origin, person)
  const other = await openOther(browser, origin)
  await handOver(client, other.context)
  return { ...other, client }
}

/** A page of another browser, with the hand of the project. */
export async function openOther(browser: Browser, origin: string) {
  const context = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const page = await context.newPage()
  const hand: Hand = test.info().project.name === 'keyboard' ? keyboard(page) : mouse
  return { context, page, hand }
}

/** What only the applicant of a place in preschool may see of the answers that follow. */
export const adasSecrets =
  /Storgatan 1(?!\d)|900\s?01|70[-\s]?174\s?06\s?51|kanarie-ada|Är föräldraledig|Efter hushållets|48\s?731/

const preschool: Readonly<Record<string, string>> = {
  'q.kontakt.email': 'kanarie-ada@prov.example',
  'q.kontakt.phone': '070-174 06 51',
  'q.sysselsattning': 'foraldraledig',
  'q.avgift': 'inkomst',
  'q.inkomst': '48731',
}

/** Nothing is kept for next time: other journeys begin with somebody of whom no address is known. */
export const writes =
  (answers: Readonly<Record<string, string>>): Writer =>
  ({ name }) =>
    name.endsWith('.keep') ? '' : answers[name]

/** An application of Ada's for a place in preschool for Alve, up to the review: with all in it that Bo, who has the custody too, may not see. */
export const applyForPreschool = async (ada: Client): Promise<FilledDraft> =>
  await fillService(ada, 'forskoleplats', { writer: writes(preschool), hidden: 'kanarie-ada' })

/** Goes on from the review to what is signed, and signs as the applicant at the hub; answers the draft. `contacts` are fields of the review. */
export async function aRequest({ client, id, review }: FilledDraft, contacts: readonly Pair[] = []): Promise<string> {
  const posted = await client.post(review, contacts)
  expect(posted.headers.location).toMatch(/\/signering$/)
  await forgetTold()
  await sign(client, id, 'region')
  return id
}

const installation = () => ({ data: process.env.JOURNEY_DATA ?? '' })

/** As if nobody had been told anything today: so many letters go from one person to another in a day, and all journeys have the same few people. */
export async function forgetTold(): Promise<void> {
  await asSuperuser(installation(), 'delete from signing.told')
}

/** Moves the last day of a request to yesterday: nobody waits two weeks in a test. */
export async function letTimePass(draft: string): Promise<void> {
  const moved = await asSuperuser(
    installation(),
    `update signing.request set due_at = now() - interval '1 day' where draft_id = $1 returning 1`,
    [draft],
  )
  expect(moved).toHaveLength(1)
}
