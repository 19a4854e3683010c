import { afterAll, expect, test } from 'vitest'
import { fillIn, ordinary } from '../support/client/answers.ts'
import { type FilledDraft, startService, stepForm, typedIn } from '../support/client/application.ts'
import { ask } from '../support/client/ask.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { aCitizen } from '../support/client/people.ts'
import { startInstallation } from '../support/installation/installation.ts'
import { findNumberFaults } from '../support/installation/numbers.ts'
import { waitFor } from '../support/waiting.ts'
import { sendUntilAcknowledged } from './persistent-sender.ts'
import { drafters } from './senders.ts'
import { findLosses, findTraces } from './traces.ts'

const installation = await startInstallation()
afterAll(installation.stop)

/** What pages answered while the database was away. */
type Seen = { readonly status: number; readonly text: string }

test('PostgreSQL killed under load: pages say that answers are saved, and within 10 s all is well by itself, nothing lost', async () => {
  const { origin } = installation
  const ada = await aCitizen(origin, 'ada')
  const step = await startService(ada, 'synpunkt')
  const drafts: readonly FilledDraft[] = await (await drafters(installation))()
  const seen: Seen[] = []
  let isOver = false
  const load = Promise.all([
    ...Array.from({ length: 4 }, async () => await askOn(ada, ['/mina-sidor', step.url.pathname], seen, () => isOver)),
    askOn(ada, ['/', '/e-tjanster?q=parkering'], seen, () => isOver),
    writeOn(ada, step, seen, () => isOver),
  ])
  const sending = Promise.all(drafts.map(sendUntilAcknowledged))

  const killedAt = Date.now()
  installation.killPostgres()
  await waitFor('a page that says what is the matter', 10_000, async () =>
    seen.some(({ status }) => status === 503) ? true : undefined,
  )
  await waitFor('recovery', 10_000, async () => {
    const pages = [
      await ada.get('/mina-sidor'),
      await ada.get(step.url.pathname),
      await ask(origin, { path: '/readyz' }),
    ]
    return pages.every(({ status }) => status === 200) ? true : undefined
  })
  const recovered = Date.now() - killedAt
  const told = await sending
  isOver = true
  await load

  expect(recovered).toBeLessThan(10_000)
  expect([...new Set(seen.map(({ status }) => status))].filter((status) => ![200, 303, 503].includes(status))).toEqual(
    [],
  )
  for (const { text } of seen.filter(({ status }) => status === 503)) expect(text).toContain('Dina svar är sparade')
  expect(
    findLosses(
      await findTraces(
        installation,
        told.map(({ draft }) => draft.id),
      ),
    ),
  ).toEqual([])
  expect(await findNumberFaults(installation)).toEqual([])
}, 120_000)

/** Asks for pages, one after the other, until it is over. A request in flight may lose its connection to nobody but the database. */
async function askOn(client: Client, paths: readonly string[], seen: Seen[], isOver: () => boolean): Promise<void> {
  for (let turn = 0; !isOver(); turn++) {
    const { status, text } = await client.get(paths[turn % paths.length] ?? '/')
    seen.push({ status, text })
  }
}

/** Saves a step again and again, each time something new; what was answered with a redirect must be there in the end. */
async function writeOn(client: Client, step: Visited, seen: Seen[], isOver: () => boolean): Promise<void> {
  let saved = ''
  for (let turn = 0; !isOver(); turn++) {
    const page = await client.get(step.url.pathname)
    if (page.status !== 200) continue
    const words = `Svar nummer ${turn}`
    const pairs = fillIn(stepForm(page), ordinary, 'spara').map(
      ([name, value]) => [name, name === 'q.beskrivning' ? words : value] as const,
    )
    const { status, text } = await client.post(step.url.pathname, pairs)
    seen.push({ status, text })
    if (status === 303) saved = words
  }
  const last = await client.get(step.url.pathname)
  expect(typedIn(last).map(([, value]) => value)).toContain(saved)
}
