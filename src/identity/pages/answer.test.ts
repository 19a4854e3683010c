import { beforeAll, expect, test } from 'vitest'
import { askPage, targetOf } from '../../../tests/support/ask-page.tsx'
import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { cookieNames } from '../../platform/http/cookies.ts'
import { ok } from '../../platform/result.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { clearOutcome } from '../commands/clear-outcome.ts'
import { startRedirect } from '../commands/start-redirect.ts'
import { forgetExpired } from '../jobs/forget-expired.ts'
import type { RedirectMethod } from '../methods/method.ts'
import { answerPath, donePath } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { listFinishable } from '../queries/list-finishable.ts'
import type { SigningOutcome } from '../signing.ts'
import { answerPages } from './answer.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const cookies = cookieNames(4000)

const at = (milliseconds: number) => {
  const now = later(new Date(), milliseconds)
  return database.context({ clock: { now: () => now } })
}

/** A hub that answers by a form, as SAML's do, and has shown the text or hasn't. Somebody has begun a signature there, and somebody has answered. */
async function answered(shown: boolean) {
  const hub: RedirectMethod = {
    kind: 'redirect',
    answersBy: 'form',
    start: async () => ({ address: 'https://hub.example/', kept: {} }),
    finish: async () =>
      ok({
        claimed: { scheme: 'swedish-number', number: '199001012385', facts: { givenName: 'Ada' } },
        level: 'loa3',
        proof: {
          answer: '<Response/>',
          trusted: '',
          provider: 'https://hub.example',
          audience: 'https://kommun.example',
          authenticatedAt: new Date().toISOString(),
          attribute: 'number',
          shown,
        },
      }),
  }
  const finished: SigningOutcome[] = []
  const ports: IdentityPorts = {
    methods: { find: () => hub },
    providers: {
      configurationOf: async () => await Promise.reject(new Error('nobody is asked')),
      signRequest: async () => await Promise.reject(new Error('nobody is asked')),
    },
    registers: { of: async () => undefined },
    cookies,
    startService: async () => '/',
    resumePost: async () => '/',
    claimDrafts: async () => undefined,
    joinInvitations: async () => undefined,
    signing: {
      method: () => undefined,
      ended: () => undefined,
      finish: async (ctx, { transaction, outcome }) => {
        finished.push(outcome)
        const asSystem = actingAs(ctx, system)
        await inTransaction(asSystem, async (tx) => await clearOutcome(asSystem, tx, transaction))
        return '/kvitto'
      },
    },
  }
  const ctx = database.context()
  let state = ''
  const begun = {
    start: async (_ctx: unknown, asked: { readonly state: string }) => {
      state = asked.state
      return { address: 'https://hub.example/', kept: {} }
    },
  }
  const { browser } = await startRedirect(ctx, begun, {
    area: 'citizen',
    purpose: 'sign',
    name: 'region',
    answerAddress: 'http://localhost/logga-in/saml/svar',
    returnTo: '/signera/a-draft/underskrift',
    wish: undefined,
    signs: {
      what: { subject: 'a-draft' },
      begunAt: '/signera/a-draft/med/region',
      toSign: { digest: 'ab', message: 'text', signer: { scheme: 'swedish-number', number: '199001012385' } },
    },
  })
  const pages = answerPages(ports)
  const before = new Set((await listFinishable(at(31_000))).map(({ transaction }) => transaction))
  const led = targetOf(await askPage(pages, ctx, answerPath.saml, { form: { RelayState: state, SAMLResponse: 'x' } }))
  const retur = new URL(led, 'http://localhost').searchParams.get('retur') ?? ''
  return {
    finished,
    /** Comes to the end as a browser with a login cookie of its own, led there or not. */
    comes: async (cookie: string, isLed: boolean) =>
      targetOf(
        await askPage(pages, ctx, donePath, {
          cookies: { [cookies.login]: cookie },
          ...(isLed && { query: { retur } }),
        }),
      ),
    browser,
    finishable: async (after: number) =>
      (await listFinishable(at(after))).filter(({ transaction }) => !before.has(transaction)),
  }
}

test('where the hub hasn’t shown the text, an answer in another browser than the one that began signs nothing', async () => {
  const { comes, browser, finished, finishable } = await answered(false)
  await comes('the browser of who was sent a link', true)
  await comes(browser, false)
  expect(finished).toEqual([])
  expect(await finishable(31_000)).toEqual([])

  await forgetExpired.perform(actingAs(at(minutes(30)), system))
  await comes(browser, true)
  expect(await finishable(minutes(31))).toEqual([])
  expect(finished).toEqual([])
})

test('it signs when the browser that began is led back, and once', async () => {
  const { comes, browser, finished } = await answered(false)
  expect(await comes(browser, true)).toBe('/kvitto')
  expect(await comes(browser, true)).toBe('/signera/a-draft/underskrift')
  expect(finished).toHaveLength(1)
})

test('a signature whose browser has been led back is the job’s when the process is killed', async () => {
  const killed = await answered(false)
  await database.query(
    'update identity.eid_transaction set returned_at = now() where outcome_sealed is not null and return_hash is not null',
  )
  expect(await killed.finishable(31_000)).toHaveLength(1)
})

test('where the hub has shown the text nothing is lost when no browser comes back', async () => {
  const { finishable } = await answered(true)
  expect(await finishable(31_000)).toHaveLength(1)
})
