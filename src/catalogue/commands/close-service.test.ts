import { expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { type Actor, anonymous, type StaffMember, system } from '../../platform/actor.ts'
import { hours, later } from '../../platform/clock.ts'
import type { Event } from '../../platform/events/event.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { cataloguePage } from '../pages/catalogue.tsx'
import { openingPage } from '../pages/opening.tsx'
import { servicePage as servicePageOf } from '../pages/service.tsx'
import { servicesToClosePage } from '../pages/services-to-close.tsx'
import { getStanding } from '../queries/get-standing.ts'
import { aService } from '../testing/a-service.ts'
import { closeService, reopenService } from './close-service.ts'

const db = await testDatabase()
const servicePage = servicePageOf({ describeBlankForms: async () => [] })
const worker: StaffMember = {
  kind: 'staff',
  id: testTenants.nordby,
  sessionId: 's',
  name: 'Hugo Berg',
  groups: ['gata-park'],
  rights: [],
}
const alma: StaffMember = { ...worker, name: 'Alma', rights: ['administrate'] }
const asAlma = db.context({ actor: alma })
const now = new Date('2027-02-20T12:00:00Z')
const at = (when: Date, actor: Actor = anonymous) => db.context({ actor, clock: { now: () => when } })

test.each([worker, anonymous, system])('$kind can neither close nor open', async (actor) => {
  const { shortName } = await aService(db.context(), { shortName: 'stangs-ej' })
  const ctx = db.context({ actor })
  await expect(closeService(ctx, { shortName })).rejects.toMatchObject({ code: 'not-found' })
  await expect(reopenService(ctx, shortName)).rejects.toMatchObject({ code: 'not-found' })
})

test('an administrator closes until further notice and opens again; both are recorded; not in the twin municipality', async () => {
  const events: Event[] = []
  const service = await aService(db.context(), { shortName: 'for-hand' })
  const ctx = db.context({ actor: alma, sink: async (_ctx, _tx, happened) => void events.push(...happened) })
  expect(await closeService(ctx, { shortName: 'for-hand' })).toMatchObject({ ok: true })
  expect((await getStanding(ctx, service)).opening).toMatchObject({ kind: 'closed', opens: undefined })
  await reopenService(ctx, 'for-hand')
  expect((await getStanding(ctx, service)).opening).toMatchObject({ kind: 'open', until: undefined })
  expect(events.map(({ type, subject }) => [type, subject])).toEqual([
    ['service.closed', service.serviceId],
    ['service.reopened', service.serviceId],
  ])
  const twin = db.context({ actor: alma, tenant: testTenants.nordby })
  await expect(closeService(twin, { shortName: 'for-hand' })).rejects.toMatchObject({ code: 'not-found' })
})

test('until an instant: it opens by itself; an instant that has been is refused', async () => {
  const service = await aService(db.context(), { shortName: 'till-en-tid' })
  const until = later(now, hours(2))
  expect(await closeService(at(now, alma), { shortName: 'till-en-tid', until })).toMatchObject({ ok: true })
  expect((await getStanding(at(now), service)).opening).toMatchObject({ kind: 'closed', opens: until })
  expect((await getStanding(at(until), service)).opening.kind).toBe('open')
  expect(await closeService(at(until, alma), { shortName: 'till-en-tid', until })).toEqual({ ok: false, error: 'past' })
})

const spring = { seasons: [{ from: '01-01', to: '02-25T23:59:59' }] }

test('start page and catalogue say when a service closes and opens', async () => {
  await aService(db.context(), { shortName: 'varens', open: spring })
  const page = async (when: string) =>
    await showPage(servicePage, at(new Date(when)), { params: { service: 'varens' } })
  expect(await page('2027-02-20T12:00:00Z')).toContain('Stänger 25 februari kl. 23.59')
  const closed = await page('2027-02-25T23:00:00Z')
  expect(closed).toContain('Öppnar 1 januari')
  expect(closed).toContain('Ansökan är stängd. Nästa period öppnar 1 januari.')
  expect(closed).not.toContain('Starta e-tjänsten')
  const list = async (when: string) => await showPage(cataloguePage, at(new Date(when)), { query: { omrade: 'prov' } })
  expect(await list('2027-02-20T12:00:00Z')).toContain('Stänger 25 februari kl. 23.59')
  expect(await list('2027-03-20T12:00:00Z')).toContain('Öppnar 1 januari')
})

test('a service closed by hand says so in the same words', async () => {
  await aService(db.context(), { shortName: 'samma-ord' })
  await closeService(at(now, alma), { shortName: 'samma-ord', until: new Date('2027-06-30T22:00:00Z') })
  expect(await showPage(servicePage, at(now), { params: { service: 'samma-ord' } })).toContain(
    'Ansökan är stängd. Nästa period öppnar 1 juli.',
  )
})

test('who may use it stands on the start page, and why somebody could not', async () => {
  await aService(db.context(), { shortName: 'for-vuxna', open: { minimumAge: 18, residence: 'here' } })
  const ask = async (query = {}) => await showPage(servicePage, at(now), { params: { service: 'for-vuxna' }, query })
  expect(await ask()).toContain('Du som har fyllt 18 år och är folkbokförd i kommunen.')
  expect(await ask({ hinder: 'alder' })).toContain('Du behöver ha fyllt 18 år för att använda e-tjänsten.')
  expect(await ask({ hinder: 'bostad' })).toContain('Enligt folkbokföringen bor du i en annan kommun.')
})

test('an administrator finds each e-service and how it stands, and nobody else does', async () => {
  await aService(db.context(), { shortName: 'i-listan' })
  const show = async (actor: Actor) => await showPage(servicesToClosePage, at(now, actor))
  const row = async () => /i-listan\/oppet.*?<\/tr>/s.exec(await show(alma))?.[0] ?? ''
  expect(await row()).toMatch(/Öppen.*Tills vidare/s)
  await closeService(at(now, alma), { shortName: 'i-listan', until: new Date('2027-06-30T22:00:00Z') })
  expect(await row()).toMatch(/Stängd.*Öppnar 1 juli/s)
  for (const actor of [worker, anonymous]) await expect(show(actor)).rejects.toMatchObject({ code: 'not-found' })
})

test('to an administrator a service whose last period is over is closed, not open until further notice', async () => {
  await aService(db.context(), { shortName: 'var-en-gang', open: { periods: [{ to: '2027-01-31' }] } })
  const row = /var-en-gang\/oppet.*?<\/tr>/s.exec(await showPage(servicesToClosePage, at(now, alma)))?.[0] ?? ''
  expect(row).toMatch(/Stängd<.*Stängd för tillfället/s)
  expect(row).not.toContain('Tills vidare')
})

test('the page of an administrator closes and opens', async () => {
  await aService(db.context(), { shortName: 'pa-sidan' })
  const asked = {
    ctx: asAlma,
    params: { service: 'pa-sidan' },
    query: {},
    request: aRequest(),
  }
  const post = async (gor: string, till = '') => await openingPage.post?.({ ...asked, body: { gor, till }, files: [] })
  const show = async () => await showPage(openingPage, asAlma, { params: { service: 'pa-sidan' } })
  expect(await post('stang', 'i morgon')).toMatchObject({ kind: 'view', status: 422 })
  expect(await post('stang', '2001-01-01 08:00')).toMatchObject({ kind: 'view', status: 422 })
  expect(await show()).toContain('E-tjänsten är öppen.')
  expect(await post('stang')).toMatchObject({ kind: 'redirect' })
  expect(await show()).toContain('Ansökan är stängd.')
  expect(await post('oppna')).toMatchObject({ kind: 'redirect' })
  expect(await show()).toContain('E-tjänsten är öppen.')
  await expect(
    showPage(openingPage, db.context({ actor: worker }), { params: { service: 'pa-sidan' } }),
  ).rejects.toMatchObject({ code: 'not-found' })
})
