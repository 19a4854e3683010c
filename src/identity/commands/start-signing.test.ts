import { beforeAll, expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { cookieNames } from '../../platform/http/cookies.ts'
import { failed, ok } from '../../platform/result.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { getTenant } from '../../tenants/public.ts'
import { forgetExpired } from '../jobs/forget-expired.ts'
import type { Collected, HasSigned, Kept, OrderMethod, OrderView } from '../methods/method.ts'
import { letIn } from '../pages/way-in.ts'
import type { IdentityPorts } from '../ports.ts'
import { findOrder } from '../queries/find-order.ts'
import { findSigned } from '../queries/find-signed.ts'
import { listFinishable } from '../queries/list-finishable.ts'
import type { SigningOutcome } from '../signing.ts'
import { clearOutcome } from './clear-outcome.ts'
import { collectOrder } from './collect-order.ts'
import { placedAnew, startSigning } from './start-signing.ts'
import { takeFinishable } from './take-finishable.ts'
import { takeIdentity } from './take-identity.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const cookies = cookieNames(4000)
const what = { subject: { kind: 'application', draft: 'a-draft' } }
const signature = { evidence: 'what the issuer has signed: Kanarina' }
const complete: Collected<HasSigned> = { kind: 'complete', signature }

const at = (milliseconds: number) => {
  const now = later(new Date(), milliseconds)
  return database.context({ clock: { now: () => now } })
}

/** An app that has signed as soon as it is asked, and a domain that keeps what it is given. */
function aSigning({ mayPlace = true } = {}) {
  const finished: SigningOutcome[] = []
  const asked: unknown[] = []
  const cancelled: unknown[] = []
  const order = {
    kind: 'order',
    collectEvery: 0,
    leadsBack: true,
    ended: () => undefined,
    cancel: async (_ctx: Context, taken: Kept) => void cancelled.push(taken),
    view: (): OrderView => ({ message: 'login.title', qr: undefined, launch: undefined }),
  } as const
  const place: OrderMethod['place'] = async (_ctx, { returnUrl }) =>
    mayPlace ? ok({ ref: 'an-order', returnUrl }) : failed({ reason: 'in-progress', code: 'app-busy' })
  const login: OrderMethod = { ...order, place, collect: async () => ({ kind: 'pending', hint: 'login' }) }
  const ports: IdentityPorts = {
    methods: { find: (_tenant, name) => (name === 'app' ? login : undefined) },
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
      method: (_tenant, _name, of) => {
        asked.push(of)
        return { ...order, place, collect: async () => complete }
      },
      ended: () => undefined,
      finish: async (ctx, { transaction, outcome }) => {
        finished.push(outcome)
        const asSystem = actingAs(ctx, system)
        await inTransaction(asSystem, async (tx) => await clearOutcome(asSystem, tx, transaction))
        return '/kvitto'
      },
    },
  }
  return { ports, finished, asked, cancelled }
}

const request = (secret?: string) =>
  aRequest({
    path: '/signera/a-draft/med/app?x=1',
    origin: 'http://localhost:4000',
    cookies: secret ? { [cookies.login]: secret } : {},
  })

async function start(ports: IdentityPorts, method = 'app', secret?: string) {
  const answer = await startSigning(database.context(), ports, request(secret), {
    method,
    device: 'this',
    what,
    binding: { digest: 'ab', message: 'text', signer: { scheme: 'swedish-number', number: '199001012385' } },
    returnTo: '/signera/a-draft/underskrift',
  })
  if (answer.kind !== 'redirect') throw new Error('no redirect')
  return { to: answer.to, secret: answer.cookies[0]?.value }
}

async function signed(ports: IdentityPorts): Promise<string> {
  const { secret = '' } = await start(ports)
  const browser = { secret, ip: '127.0.0.1', userAgent: undefined, host: 'localhost' }
  const tenant = await getTenant(database.context())
  await collectOrder(at(1_000), (name, of) => of && ports.signing.method(tenant, name, of), browser)
  return secret
}

test('an order that signs waits where all do; the app is told what is signed, and leads back without a secret', async () => {
  const { ports, asked } = aSigning()
  const { to, secret } = await start(ports)
  expect(to).toBe('/logga-in/pagar')
  expect(asked).toEqual([what])
  expect(await findOrder(database.context(), secret)).toMatchObject({
    kind: 'waiting',
    purpose: 'sign',
    what,
    begunAt: '/signera/a-draft/med/app',
    order: { ref: 'an-order', returnUrl: 'http://localhost:4000/logga-in/pagar' },
  })
})

test('an order that is placed anew, as for another device, takes the place of the one before', async () => {
  const { ports, cancelled } = aSigning()
  const { secret: first } = await start(ports)
  const { secret: second } = await start(ports, 'app', first)
  expect(cancelled).toMatchObject([{ ref: 'an-order' }])
  expect(await findOrder(database.context(), first)).toMatchObject({ kind: 'over', code: placedAnew })
  expect(await findOrder(database.context(), second)).toMatchObject({ kind: 'waiting' })
})

test('what the issuer says is kept sealed, lets nobody in, and is put once, however often the page is loaded', async () => {
  const { ports, finished } = aSigning()
  const secret = await signed(ports)
  const ctx = database.context()
  const kept = await findSigned(ctx, secret)
  expect(kept?.outcome).toEqual({ by: 'order', method: 'app', what, signature })
  const [row] = await database.query<{ text: string }>(
    'select t::text as text from identity.eid_transaction t where transaction_id = $1',
    [kept?.transaction],
  )
  expect(row?.text).not.toContain(Buffer.from('Kanarina').toString('hex'))
  expect(await takeIdentity(ctx, secret)).toBeUndefined()

  expect(await letIn(ctx, ports, request(secret))).toMatchObject({ to: '/kvitto' })
  expect(await letIn(ctx, ports, request(secret))).toMatchObject({ to: '/signera/a-draft/underskrift' })
  expect(finished).toHaveLength(1)
})

test('a signature that nobody has put is found by the job after half a minute, and outlives its transaction until it is put', async () => {
  const { ports } = aSigning()
  const secret = await signed(ports)
  const transaction = (await findSigned(database.context(), secret))?.transaction ?? ''
  const found = async (when: number) => (await listFinishable(at(when))).map((one) => one.transaction)
  expect(await found(0)).not.toContain(transaction)
  expect(await found(31_000)).toContain(transaction)

  const dayAfter = actingAs(at(minutes(24 * 60)), system)
  await forgetExpired.perform(dayAfter)
  expect(await found(minutes(24 * 60))).toContain(transaction)
  await inTransaction(dayAfter, async (tx) => await clearOutcome(dayAfter, tx, transaction))
  expect(await found(minutes(24 * 60))).not.toContain(transaction)
  await forgetExpired.perform(dayAfter)
  expect(
    await database.query('select 1 from identity.eid_transaction where transaction_id = $1', [transaction]),
  ).toEqual([])
})

test('one that can’t be read is listed as the others are, keeps nobody waiting, and is tried again later and later', async () => {
  const { ports } = aSigning()
  const ids: string[] = []
  for (const _each of [1, 2]) {
    const signing = await findSigned(database.context(), await signed(ports))
    ids.push(signing?.transaction ?? '')
  }
  const [broken, good] = ids
  await database.query('update identity.eid_transaction set outcome_sealed = $2 where transaction_id = $1', [
    broken,
    Buffer.from('not sealed by anybody'),
  ])
  const dueAt = async (after: number) =>
    (await listFinishable(at(after))).filter(({ transaction }) => ids.includes(transaction))
  const tryAt = async (after: number, which: string | undefined) => {
    const found = (await dueAt(after)).find(({ transaction }) => transaction === which)
    return found && (await takeFinishable(at(after), found))
  }
  const minute = minutes(1)
  expect(await dueAt(minute)).toHaveLength(2)
  await expect(tryAt(minute, broken)).rejects.toThrow()
  expect(await tryAt(minute, good)).toMatchObject({ method: 'app', what })
  await expect(tryAt(2 * minute, broken)).rejects.toThrow()
  // The second time it failed: a minute more, then three.
  expect((await dueAt(2 * minute)).map(({ transaction }) => transaction)).toEqual([good])
  await expect(tryAt(3.1 * minute, broken)).rejects.toThrow()
  expect((await dueAt(5 * minute)).map(({ transaction }) => transaction)).toEqual([good])
  expect(await dueAt(7 * minute)).toMatchObject([{ attempts: 1 }, { transaction: broken, attempts: 3 }])
})

test('of two workers that have listed it at once, one takes it', async () => {
  const { ports } = aSigning()
  const signing = await findSigned(database.context(), await signed(ports))
  const listed = (await listFinishable(at(31_000))).find(({ transaction }) => transaction === signing?.transaction)
  if (!listed) throw new Error('not listed')
  const taken = await Promise.all([1, 2, 3].map(async () => await takeFinishable(at(31_000), listed)))
  expect(taken.filter((outcome) => outcome !== undefined)).toHaveLength(1)
})

test('an order that can’t be placed leads back to where it was begun, with why', async () => {
  const { ports } = aSigning({ mayPlace: false })
  expect(await start(ports)).toMatchObject({ to: '/signera/a-draft/underskrift?fel=pagar-redan' })
})

test('a way that the municipality doesn’t have is not found', async () => {
  await expect(start(aSigning().ports, 'another')).rejects.toMatchObject({ code: 'not-found' })
})
