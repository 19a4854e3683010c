import { expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { redirect } from '../../platform/http/answer.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { openDraft } from '../commands/open-draft.ts'
import { saveStep } from '../commands/save-step.ts'
import type { DraftPorts } from '../ports.ts'
import { aCitizen, aDraft, aPost, aVisitor, someFacts } from '../testing/a-draft.ts'
import { aVersion } from '../testing/two-versions.ts'
import { changedPage } from './changed.tsx'
import { stepPage } from './step.tsx'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const ports: DraftPorts = {
  readFacts: someFacts,
  beginLogin: async () => redirect('/logga-in'),
  afterSessionEnd: async () => undefined,
  findSent: async (_ctx, draft) => `/sent/${draft}`,
  findSupplementRequest: async () => undefined,
  lookUpOrganisation: async () => undefined,
  findPlaces: async () => ({ kind: 'unavailable' }),
  visitorCookie: 'visitor',
}
const page = changedPage(ports)

const asked = (draft: string) => ({
  ctx,
  params: { draft },
  query: {},
  request: aRequest(),
})

async function aMovedDraft(shortName: string, typed: Readonly<Record<string, string>>) {
  const fragor = [
    { id: 'namn', type: 'text' },
    { id: 'skal', type: 'text' },
  ]
  const { id } = await aDraft(ctx, { service: await aVersion(ctx, { shortName, steps: { fragor } }) })
  await saveStep(ctx, { draft: id, step: 'fragor', posted: aPost(typed), by: 'button' })
  const newer = {
    fragor: [
      { id: 'namn', type: 'text' },
      { id: 'ny', type: 'text' },
    ],
  }
  await aVersion(ctx, { shortName, drafts: 'move', steps: newer })
  await openDraft(ctx, id)
  return id
}

test('for others the page does not exist', async () => {
  const id = await aMovedDraft('andras-sida', { namn: 'Ada' })
  const other = database.context({ actor: await aCitizen(database) })
  await expect(showPage(page, other, { params: { draft: id } })).rejects.toMatchObject({ code: 'not-found' })
  const visitor = database.context({ actor: aVisitor() })
  await expect(showPage(page, visitor, { params: { draft: id } })).rejects.toMatchObject({ code: 'not-found' })
})

test('shows what did not come with it, as text; then leads on, and can be read again', async () => {
  const id = await aMovedDraft('flyttad', { namn: 'Ada', skal: '<b>Därför</b>' })
  const step = stepPage(ports)
  expect(await step.get?.({ ...asked(id), params: { draft: id, step: 'fragor' } })).toMatchObject({
    kind: 'redirect',
    to: `/utkast/${id}/andrat`,
  })
  const html = await showPage(page, ctx, { params: { draft: id } })
  expect(html).toContain('Formuläret har ändrats')
  expect(html).toContain('&lt;b>Därför&lt;/b>')
  expect(html).toContain('<li>Fråga ny</li>')
  expect(await page.post?.({ ...asked(id), body: {}, files: [] })).toMatchObject({ to: `/utkast/${id}/fragor` })
  const shown = await showPage(step, ctx, { params: { draft: id, step: 'fragor' } })
  expect(shown).toContain(`<a href="/utkast/${id}/andrat">`)
  expect(await showPage(page, ctx, { params: { draft: id } })).toContain('Därför')
})

test('when everything came with it, it says so', async () => {
  const id = await aMovedDraft('allt-med', { namn: 'Ada' })
  expect(await showPage(page, ctx, { params: { draft: id } })).toContain('Allt du har skrivit finns kvar.')
})

test('a draft that has not moved has no such page', async () => {
  const { id } = await aDraft(ctx)
  expect(await page.get?.(asked(id))).toMatchObject({ kind: 'redirect', to: `/utkast/${id}/fragor` })
})
