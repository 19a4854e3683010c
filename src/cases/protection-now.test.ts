import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { aVisitor, someFacts } from '../drafts/testing/a-draft.ts'
import { aPerson } from '../people/testing/a-person.ts'
import type { Citizen } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { testDatabase } from '../platform/testing/database.ts'
import { untilLocked } from '../platform/testing/locks.ts'
import { requestSupplement } from './commands/request-supplement.ts'
import { startSupplementDraft } from './commands/start-supplement-draft.ts'
import { submitApplication } from './commands/submit-application.ts'
import { getCase } from './queries/get-case.ts'
import { aFilledDraft, aFormService, aHandler, fillIn, sentOf, submitPorts } from './testing/a-case.ts'

const database = await testDatabase()
const [ada, bo, cecilia, dagny] = ['199001012385', '198001139297', '199501012380', '195501142284']
const greta = database.context({ actor: await aHandler(database, { name: 'Greta Gata' }) })
const hugo = database.context({ actor: await aHandler(database, { rights: ['protected'] }) })

const named = async (ctx: Context) => ({ ...(await someFacts(ctx)), person: { name: 'Test Person' } })
const submit = async (ctx: Context, draft: string) => {
  const sent = await submitApplication(ctx, { draftId: draft }, { ...submitPorts, readFacts: named })
  return sentOf(sent).caseId
}

/** Does something in a transaction of its own that is open until the other thing waits for it, which began later. */
async function overlapping<Value>(
  first: string,
  values: readonly string[],
  second: () => Promise<Value>,
): Promise<Value> {
  const other = new pg.Client({ connectionString: database.programUrl })
  await other.connect()
  await other.query('begin')
  await other.query(`select set_config('role', 'handslag_system', true), set_config('handslag.tenant', $1, true)`, [
    database.context().tenant.id,
  ])
  await other.query(first, [...values])
  const done = second()
  await Promise.race([untilLocked(database), done])
  await other.query('commit')
  await other.end()
  return await done
}

/** What a login does that finds somebody protected. */
const protect = `update people.person set protected_identity = true, given_name = null, surname = null, fetched_at = null,
  facts_from = null where person_id = $1`

const protectedNow = { isProtected: true, applicant: undefined }

describe('who becomes protected at the moment when they send', () => {
  test('has a protected case, if the login was first', async () => {
    const actor = await aPerson(database, ada)
    const ctx = database.context({ actor })
    const draft = await aFilledDraft(ctx)
    const caseId = await overlapping(protect, [actor.id], async () => await submit(ctx, draft))
    expect(await getCase(hugo, caseId)).toMatchObject(protectedNow)
  })

  test('has a protected case, if the sending was first', async () => {
    const actor = await aPerson(database, bo)
    const ctx = database.context({ actor })
    const draft = await aFilledDraft(ctx)
    // The case is written, and its transaction waits to be committed.
    let written = () => {}
    const isWritten = new Promise<void>((resolve) => {
      written = resolve
    })
    let commit = () => {}
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve
    })
    const sending = submit(
      {
        ...ctx,
        sink: async () => {
          written()
          await mayCommit
        },
      },
      draft,
    )
    await isWritten
    const login = aPerson(database, bo, { facts: undefined })
    await Promise.race([untilLocked(database), login])
    commit()
    await login
    expect(await getCase(hugo, await sending)).toMatchObject(protectedNow)
  })

  test('gives no name by a supplement', async () => {
    const actor = await aPerson(database, cecilia)
    const ctx = database.context({ actor })
    const caseId = await submit(ctx, await aFilledDraft(ctx))
    const { version } = await getCase(hugo, caseId)
    await requestSupplement(hugo, { caseId, version, text: 'Mer', until: '2099-03-03' })
    const draft = await supplementDraft(ctx, caseId)
    await overlapping(protect, [actor.id], async () => await submit(ctx, draft))
    expect(await getCase(hugo, caseId)).toMatchObject(protectedNow)
  })
})

async function supplementDraft(ctx: Context, caseId: string): Promise<string> {
  const started = await startSupplementDraft(ctx, caseId)
  const draft = started.ok ? started.value.id : ''
  await fillIn(ctx, draft, { typed: { plats: 'Storgatan 2' } })
  return draft
}

describe('a case of whom the register couldn’t be asked about', () => {
  const unasked = { certain: false, unchecked: true } as const

  test('is protected until the register says that they are not, and named then', async () => {
    const ctx = database.context({ actor: await aPerson(database, dagny, unasked) })
    const caseId = await submit(ctx, await aFilledDraft(ctx))
    await expect(getCase(greta, caseId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await getCase(hugo, caseId)).toMatchObject(protectedNow)
    await aPerson(database, dagny)
    expect(await getCase(greta, caseId)).toMatchObject({ isProtected: false, applicant: 'Test Person' })
  })

  test('stays protected when the register says that they are', async () => {
    const ctx = database.context({ actor: await aPerson(database, dagny, unasked) })
    const caseId = await submit(ctx, await aFilledDraft(ctx))
    await aPerson(database, dagny, { facts: undefined })
    expect(await getCase(hugo, caseId)).toMatchObject(protectedNow)
    await aPerson(database, dagny)
    expect(await getCase(greta, caseId)).toMatchObject({ isProtected: false, applicant: undefined })
  })

  test('stays as it was, if it was sent before; and so does its name', async () => {
    const service = await aFormService(greta, { shortName: 'fore-felet' })
    const actor: Citizen = await aPerson(database, '201401012396')
    const ctx = database.context({ actor })
    const caseId = await submit(ctx, await aFilledDraft(ctx, { service }))
    const shown = { isProtected: false, applicant: 'Test Person' }
    await aPerson(database, '201401012396', unasked)
    expect(await getCase(greta, caseId)).toMatchObject(shown)
    await aPerson(database, '201401012396')
    expect(await getCase(greta, caseId)).toMatchObject(shown)
  })
})

test('a case sent without login is nobody’s protected one', async () => {
  const ctx = database.context({ actor: aVisitor() })
  const caseId = await submit(ctx, await aFilledDraft(ctx))
  expect(await getCase(hugo, caseId)).toMatchObject({ isProtected: false })
})
