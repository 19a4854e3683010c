import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ada, sampleFrame } from '../../../tests/support/frame.ts'
import { aService } from '../../catalogue/testing/a-service.ts'
import { anonymous, visitorIdOf } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import type { Page, PostedForm } from '../../platform/http/page.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { FrameProvider } from '../../ui/frame.ts'
import { markSent } from '../commands/mark-sent.ts'
import { saveStep } from '../commands/save-step.ts'
import { startSupplement } from '../commands/start-supplement.ts'
import type { DraftPorts } from '../ports.ts'
import { draftPages } from '../public.ts'
import { getDraft } from '../queries/get-draft.ts'
import { listMyDrafts } from '../queries/list-my-drafts.ts'
import { readSealed } from '../queries/read-sealed.ts'
import { aCitizen, aDraft, aPost, aStaffMember, aVisitor, someFacts } from '../testing/a-draft.ts'
import { aSealedDraft, sealAsItStands } from '../testing/a-sealed-draft.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })

const ports: DraftPorts = {
  readFacts: someFacts,
  beginLogin: async (_ctx, _request, wish) => redirect(`/logga-in?wish=${wish.service}`),
  afterSessionEnd: async (_ctx, request, post) =>
    request.cookie('ended') ? redirect(`/logga-in?kept=${post ? JSON.stringify(post.form) : 'nothing'}`) : undefined,
  lookUpOrganisation: async () => undefined,
  findPlaces: async () => ({ kind: 'unavailable' }),
  findSent: async (_ctx, draft) => `/sent/${draft}`,
  findSupplementRequest: async () => ({ text: 'Bifoga ett intyg.', until: '2027-03-03' }),
  visitorCookie: 'visitor',
}
const pages = draftPages(ports)

type Asked = {
  readonly as?: Context
  readonly post?: PostedForm
  readonly query?: Readonly<Record<string, string>>
  readonly cookies?: Readonly<Record<string, string>>
}

/** Asks a page by its address, as the web server would. */
async function ask(path: string, { as = ctx, post, query = {}, cookies = {} }: Asked = {}): Promise<Answer> {
  const [page, params] = find(path)
  const request = aRequest({ path, cookies })
  const asked = { ctx: as, params: page.params.parse(params), query: page.query.parse(query), request }
  const answer = post ? await page.post?.({ ...asked, body: post, files: [] }) : await page.get?.(asked)
  if (!answer) throw new Error('The page has no such method')
  return 'kind' in answer ? answer : { kind: 'view', body: answer, status: 200, cookies: [], fragment: false }
}

function find(path: string): readonly [Page, Readonly<Record<string, string>>] {
  for (const page of pages) {
    const pattern = new RegExp(`^${page.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
    const match = pattern.exec(path)
    const isStep = match?.groups?.step === 'ta-bort'
    if (match && !isStep) return [page, { ...match.groups }]
  }
  throw new Error(`No page has the address ${path}`)
}

const html = (answer: Answer): string =>
  answer.kind === 'view'
    ? renderToString(<FrameProvider value={sampleFrame({ reader: ada })}>{answer.body}</FrameProvider>)
    : `${answer.kind}`

const typedIn = async (draft: string) => {
  const found = await getDraft(ctx, draft)
  return found.state === 'open' ? found.typed : undefined
}

test.each([
  ['somebody else', { actor: await aCitizen(database) }],
  ['a visitor', { actor: aVisitor() }],
  ['nobody', { actor: anonymous }],
  ['staff', { actor: aStaffMember() }],
])('for %s none of the pages of a draft exists', async (_who, who) => {
  const { id } = await aDraft(ctx)
  const as = database.context(who)
  const post = aPost({ namn: 'x' })
  for (const path of ['fragor', 'fragor/sparat', 'ta-bort']) {
    await expect(ask(`/utkast/${id}/${path}`, { as })).rejects.toMatchObject({ code: 'not-found' })
  }
  for (const path of ['fragor', 'fragor/autospara', 'ta-bort']) {
    await expect(ask(`/utkast/${id}/${path}`, { as, post })).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('starting an e-service leads to its first step, filled in', async () => {
  const service = await aService(ctx, {})
  const started = await ask(`/e-tjanster/${service.shortName}/starta`, { post: {} })
  const [draft] = await listMyDrafts(ctx)
  expect(started).toMatchObject({ kind: 'redirect', to: `/utkast/${draft?.id}/fragor` })
  const page = html(await ask(`/utkast/${draft?.id}/fragor`))
  expect(page).toContain('Provtjänst · Steg 1 av 3')
  expect(page).toContain('value="ada@prov.example"')
})

test('starting an e-service that needs a login asks for it, and remembers the wish', async () => {
  const { shortName } = await aService(ctx, {})
  const started = await ask(`/e-tjanster/${shortName}/starta`, { as: database.context(), post: {} })
  expect(started).toMatchObject({ kind: 'redirect', to: `/logga-in?wish=${shortName}` })
})

test('who may choose is asked to log in only when they have chosen to', async () => {
  const { shortName } = await aService(ctx, { shortName: 'valfri', login: 'optional', loginChoice: { sv: 'Välj.' } })
  const as = database.context()
  const withLogin = await ask(`/e-tjanster/${shortName}/starta`, { as, post: { inloggning: 'ja' } })
  expect(withLogin).toMatchObject({ kind: 'redirect', to: `/logga-in?wish=${shortName}` })
  const without = await ask(`/e-tjanster/${shortName}/starta`, { as, post: { inloggning: 'nej' } })
  expect(without).toMatchObject({ kind: 'redirect', to: expect.stringMatching(/^\/utkast\//) })
})

test('an e-service that does not exist can’t be started', async () => {
  await expect(ask('/e-tjanster/finns-inte/starta', { post: {} })).rejects.toMatchObject({ code: 'not-found' })
})

test('a visitor gets a cookie that opens their draft, and keeps it in the next one', async () => {
  await aDraft(database.context({ actor: aVisitor() }))
  const started = await ask('/e-tjanster/utan-inloggning/starta', { as: database.context(), post: {} })
  if (started.kind !== 'redirect') throw new Error('Not started')
  const [cookie] = started.cookies
  expect(cookie).toMatchObject({ name: 'visitor', maxAgeSeconds: 24 * 3600 })
  const cookies = { visitor: cookie?.value ?? '' }
  const as = database.context({ actor: { kind: 'visitor', id: visitorIdOf(cookies.visitor) } })
  const page = html(await ask(started.to, { as, cookies }))
  expect(page).not.toContain('value="spara"')
  const again = await ask('/e-tjanster/utan-inloggning/starta', { as, cookies, post: {} })
  expect(again).toMatchObject({ cookies: [{ value: cookies.visitor }] })
})

test('"Nästa" with a mandatory question empty shows it, keeps what was typed, and saves it', async () => {
  const { id } = await aDraft(ctx)
  const answer = await ask(`/utkast/${id}/fragor`, {
    post: aPost({ namn: '', fler: 'yes', mer: 'Mitt svar' }, { action: 'nasta' }),
  })
  expect(answer).toMatchObject({ kind: 'view', status: 422 })
  const page = html(answer)
  expect(page).toContain('<title>Fel: Frågor')
  expect(page).toContain('href="#q-namn"')
  expect(page).toContain('Mitt svar')
  expect(await typedIn(id)).toMatchObject({ fler: 'yes', mer: 'Mitt svar' })
})

test('"Nästa" leads on, "Föregående" back, saved both ways and never validated on the way back', async () => {
  const { id } = await aDraft(ctx)
  const next = await ask(`/utkast/${id}/fragor`, { post: aPost({ namn: 'Ada' }, { action: 'nasta' }) })
  expect(next).toMatchObject({ kind: 'redirect', to: `/utkast/${id}/bilagor` })
  expect(await getDraft(ctx, id)).toMatchObject({ step: 'bilagor' })
  const back = await ask(`/utkast/${id}/bilagor`, { post: aPost({}, { action: 'foregaende', revision: 1 }) })
  expect(back).toMatchObject({ to: `/utkast/${id}/fragor` })
  const empty = await ask(`/utkast/${id}/fragor`, { post: aPost({ namn: '' }, { action: 'foregaende', revision: 9 }) })
  expect(empty).toMatchObject({ kind: 'redirect', to: `/utkast/${id}/fragor` })
  expect(await typedIn(id)).toMatchObject({ namn: '' })
})

test('"Spara" says that a saved application is not an incoming document', async () => {
  const { id } = await aDraft(ctx)
  const saved = await ask(`/utkast/${id}/fragor`, { post: aPost({ namn: '' }, { action: 'spara' }) })
  expect(saved).toMatchObject({ kind: 'redirect', to: `/utkast/${id}/fragor?sparat=ja` })
  expect(html(await ask(`/utkast/${id}/fragor`, { query: { sparat: 'ja' } }))).toContain('Din ansökan är sparad')
  const left = await ask(`/utkast/${id}/fragor`, { post: aPost({ namn: '' }, { action: 'spara-avsluta' }) })
  expect(left).toMatchObject({ to: `/utkast/${id}/fragor/sparat` })
  expect(html(await ask(`/utkast/${id}/fragor/sparat`))).toContain('En sparad ansökan är inte en inkommen handling.')
})

test('a step that is not reached yet, or does not exist, leads to one that is', async () => {
  const { id } = await aDraft(ctx)
  for (const step of ['bilagor', 'finns-inte', 'constructor']) {
    expect(await ask(`/utkast/${id}/${step}`)).toMatchObject({ kind: 'redirect', to: `/utkast/${id}/fragor` })
  }
})

test('a conflict shows both values and keeps the person’s own in the field', async () => {
  const { id } = await aDraft(ctx)
  await saveStep(ctx, { draft: id, step: 'fragor', posted: aPost({ namn: 'Det andra fönstret' }), by: 'button' })
  const answer = await ask(`/utkast/${id}/fragor`, { post: aPost({ namn: 'Det här fönstret' }, { action: 'nasta' }) })
  expect(answer).toMatchObject({ kind: 'view', status: 409 })
  const page = html(answer)
  expect(page).toContain('<blockquote>Det andra fönstret</blockquote>')
  expect(page).toContain('value="Det här fönstret"')
  expect(page).toContain('name="undecided" value="namn"')
  expect(await typedIn(id)).toMatchObject({ namn: 'Det andra fönstret' })
})

test('an autosave answers the questions as they now are, with their new revision, and finds no fault', async () => {
  const { id } = await aDraft(ctx)
  const answer = await ask(`/utkast/${id}/fragor/autospara`, { post: aPost({ namn: '', fler: 'yes' }) })
  expect(answer).toMatchObject({ kind: 'view', status: 200, fragment: true })
  const parts = html(answer)
  expect(parts).toMatch(/^<div id="step-fields"[ >]/)
  expect(parts).toContain('name="revision" value="1"')
  expect(parts).toContain('id="question-mer"')
  expect(parts).toMatch(/role="status">Sparat kl\. \d\d\.\d\d\./)
  expect(parts).not.toContain('Fel:')
})

test('an autosave takes away the problems that were mended, and leaves those that were not', async () => {
  const { id } = await aDraft(ctx)
  const wrong = { wrong: ['namn'] }
  const still = await ask(`/utkast/${id}/fragor/autospara`, { post: { ...aPost({ namn: '' }), ...wrong } })
  expect(html(still)).toContain('Fel:')
  const mended = await ask(`/utkast/${id}/fragor/autospara`, {
    post: { ...aPost({ namn: 'Ada' }, { revision: 1 }), ...wrong },
  })
  expect(html(mended)).not.toContain('Fel:')
})

test('what is posted after the session has ended is handed to the login; the page itself leads there', async () => {
  const { id } = await aDraft(ctx)
  const late = { as: database.context(), cookies: { ended: 'yes' } }
  const kept = await ask(`/utkast/${id}/fragor`, { ...late, post: aPost({ namn: 'för sent' }) })
  expect(kept).toMatchObject({ kind: 'redirect', to: expect.stringContaining('för sent') })
  expect(await ask(`/utkast/${id}/fragor`, late)).toMatchObject({ to: '/logga-in?kept=nothing' })
})

test('a sent draft leads to what it became', async () => {
  const { id } = await aDraft(ctx)
  await inTransaction(ctx, async (tx) => await markSent(ctx, tx, id))
  for (const path of ['fragor', 'fragor/sparat', 'ta-bort']) {
    expect(await ask(`/utkast/${id}/${path}`)).toMatchObject({ kind: 'redirect', to: `/sent/${id}` })
  }
  for (const path of ['fragor', 'ta-bort']) {
    expect(await ask(`/utkast/${id}/${path}`, { post: aPost({ namn: 'x' }) })).toMatchObject({ to: `/sent/${id}` })
  }
})

test('a sealed draft leads its owner to those who are to sign it, and nobody else anywhere', async () => {
  const bo = await aCitizen(database)
  const id = await aSealedDraft(ctx, { named: [bo] })
  const posts = ['fragor', 'ta-bort', 'andrat'].map((path) => ({ path, post: aPost({ namn: 'x' }) }))
  const gets = ['fragor', 'fragor/sparat', 'ta-bort', 'andrat'].map((path) => ({ path }))
  for (const { path, ...asked } of [...gets, ...posts]) {
    // What is posted to a step; the last of them is one by the test's simple routing.
    const isLost = path !== 'ta-bort' && 'post' in asked
    expect(await ask(`/utkast/${id}/${path}`, asked)).toMatchObject({
      kind: 'redirect',
      to: `/utkast/${id}/signering${isLost ? '?klart=inte-sparat' : ''}`,
    })
    const as = database.context({ actor: bo })
    await expect(ask(`/utkast/${id}/${path}`, { as, ...asked })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect(await readBack(id)).toBe('Ada')
})

test('what is written in a step that another window has gone on from to sign is not saved in silence', async () => {
  const id = await aSealedDraft(ctx)
  const answer = await ask(`/utkast/${id}/fragor/autospara`, { post: aPost({ namn: 'x' }) })
  expect(answer).toMatchObject({ kind: 'view', status: 423, fragment: true })
  expect(html(answer)).toMatch(/id="save-status" role="status">Det du skriver här sparas inte längre/)
})

/** What is sealed as the answer to the first question. */
const readBack = async (id: string) =>
  (await inReading(ctx, async (tx) => await readSealed(ctx, tx, id))).copy.answers.namn

test('"Ta bort" asks first, then removes', async () => {
  const { id } = await aDraft(ctx)
  expect(html(await ask(`/utkast/${id}/ta-bort`))).toContain('Vill du ta bort ansökan?')
  expect(await ask(`/utkast/${id}/ta-bort`, { post: {} })).toMatchObject({ kind: 'redirect', to: '/mina-sidor' })
  await expect(ask(`/utkast/${id}/fragor`)).rejects.toMatchObject({ code: 'not-found' })
})

test('a supplement says what was asked for and that nothing has been sent, and there is one at a time', async () => {
  const service = await aService(ctx, {})
  const caseId = await aCase(service)
  const { serviceId, versionId, definition } = service
  const before = { answers: { namn: 'Ada' }, asked: ['namn'] }
  const supplement = { caseId, serviceId, versionId, form: definition.form, before, files: [] }
  const [one, other] = await Promise.all([startSupplement(ctx, supplement), startSupplement(ctx, supplement)])
  expect(one).toEqual(other)
  const page = html(await ask(`/utkast/${one.id}/fragor`))
  expect(page).toContain('Du har inte skickat in ännu')
  expect(page).toContain('<blockquote class="kept-lines">Bifoga ett intyg.</blockquote>')
  expect(page).toContain('3 mars 2027')
  expect(page).toContain('value="Ada"')
})

test('a supplement that waits for signatures stays the only one, until it is sent', async () => {
  const service = await aService(ctx, {})
  const caseId = await aCase(service)
  const { serviceId, versionId, definition } = service
  const before = { answers: { namn: 'Ada' }, asked: ['namn'] }
  const supplement = { caseId, serviceId, versionId, form: definition.form, before, files: [] }
  const start = async () => (await startSupplement(ctx, supplement)).id
  const id = await start()
  const [, ...others] = await Promise.all([sealAsItStands(ctx, id), start(), start(), start()])
  expect([...others, await start()]).toEqual([id, id, id, id])
  expect(await ask(`/utkast/${id}/fragor`)).toMatchObject({ to: `/utkast/${id}/signering` })
  await inTransaction(ctx, async (tx) => await markSent(ctx, tx, id))
  expect(await start()).not.toBe(id)
})

test.each([
  { revision: ['1', '2'], action: ['nasta', 'spara'], shown: 'namn' },
  { action: 'ta-bort:bilagor:../../x', 'q.namn': ['a', 'b'], shown: ['namn', 'namn'] },
  { shown: ['__proto__', 'constructor', 'namn'], 'q.__proto__': 'x', 'q.namn.__proto__': 'y' },
  { revision: '-1', undecided: ['constructor'], wrong: ['toString'], shown: 'kontakt', 'q.kontakt.email': ['a', 'b'] },
  {},
])('a post that no page of ours makes is answered all the same: %j', async (post) => {
  const { id } = await aDraft(ctx)
  for (const path of ['fragor', 'fragor/autospara', 'bilagor']) {
    const answer = await ask(`/utkast/${id}/${path}`, { post })
    expect(answer.kind === 'redirect' || answer.kind === 'view').toBe(true)
  }
})

test('no more drafts are begun than anybody can overlook', async () => {
  const own = database.context({ actor: await aCitizen(database) })
  const { service } = await aDraft(own)
  for (let count = 1; count < 50; count += 1) await aDraft(own, { service })
  const answer = await ask(`/e-tjanster/${service.shortName}/starta`, { as: own, post: {} })
  expect(answer).toMatchObject({ kind: 'view', status: 409 })
  expect(html(answer)).toContain('högst 50')
})

async function aCase({
  serviceId,
  versionId,
}: {
  readonly serviceId: string
  readonly versionId: string
}): Promise<string> {
  const [row] = await database.query<{ case_id: string }>(
    `insert into cases.case (tenant_id, case_id, number, service_id, version_id, group_name, status, status_kind, anonymous,
       received_at, changed_at, latest_event)
     values ($1, gen_random_uuid(), gen_random_uuid()::text, $2, $3, 'gata-park', 'inkommet', 'received', false, now(), now(), 'received')
     returning case_id`,
    [ctx.tenant.id, serviceId, versionId],
  )
  return row?.case_id ?? ''
}

test('the pages of a form say that it closes within a month', async () => {
  const open = { periods: [{ from: '2026-11-01', to: '2026-12-25T23:59:59' }] }
  const service = await aService(database.context(), { shortName: 'till-jul', open })
  const at = (when: string): Context => ({ ...ctx, clock: { now: () => new Date(when) } })
  const { id } = await aDraft(at('2026-11-02T12:00:00Z'), { service })
  const show = async (when: string) => html(await ask(`/utkast/${id}/fragor`, { as: at(when) }))
  expect(await show('2026-11-20T12:00:00Z')).not.toContain('Stänger')
  expect(await show('2026-12-20T12:00:00Z')).toContain('Stänger 25 december 2026 kl. 23.59. Skicka in innan dess.')
})
