import { beforeAll, expect, test } from 'vitest'
import { Browser } from '../../../simulators/testing/browser.ts'
import { writeEntries } from '../../audit/public.ts'
import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { newKey } from '../../platform/cryptography/sealing.ts'
import { signingKey } from '../../platform/cryptography/signing-key.ts'
import { type TestDatabase, testDatabase, testTenants } from '../../platform/testing/database.ts'
import { getTenant } from '../../tenants/public.ts'
import { openStaffSession } from '../commands/open-session.ts'
import { askProvider, checkAnswer } from '../methods/oidc/exchange.ts'
import { openIdProviders, type Providers } from '../methods/oidc/providers.ts'
import { readSession } from '../queries/read-session.ts'
import { aHub, type RunningHub } from '../testing/a-hub.ts'
import { aStaffSession } from '../testing/a-session.ts'
import { confirmStaff } from './confirm-staff.ts'

let database: TestDatabase
let hub: RunningHub
let nobodyThere: Providers

beforeAll(async () => {
  database = await testDatabase()
  hub = await aHub()
  nobodyThere = openIdProviders({ key: signingKey(newKey()), simulators: 'http://localhost:1', now: Date.now })
})

type Municipality = keyof typeof testTenants

/** A context of a municipality, so many minutes from now. */
const inMinutes = (count: number, municipality: Municipality = 'exempelkoping'): Context =>
  database.context({
    tenant: testTenants[municipality],
    sink: writeEntries,
    clock: { now: () => later(new Date(), minutes(count)) },
  })

const run = async (ctx: Context, providers: Providers = hub.providers) =>
  await confirmStaff(providers).perform({ ...ctx, actor: system })

/** Logs a staff member in at their municipality's provider. */
async function logIn(username: string, municipality: Municipality = 'exempelkoping') {
  const ctx = inMinutes(0, municipality)
  const tenant = await getTenant(ctx)
  const host = municipality === 'nordby' ? 'nordby.localhost' : 'localhost'
  const { address, kept } = await askProvider(ctx, hub.providers, tenant.staffLogin, {
    state: 's'.repeat(43),
    answerAddress: `http://${host}:${hub.productPort}/logga-in/medarbetare/svar`,
    claims: [],
    refreshes: true,
  })
  const browser = new Browser({ stopAt: (url) => url.port === String(hub.productPort) })
  const page = await browser.open(new URL(address))
  const { url } = await browser.post(page, { medarbetare: username, svar: 'logga-in' })
  const vouched = await checkAnswer(hub.providers, tenant.staffLogin, { kept, answer: url.searchParams })
  if (!vouched.ok) throw new Error(vouched.error.code)
  const session = await openStaffSession(ctx, {
    tenant,
    method: 'medarbetare',
    browser: undefined,
    ...vouched.value,
  })
  if (!session.ok) throw new Error(session.error)
  return session.value
}

/** Changes an account on the provider's own page. */
async function setRights(username: string, groups: readonly string[], account: 'oppet' | 'stangt' = 'oppet') {
  const form = new URLSearchParams([
    ['medarbetare', username],
    ['konto', account],
    ...groups.map((group) => ['grupp', group]),
  ])
  const answer = await fetch(`${hub.origin}/staff/exempelkoping/behorigheter`, { method: 'POST', body: form })
  expect(answer.status).toBe(200)
}

const read = async (ctx: Context, token: string) => await readSession(ctx, await getTenant(ctx), 'staff', token)

const endings = async (staff: string) =>
  (
    await database.query<{ how: string }>(
      `select data ->> 'how' as how from audit.entry where subject = $1 and action = 'session.ended'`,
      [staff],
    )
  ).map(({ how }) => how)

test('groups that change at the provider change in all sessions, when five minutes have gone', async () => {
  const here = await logIn('hugo')
  const there = await logIn('hugo')
  await setRights('hugo', ['grp-miljo'])
  await run(inMinutes(4))
  expect(await read(inMinutes(4), here.token)).toMatchObject({
    actor: { groups: ['gata-park', 'parkeringstillstand'] },
  })
  await run(inMinutes(6))
  for (const { token } of [here, there])
    expect(await read(inMinutes(6), token)).toMatchObject({ kind: 'live', actor: { groups: ['miljo'] } })
  const changes = await database.query<{ data: unknown }>(
    `select data from audit.entry where subject = $1 and action = 'staff.rights-changed'`,
    [here.actor.id],
  )
  expect(changes).toEqual([{ data: { groups: ['miljo'], rights: [] } }])
  await setRights('hugo', ['grp-gata-park', 'grp-parkeringstillstand'])
  await run(inMinutes(12))
  expect(await read(inMinutes(12), there.token)).toMatchObject({
    actor: { groups: ['gata-park', 'parkeringstillstand'] },
  })
})

test('who has no group left is out everywhere; what is being written is still theirs', async () => {
  const here = await logIn('karin')
  const there = await logIn('karin')
  // Worth nothing without a group.
  await setRights('karin', ['grp-skyddade-uppgifter'])
  await run(inMinutes(6))
  for (const { token } of [here, there])
    expect(await read(inMinutes(6), token)).toMatchObject({
      kind: 'ended',
      owner: { kind: 'staff', id: here.actor.id },
    })
  expect(await endings(here.actor.id)).toEqual(['rights-gone', 'rights-gone'])
  await run(inMinutes(12))
  expect(await endings(here.actor.id)).toHaveLength(2)
})

test('whose account is closed is out', async () => {
  const { actor, token } = await logIn('mira')
  await setRights('mira', ['grp-miljo'], 'stangt')
  await run(inMinutes(6))
  expect(await read(inMinutes(6), token)).toMatchObject({ kind: 'ended' })
  expect(await endings(actor.id)).toEqual(['refused'])
})

test('two workers ask the provider once', async () => {
  const { token } = await logIn('rut')
  let asked = 0
  const counting: Providers = {
    signRequest: hub.providers.signRequest,
    configurationOf: async (provider) => {
      asked += 1
      return await hub.providers.configurationOf(provider)
    },
  }
  const before = await due(inMinutes(6))
  await Promise.all([run(inMinutes(6), counting), run(inMinutes(6), counting)])
  expect(asked).toBe(before)
  // The provider gives a new refresh token each time, and takes an old one for a thief's.
  await run(inMinutes(12))
  expect(await read(inMinutes(12), token)).toMatchObject({ kind: 'live' })
})

/** How many sessions are to be asked about. */
async function due(ctx: Context): Promise<number> {
  const rows = await database.query(
    `select from identity.session where tenant_id = $1 and ask_after <= $2 and ended_at is null and ends_at > $2`,
    [ctx.tenant.id, ctx.clock.now()],
  )
  return rows.length
}

test('while the provider can’t be reached a session goes on for fifteen minutes more, and then ends', async () => {
  const { actor, token } = await logIn('kim')
  await run(inMinutes(6), nobodyThere)
  await run(inMinutes(19), nobodyThere)
  expect(await read(inMinutes(19), token)).toMatchObject({ kind: 'live' })
  await run(inMinutes(21), nobodyThere)
  expect(await read(inMinutes(21), token)).toMatchObject({ kind: 'ended' })
  expect(await endings(actor.id)).toEqual(['unconfirmed'])
})

test('a provider that is back within fifteen minutes has ended nothing', async () => {
  const { token } = await logIn('alma')
  await run(inMinutes(6), nobodyThere)
  await run(inMinutes(8))
  expect(await read(inMinutes(24), token)).toMatchObject({ kind: 'live', actor: { rights: ['administrate'] } })
})

test('where the job stands still nobody goes on without the provider’s word', async () => {
  const { token } = await logIn('kim')
  expect(await read(inMinutes(21), token)).toMatchObject({ kind: 'ended', owner: { kind: 'staff' } })
})

test('each municipality’s provider is asked about its own staff alone', async () => {
  const { actor, token } = await logIn('nora', 'nordby')
  await run(inMinutes(6))
  expect(await due(inMinutes(6, 'nordby'))).toBe(1)
  await run(inMinutes(6, 'nordby'))
  expect(await read(inMinutes(6, 'nordby'), token)).toMatchObject({ kind: 'live' })
  expect(await endings(actor.id)).toEqual([])
})

test('a token of a provider that the municipality has left is shown to nobody', async () => {
  const { actor } = await logIn('rut')
  await database.query(`update identity.staff_member set issuer = 'https://former.example' where staff_id = $1`, [
    actor.id,
  ])
  await run(inMinutes(6))
  await run(inMinutes(21))
  expect(new Set(await endings(actor.id))).toEqual(new Set(['unconfirmed']))
})

test('a provider that gives no refresh token can’t be asked: its sessions last an hour', async () => {
  const { token } = await aStaffSession(inMinutes(0), {
    subject: 'unasked',
    providerGroups: ['grp-miljo'],
    refreshToken: undefined,
  })
  await run(inMinutes(30))
  for (let minute = 25; minute < 60; minute += 25)
    expect(await read(inMinutes(minute), token)).toMatchObject({ kind: 'live' })
  expect(await read(inMinutes(61), token)).toMatchObject({ kind: 'ended' })
})

test('the refresh token can’t be read in the database', async () => {
  await aStaffSession(inMinutes(0), {
    subject: 'canary',
    providerGroups: ['grp-miljo'],
    refreshToken: 'canary-77ab1f',
  })
  const [all] = await database.query<{ text: string }>(
    `select string_agg(s::text || encode(coalesce(refresh_sealed, ''), 'escape'), ' ') as text from identity.session s`,
  )
  expect(all?.text).not.toContain('canary-77ab1f')
})
