import { expect, test } from 'vitest'
import { askPage, htmlOf, targetOf } from '../../../tests/support/ask-page.tsx'
import { cookieNames } from '../../platform/http/cookies.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { listOwnSessions } from '../queries/list-own-sessions.ts'
import { aCitizenSession, aStaffSession } from '../testing/a-session.ts'
import { sessionPages } from './logout.ts'

const database = await testDatabase()
const ctx = database.context()
const cookies = cookieNames(4000)
const pages = sessionPages({ cookies })
const path = '/mina-sidor/uppgifter/inloggningar'

test('the list is for citizens, and nobody ends another person’s session there', async () => {
  await expect(askPage(pages, ctx, path)).rejects.toMatchObject({ code: 'not-found' })
  const ada = await aCitizenSession(ctx, '199001012385')
  const bo = await aCitizenSession(ctx, '198001139297')
  const form = { inloggning: ada.ctx.actor.sessionId }
  await expect(askPage(pages, bo.ctx, path, { form })).rejects.toMatchObject({ code: 'not-found' })
  expect(await listOwnSessions(ada.ctx)).toHaveLength(1)
})

test('it says in plain words where and how, marks this one, and ends another', async () => {
  const number = '195501142284'
  const here = await aCitizenSession(ctx, number, { browser: 'Firefox/Windows' })
  const there = await aCitizenSession(ctx, number, { browser: 'Safari/iPhone' })
  const html = htmlOf(await askPage(pages, here.ctx, path), here.ctx)
  expect(html).toContain('Firefox på Windows')
  expect(html).toMatch(/Inloggad \d.* kl\. .* med e-legitimation, tillitsnivå 3/)
  expect(html.match(/Den här inloggningen<\/span>/g)).toHaveLength(1)
  const ended = await askPage(pages, here.ctx, path, { form: { inloggning: there.ctx.actor.sessionId } })
  expect(targetOf(ended)).toBe(`${path}?klart=ja`)
  expect(htmlOf(await askPage(pages, here.ctx, path, { query: { klart: 'ja' } }), here.ctx)).not.toContain('iPhone')
})

test.each([
  ['this one', async (own: string) => ({ inloggning: own })],
  ['all', async () => ({ alla: 'ja' })],
] as const)('ending %s logs out', async (_which, formOf) => {
  const { ctx: own } = await aCitizenSession(ctx, '199501012380')
  const out = await askPage(pages, own, path, { form: await formOf(own.actor.sessionId) })
  expect(out).toMatchObject({
    kind: 'redirect',
    to: '/utloggad',
    clearSiteData: true,
    cookies: [{ name: cookies.citizen, value: undefined }],
  })
  expect(await listOwnSessions(own)).toEqual([])
})

test('a staff member who logs out stays logged in as a resident, and the other way round', async () => {
  const staff = await aStaffSession(ctx, { subject: 'hugo', providerGroups: ['grp-miljo'], refreshToken: undefined })
  const person = await aCitizenSession(ctx, '199001012385')
  for (const [who, of, to, cookie] of [
    [staff.ctx, '/handlaggning/logga-ut', '/handlaggning/utloggad', cookies.staff],
    [person.ctx, '/logga-ut', '/utloggad', cookies.citizen],
  ] as const) {
    expect(await askPage(pages, who, of, { form: {} })).toMatchObject({
      to,
      clearSiteData: true,
      cookies: [{ name: cookie, value: undefined }],
    })
  }
})

test('the page that says so tells other tabs, but not when somebody is logged in and only followed a link to it', async () => {
  const { ctx: own } = await aCitizenSession(ctx, '199001012385')
  const staff = await aStaffSession(ctx, { subject: 'hugo', providerGroups: ['grp-miljo'], refreshToken: undefined })
  for (const [reader, of, tells] of [
    [ctx, '/utloggad', '<session-over area="citizen">'],
    [ctx, '/handlaggning/utloggad', '<session-over area="staff">'],
    [own, '/utloggad', undefined],
    [staff.ctx, '/handlaggning/utloggad', undefined],
  ] as const) {
    const html = htmlOf(await askPage(pages, reader, of), reader)
    if (tells) expect(html).toContain(tells)
    else expect(html).not.toContain('session-over')
  }
})
