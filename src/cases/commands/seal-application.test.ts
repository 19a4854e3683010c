import { describe, expect, test } from 'vitest'
import { getDraft, resumePost } from '../../drafts/public.ts'
import { aCitizen, aDraft, aPost, someFacts } from '../../drafts/testing/a-draft.ts'
import { shownField } from '../../forms/names.ts'
import { anonymous } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { aFormService, aHandler, fillIn, submitPorts } from '../testing/a-case.ts'
import { aSignedDraft, aSignedService, complete } from '../testing/a-signed-case.ts'
import { ask, html, target } from '../testing/ask.tsx'
import { changeStatus } from './change-status.ts'
import { requestSupplement } from './request-supplement.ts'
import { startSupplementDraft } from './start-supplement-draft.ts'
import { submitApplication } from './submit-application.ts'

const database = await testDatabase()
const adaActor = await aCitizen(database)
const ada = database.context({ actor: adaActor })
const hugo = database.context({ actor: await aHandler(database) })
const service = await aSignedService(ada)
const review = (draft: string) => `/utkast/${draft}/granska`
const sealed = { ok: true, value: { kind: 'sealed' } }

/** Names the one who is to sign besides the applicant, as the form's page does. */
async function nameOther(ctx: Context, draft: string, name: string): Promise<void> {
  const typed = {
    'medsokande.rows': 'r1',
    'medsokande.r1.name': name,
    'medsokande.r1.identity': '19700178-2395',
    'medsokande.r1.email': 'eva@prov.example',
  }
  const form = { ...aPost(typed, { revision: 1000 }), [shownField]: ['medsokande'] }
  await resumePost(ctx, { draft, step: 'fragor', form })
}

/** A draft in which somebody else is named, which can be sent. */
async function aNamingDraft(ctx: Context): Promise<string> {
  const { id } = await aDraft(ctx, { service })
  await fillIn(ctx, id, { typed: { plats: 'Storgatan 1' } })
  await nameOther(ctx, id, 'Eva Prov')
  return id
}

const parties = async (draft: string) =>
  await database.query('select role, position, state from signing.party where draft_id = $1 order by position', [draft])

describe('a service that is signed', () => {
  test('by the applicant alone seals the draft, asks nobody, and opens no case', async () => {
    const alone = await aFormService(ada, { shortName: 'ensam', signing: {} })
    const { id: draftId } = await aDraft(ada, { service: alone })
    await fillIn(ada, draftId, { typed: { plats: 'Storgatan 1' } })
    const page = html(await ask(ada, review(draftId)))
    expect(page).toContain('Du skriver under med e-legitimation.')
    expect(page).toMatch(/<button[^>]*>Gå vidare och skriv under/)
    expect(page).not.toContain('Skicka in</')
    expect(page).not.toContain('De du bjuder in kan läsa ansökan.')
    const never = async (): Promise<'fine'> => {
      throw new Error('nobody is to be asked about')
    }
    const submit = async () => await submitApplication(ada, { draftId }, { ...submitPorts, checkParties: never })
    expect(await submit()).toEqual(sealed)
    expect(await submit()).toEqual(sealed)
    expect((await getDraft(ada, draftId)).state).toBe('sealed')
    expect(await database.query('select from cases.submission where draft_id = $1', [draftId])).toEqual([])
    expect(target(await ask(ada, review(draftId)))).toBe(`/utkast/${draftId}/signering`)
  })

  test('says who signs, that they can read the application, and asks how they are reached', async () => {
    const draft = await aNamingDraft(ada)
    const page = html(await ask(ada, review(draft)))
    expect(page).toContain('De du bjuder in kan läsa ansökan.')
    expect(page).toMatch(/Eva Prov, Medsökande.*name="epost-1"[^>]*value="eva@prov.example".*name="mobil-1"/s)
    // The answer itself shows the number, as it was typed; the part that signs doesn't.
    expect(page.slice(page.indexOf('id="underskrift"'))).not.toContain('2395')
    const form = { 'epost-1': 'ny@prov.example', 'mobil-1': '070-174 06 05' }
    expect(target(await ask(ada, review(draft), { post: true, form }))).toBe(`/utkast/${draft}/signering`)
    expect(await parties(draft)).toEqual([
      { role: 'applicant', position: 0, state: 'read' },
      { role: 'co-applicant', position: 1, state: 'waiting' },
    ])
  })

  test('keeps what was typed of how somebody is reached when it can’t be right, and seals nothing', async () => {
    const draft = await aNamingDraft(ada)
    const form = { 'epost-1': 'eva@', 'mobil-1': '12' }
    const refused = await ask(ada, review(draft), { post: true, form })
    expect(refused).toMatchObject({ kind: 'view', status: 422 })
    const page = html(refused)
    expect(page).toMatch(/href="#epost-1">Eva Prov: Ange en giltig e-postadress.*href="#mobil-1">Eva Prov: /s)
    expect(page).toMatch(/name="epost-1"[^>]*value="eva@"/)
    expect(page).toMatch(/name="mobil-1"[^>]*value="12"/)
    expect((await getDraft(ada, draft)).state).toBe('open')
  })

  test('keeps it, too, when the session has ended meanwhile', async () => {
    const draft = await aNamingDraft(ada)
    const form = { 'epost-1': 'ny@prov.example', 'mobil-1': '' }
    const nobody = database.context({ actor: anonymous })
    const late = await ask(nobody, review(draft), { post: true, form, cookies: { ended: 'yes' } })
    expect(target(late)).toBe(`/logga-in?till=${review(draft)}&kvar=epost-1,mobil-1`)
    expect(html(await ask(ada, review(draft), { form, resumed: true }))).toMatch(/name="epost-1"[^>]*value="ny@prov/)
    expect((await getDraft(ada, draft)).state).toBe('open')
    await expect(ask(hugo, review(draft), { form, resumed: true })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('refuses all of it, in the words of a register that fails, when somebody can’t be asked; nobody is invited', async () => {
    const draft = await aNamingDraft(ada)
    const asked: unknown[] = []
    const ports = {
      checkParties: async (_ctx: Context, named: unknown) => {
        asked.push(named)
        return 'not-fetched' as const
      },
    }
    const refused = await ask(ada, review(draft), {
      post: true,
      ports,
      form: { 'mobil-1': '', 'epost-1': 'a@b.example' },
    })
    expect(refused).toMatchObject({ kind: 'view', status: 409 })
    expect(html(refused)).toMatch(/Vi kan inte hämta alla uppgifter.*name="epost-1"[^>]*value="a@b.example"/s)
    expect(asked).toMatchObject([[{ name: 'Eva Prov', identity: { number: '197001782395' } }]])
    expect(await parties(draft)).toEqual([])
    expect((await getDraft(ada, draft)).state).toBe('open')
  })

  test('checks anew when another window has named somebody else meanwhile', async () => {
    const draft = await aNamingDraft(ada)
    const asked: string[] = []
    const checkParties = async (_ctx: Context, [first]: readonly { readonly name: string }[]): Promise<'fine'> => {
      if (asked.length === 0) await nameOther(ada, draft, 'Evelina Prov')
      asked.push(first?.name ?? '')
      return 'fine'
    }
    expect(await submitApplication(ada, { draftId: draft }, { ...submitPorts, checkParties })).toEqual(sealed)
    expect(asked).toEqual(['Eva Prov', 'Evelina Prov'])
  })

  test('seals once when two windows send at the same time', async () => {
    const draftId = await aNamingDraft(ada)
    const both = await Promise.all([1, 2].map(async () => await submitApplication(ada, { draftId }, submitPorts)))
    expect(both).toEqual([sealed, sealed])
    expect(await parties(draftId)).toHaveLength(2)
  })
})

describe('a supplement', () => {
  const eva = { by: adaActor, role: 'applicant', name: 'Ada Exempel' } as const

  async function aSupplement(supplements: 'nobody' | 'applicant' | 'all') {
    const shared = { others: [{ from: 'parties', question: 'medsokande', role: 'co-applicant' }] }
    const its = await aSignedService(ada, { shortName: `igen-${supplements}`, signing: { ...shared, supplements } })
    const { caseId } = await complete(ada, await aSignedDraft(ada, { service: its, signs: [eva] }))
    await requestSupplement(hugo, { caseId, version: 1, text: 'Var?', until: '2099-03-03' })
    const started = await startSupplementDraft(ada, caseId)
    if (!started.ok) throw new Error(started.error)
    return { caseId, draftId: started.value.id }
  }

  test('that nobody signs is sent at once, and other parties see of it what they may', async () => {
    const { caseId, draftId } = await aSupplement('nobody')
    expect(html(await ask(ada, review(draftId)))).toContain('Skicka in</')
    expect(await submitApplication(ada, { draftId }, submitPorts)).toMatchObject({ ok: true, value: { kind: 'sent' } })
    const shared = await database.query<{ answers: object }>(
      'select answers from cases.shared_submission where case_id = $1 order by sequence',
      [caseId],
    )
    expect(shared).toHaveLength(2)
    expect(shared.every(({ answers }) => !('inkomst' in answers))).toBe(true)
  })

  test.each(['applicant', 'all'] as const)('that is signed by %s is sealed', async (supplements) => {
    const { draftId } = await aSupplement(supplements)
    expect(html(await ask(ada, review(draftId)))).toContain('Gå vidare och skriv under')
    expect(await submitApplication(ada, { draftId }, submitPorts)).toEqual(sealed)
  })

  test('is not sealed when the case has gone on', async () => {
    const { caseId, draftId } = await aSupplement('applicant')
    await changeStatus(hugo, { caseId, version: 2, status: 'under-handlaggning' })
    expect(await submitApplication(ada, { draftId }, submitPorts)).toEqual({
      ok: false,
      error: { kind: 'not-waiting', caseId },
    })
  })
})

test('who signs is named as the login knows them, though the form doesn’t ask', async () => {
  const draft = await aNamingDraft(ada)
  const asked: (readonly string[])[] = []
  const readFacts = async (ctx: Context, names: ReadonlySet<string>) => {
    asked.push([...names])
    return await someFacts(ctx)
  }
  await submitApplication(ada, { draftId: draft }, { ...submitPorts, readFacts })
  expect(asked[0]).toContain('person')
})
