import { describe, expect, test } from 'vitest'
import { getDraft } from '../../drafts/public.ts'
import { aCitizen, aDraft, aVisitor } from '../../drafts/testing/a-draft.ts'
import { aPerson } from '../../people/testing/a-person.ts'
import { anonymous } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { changeStatus } from '../commands/change-status.ts'
import { requestSupplement } from '../commands/request-supplement.ts'
import { startSupplementDraft } from '../commands/start-supplement-draft.ts'
import { takeCase } from '../commands/take-case.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { aCase, aFilledDraft, aFormService, aHandler, anOpenService, fillIn, send } from '../testing/a-case.ts'
import { ask, html, target } from '../testing/ask.tsx'

const database = await testDatabase()
const ada = database.context({ actor: await aCitizen(database) })
const bo = database.context({ actor: await aCitizen(database) })
const visitor = database.context({ actor: aVisitor() })
const hugo = database.context({ actor: await aHandler(database) })

const review = (draft: string) => `/utkast/${draft}/granska`
const of = (caseId: string, rest = '') => `/mina-sidor/arenden/${caseId}${rest}`
const shown = async (ctx: Context, path: string) => html(await ask(ctx, path))
const wait = async (caseId: string, version = 1) =>
  await requestSupplement(hugo, { caseId, version, text: 'Var på gatan?\nRita gärna.', until: '2099-03-03' })

async function supplementDraft(caseId: string): Promise<string> {
  const started = await startSupplementDraft(ada, caseId)
  if (!started.ok) throw new Error(started.error)
  return started.value.id
}

describe('"Granska"', () => {
  test('is the owner’s alone; somebody whose session has ended is led to the login and back', async () => {
    const path = review(await aFilledDraft(ada))
    for (const ctx of [bo, visitor, hugo, database.context({ actor: anonymous })]) {
      for (const post of [false, true]) {
        await expect(ask(ctx, path, { post })).rejects.toMatchObject({ code: 'not-found' })
      }
    }
    expect(target(await ask(visitor, path, { cookies: { ended: 'yes' } }))).toBe(`/logga-in?till=${path}`)
    expect(target(await ask(visitor, path, { cookies: { ended: 'yes' }, post: true }))).toBe(`/logga-in?till=${path}`)
  })

  test('shows every answer with the way back to its step, what sending means, and the button', async () => {
    const draft = await aFilledDraft(ada, { typed: { plats: 'Vid <ån>' }, files: ['karta.pdf'] })
    const page = await shown(ada, review(draft))
    expect(page).toContain('Vid &lt;ån>')
    expect(page).toContain('karta.pdf')
    expect(page).toContain(`<a class="row-link" href="/utkast/${draft}/fragor" aria-label="Ändra, Frågor">Ändra`)
    expect(page).toContain(`<a class="row-link" href="/utkast/${draft}/bilagor" aria-label="Ändra, Bilagor">Ändra`)
    expect(page).toContain('När du väljer ”Skicka in” kommer ärendet in till kommunen.')
    expect(page).toMatch(/<form method="post" action="[^"]*\/granska">.*Skicka in/s)
  })

  test('leads back to the steps where something is missing, and sends nothing', async () => {
    const { id } = await aDraft(ada, { service: await aFormService(ada) })
    const before = html(await ask(ada, review(id)))
    expect(before).toContain('<title>Fel: ')
    const refused = await ask(ada, review(id), { post: true })
    expect(refused).toMatchObject({ kind: 'view', status: 422 })
    expect(html(refused)).toMatch(
      new RegExp(`role="alert".*href="/utkast/${id}/fragor">Frågor: 1 uppgift att rätta`, 's'),
    )
    expect((await getDraft(ada, id)).state).toBe('open')
  })

  test('sends once, and leads to the receipt from then on', async () => {
    const draft = await aFilledDraft(ada)
    const to = target(await ask(ada, review(draft), { post: true }))
    expect(to).toMatch(/^\/mina-sidor\/arenden\/[\w-]+\/kvittens$/)
    expect(target(await ask(ada, review(draft), { post: true }))).toBe(to)
    expect(target(await ask(ada, review(draft)))).toBe(to)
  })

  test('of a supplement says what was asked for, and that the case has gone on when it has', async () => {
    const { caseId } = await aCase(ada)
    await wait(caseId)
    const draft = await supplementDraft(caseId)
    const page = await shown(ada, review(draft))
    expect(page).toContain('Var på gatan?')
    expect(page).toContain('ersätter de här svaren dem du skickade in förut')
    await changeStatus(hugo, { caseId, version: 2, status: 'under-handlaggning' })
    const refused = await ask(ada, review(draft), { post: true })
    expect(refused).toMatchObject({ kind: 'view', status: 409 })
    expect(html(refused)).toContain('Ärendet kan inte kompletteras längre')
  })
})

describe('the receipt', () => {
  test('tells who may not be known again to keep the number, and nobody else', async () => {
    const prid = 'DE:4f2a9c01e77b'
    const foreign = { prid, persistence: 'C' } as const
    const erika = database.context({ actor: await aPerson(database, prid, { scheme: 'prid', foreign }) })
    for (const [ctx, isTold] of [
      [erika, true],
      [ada, false],
    ] as const) {
      const { caseId } = await aCase(ctx)
      expect((await shown(ctx, of(caseId, '/kvittens'))).includes('Skriv upp ärendenumren.')).toBe(isTold)
    }
  })

  test('of a citizen says number, time and what happens next', async () => {
    const { caseId, number } = await aCase(ada)
    const page = await shown(ada, of(caseId, '/kvittens'))
    expect(page).toMatch(/<h1[^>]*>Vi har nu mottagit ditt ärende!<\/h1>/)
    expect(page).toContain(number)
    expect(page).toContain(`href="${of(caseId, '/pdf')}"`)
    expect(page).toContain('Det är inkommet.')
    await expect(ask(bo, of(caseId, '/kvittens'))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of a supplement says that it was one', async () => {
    const { caseId } = await aCase(ada)
    await wait(caseId)
    await send(ada, await supplementDraft(caseId))
    expect(await shown(ada, of(caseId, '/kvittens'))).toContain('Vi har nu mottagit din komplettering!')
  })

  test('of a visitor says number and time, thanks as the service wants, and gives the copy in the same visit alone', async () => {
    const service = await anOpenService(visitor, { shortName: 'tack', receipt: 'thanks' })
    const draft = await aFilledDraft(visitor, { service, typed: { plats: 'Hemliga gatan 3' } })
    const to = target(await ask(visitor, review(draft), { post: true }))
    expect(to).toMatch(/^\/kvittens\/[\w-]{43}$/)
    const own = await shown(visitor, to)
    expect(own).toMatch(/<h1[^>]*>Tack för att du använder vår e-tjänst<\/h1>/)
    expect(own).toContain(`href="${to}/pdf"`)
    const others = await shown(database.context({ actor: anonymous }), to)
    expect(others).not.toContain('/pdf')
    for (const page of [own, others]) {
      expect(page).not.toContain('Hemliga gatan')
      expect(page).not.toContain('Provtjänst')
    }
    await expect(ask(visitor, `/kvittens/${'x'.repeat(43)}`)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a case', () => {
  test.each(['', '/historik', '/visa', '/kvittens'])('has its page %s for its parties alone', async (page) => {
    const { caseId } = await aCase(ada)
    expect(await shown(ada, of(caseId, page))).toContain('<h1')
    for (const ctx of [bo, visitor, hugo]) {
      await expect(ask(ctx, of(caseId, page))).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('shows where it is, what comes next, who handles it, and what is unread', async () => {
    const { caseId, number } = await aCase(ada)
    await takeCase(hugo, { caseId, version: 1 })
    await changeStatus(hugo, { caseId, version: 2, status: 'under-handlaggning' })
    const page = await shown(ada, of(caseId))
    expect(page).toContain(`Ärende ${number}`)
    expect(page).toContain('Handläggare: Hugo Berg')
    expect(page).toMatch(/Meddelanden<span class="tab-note"> \(1 nytt\)/)
    expect(page).toMatch(/inkommet.*under-handlaggning.*Det är under-handlaggning\..*is-next.*beslut-fattat.*En dag\./s)
    expect(page).not.toContain('Ändra ärende')
  })

  test('has "Ändra ärende", the day and what happens if it passes, while it waits and only then', async () => {
    const { caseId } = await aCase(ada)
    expect(target(await ask(ada, of(caseId, '/andra'), { post: true }))).toBe(`${of(caseId)}?andra=nej`)
    expect(html(await ask(ada, of(caseId), { query: { andra: 'nej' } }))).toContain(
      'väntar inte längre på komplettering',
    )
    await wait(caseId)
    const page = await shown(ada, of(caseId))
    expect(page).toContain('Var på gatan?\nRita gärna.')
    expect(page).toContain('Komplettera senast 3 mars 2099.')
    expect(page).toContain('kan vi avgöra ärendet utan den')
    expect(page).toMatch(/action="[^"]*\/andra">.*Ändra ärende/s)
    expect(target(await ask(ada, of(caseId, '/andra')))).toBe(of(caseId))
    expect(target(await ask(ada, of(caseId, '/andra'), { post: true }))).toMatch(/^\/utkast\/[\w-]+\/fragor$/)
    const late = { ...ada, clock: { now: () => new Date('2099-03-03T23:30:00Z') } }
    expect(await shown(late, of(caseId))).toContain('Sista dagen var 3 mars 2099.')
  })

  test('tells in its history who did what, without the names of staff', async () => {
    const service = await aFormService(ada, { shortName: 'namnlos', showCaseWorker: false })
    const { caseId } = await aCase(ada, { service })
    await takeCase(hugo, { caseId, version: 1 })
    await wait(caseId, 2)
    const page = await shown(ada, of(caseId, '/historik'))
    expect(page).toMatch(/Komplettering begärd.*Kommunen.*Senast 3 mars 2099\.\nVar på gatan\?.*Ärendet kom in.*Du/s)
    expect(page).not.toContain('Hugo')
  })

  test('shows the copy as sent, what a supplement changed, and its files to download on both sides', async () => {
    const { caseId } = await aCase(ada, { typed: { plats: 'Storgatan 1' }, files: ['karta.pdf'] })
    await wait(caseId)
    const draft = await supplementDraft(caseId)
    await fillIn(ada, draft, { typed: { plats: 'Storgatan 11' } })
    await send(ada, draft)
    const page = await shown(ada, of(caseId, '/visa'))
    expect(page).toMatch(
      /Det här ändrades.*Storgatan 1<.*Storgatan 11<.*Så ser ärendet ut nu.*Storgatan 11<.*Som det skickades in/s,
    )
    const fileId = (await listSubmissions(ada, caseId))[1]?.attachments[0]?.fileId ?? ''
    const path = of(caseId, `/bilagor/${fileId}`)
    expect(page).toContain(`href="${path}"`)
    expect(await ask(ada, path)).toMatchObject({ kind: 'download', name: 'karta.pdf', mediaType: 'application/pdf' })
    expect(await ask(hugo, `/handlaggning/arenden/${caseId}/bilagor/${fileId}`)).toMatchObject({ name: 'karta.pdf' })
    await expect(ask(bo, path)).rejects.toMatchObject({ code: 'not-found' })
    expect(
      await database.query(`select actor_kind from cases.event where case_id = $1 and type = 'case.read'`, [caseId]),
    ).toEqual([{ actor_kind: 'staff' }])
  })
})
