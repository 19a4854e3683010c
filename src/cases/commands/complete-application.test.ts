import { h } from 'preact'
import { describe, expect, test } from 'vitest'
import { aCitizen } from '../../drafts/testing/a-draft.ts'
import { readBySchema } from '../../forms/export/testing/read-by-schema.ts'
import { system } from '../../platform/actor.ts'
import { inReading } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import { view } from '../../platform/http/answer.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { isExportFormat } from '../export-file.ts'
import { exportSubmission } from '../queries/export-submission.ts'
import { findCaseRecipients } from '../queries/find-case-recipients.ts'
import { findSentPath } from '../queries/find-sent-path.ts'
import { getCase } from '../queries/get-case.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listCases } from '../queries/list-cases.ts'
import { listHistory } from '../queries/list-history.ts'
import { listMyCases } from '../queries/list-my-cases.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { openAttachment } from '../queries/open-attachment.ts'
import { aHandler } from '../testing/a-case.ts'
import { aSignedDraft, aSignedService, complete, secrets } from '../testing/a-signed-case.ts'
import { ask, html } from '../testing/ask.tsx'
import { SignersView } from '../views/signers-view.tsx'
import { requestSupplement } from './request-supplement.ts'
import { startSupplementDraft } from './start-supplement-draft.ts'

const database = await testDatabase()
const adaActor = await aCitizen(database)
const evaActor = await aCitizen(database)
const ada = database.context({ actor: adaActor })
const eva = database.context({ actor: evaActor })
const bo = database.context({ actor: await aCitizen(database) })
const hugo = database.context({ actor: await aHandler(database) })
const program = database.context({ actor: system })
const service = await aSignedService(ada)
const both = [
  { by: adaActor, role: 'applicant', name: 'Ada Exempel' },
  { by: evaActor, role: 'guardian', name: 'Eva Prov', own: secrets.own },
] as const
const missing = [both[0], { ...both[1], missing: true }] as const

/** A case that both have signed, Eva last. */
async function bothSigned() {
  const given = await aSignedDraft(ada, { service, signs: both })
  return { ...(await complete(eva, given)), draft: given.draft }
}

const notFound = { code: 'not-found' }
const of = (caseId: string, rest = '') => `/mina-sidor/arenden/${caseId}${rest}`

describe('what all have signed', () => {
  test('comes in as one case with everybody who signed as its parties, in the name of the last', async () => {
    const events: Event[] = []
    const given = await aSignedDraft(ada, { service, signs: both })
    const last = database.context({ actor: evaActor, sink: async (_ctx, _tx, all) => void events.push(...all) })
    const { caseId, path } = await complete(last, given)
    expect(path).toBe(of(caseId))
    expect(events).toMatchObject([
      { type: 'case.received', subject: caseId, actor: { id: evaActor.id }, onBehalfOf: adaActor.id },
    ])
    expect(
      await database.query('select role, person_id from cases.case_party where case_id = $1 order by role', [caseId]),
    ).toEqual([
      { role: 'co-applicant', person_id: evaActor.id },
      { role: 'owner', person_id: adaActor.id },
    ])
    expect(
      await database.query('select actor_id, on_behalf_of from cases.submission where case_id = $1', [caseId]),
    ).toEqual([{ actor_id: evaActor.id, on_behalf_of: adaActor.id }])
    expect(await database.query('select state from drafts.draft where draft_id = $1', [given.draft])).toEqual([
      { state: 'sent' },
    ])
    const recipients = await inReading(program, async (tx) => await findCaseRecipients(program, tx, [caseId]))
    expect(recipients.get(caseId)).toMatchObject({ owners: [adaActor.id], persons: [adaActor.id, evaActor.id] })
  })

  test('leads the applicant to the receipt, whoever signs last, and the others to the case', async () => {
    const own = await complete(ada, await aSignedDraft(ada, { service, signs: both.slice(0, 1) }))
    expect(own.path).toBe(of(own.caseId, '/kvittens'))
    const { caseId, draft } = await bothSigned()
    expect(await findSentPath(ada, draft)).toBe(of(caseId, '/kvittens'))
    expect(await findSentPath(eva, draft)).toBe(of(caseId))
    expect(await findSentPath(bo, draft)).toBeUndefined()
  })

  test('comes in once, when two finish it at the same time', async () => {
    const numbers = async () =>
      (await database.query<{ last: number }>('select last from cases.number_series')).map(({ last }) => last)
    const before = (await numbers())[0] ?? 0
    const tries = 20
    for (let round = 0; round < tries; round++) {
      const given = await aSignedDraft(ada, { service, signs: both })
      const done = await Promise.allSettled([complete(ada, given), complete(eva, given)])
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await database.query('select from cases.submission where draft_id = $1', [given.draft])).toHaveLength(1)
    }
    expect(await numbers()).toEqual([before + tries])
  })

  test('tells in the history who signed, each as what they are', async () => {
    const { caseId } = await bothSigned()
    expect((await listHistory(ada, caseId)).map(({ type, by }) => [type, by.self, by.role])).toEqual([
      ['case.signed', true, 'applicant'],
      ['case.signed', false, 'guardian'],
      ['case.received', false, 'guardian'],
    ])
    expect(html(await ask(ada, of(caseId, '/historik')))).toMatch(/Ärendet kom in.*Vårdnadshavare.*Underskrift.*Du/s)
    expect((await listMyCases(eva)).ongoing.map((row) => row.latest?.type)).toContain('case.received')
  })
})

describe('what is hidden from other parties', () => {
  test('reaches none of them by any query or page; their own part reaches them, and not the applicant', async () => {
    const { caseId } = await bothSigned()
    const seen = {
      case: await getMyCase(eva, caseId),
      submissions: await listSubmissions(eva, caseId),
      history: await listHistory(eva, caseId),
      list: await listMyCases(eva),
    }
    const text = JSON.stringify(seen)
    expect(text).toContain('Storgatan 1')
    expect(text).toContain('karta.pdf')
    expect(text).toContain(secrets.own)
    for (const secret of [secrets.income, secrets.email, secrets.phone, secrets.file])
      expect(text).not.toContain(secret)
    expect(seen.case).toMatchObject({ isOwner: false, attachments: 1 })
    for (const path of ['', '/historik', '/visa', '/kvittens']) {
      const page = html(await ask(eva, of(caseId, path)))
      for (const secret of [secrets.income, secrets.email, secrets.phone, secrets.file]) {
        expect(page).not.toContain(secret)
      }
      expect(html(await ask(ada, of(caseId, path)))).not.toContain(secrets.own)
    }
    expect(html(await ask(eva, of(caseId, '/visa')))).toContain(secrets.own)
    const own = JSON.stringify([await getMyCase(ada, caseId), await listSubmissions(ada, caseId)])
    expect(own).toContain(secrets.income)
    expect(own).not.toContain(secrets.own)
  })

  test('stays closed to them in the database itself', async () => {
    const { caseId } = await bothSigned()
    const rowsOf = async (ctx: typeof eva) =>
      await inReading(ctx, async ({ db }) => ({
        submissions: await db.selectFrom('cases.submission').select('answers').where('case_id', '=', caseId).execute(),
        files: await db.selectFrom('cases.attachment').select('name').where('case_id', '=', caseId).execute(),
        shared: await db
          .selectFrom('cases.shared_submission')
          .select('answers')
          .where('case_id', '=', caseId)
          .execute(),
        own: await db.selectFrom('cases.party_answers').select('answers').where('case_id', '=', caseId).execute(),
        signers: await db.selectFrom('cases.signer').select('name').where('case_id', '=', caseId).execute(),
      }))
    const evas = await rowsOf(eva)
    expect(evas).toMatchObject({
      submissions: [],
      files: [{ name: 'karta.pdf' }],
      shared: [{ answers: { plats: 'Storgatan 1' } }],
      own: [{ answers: { egen: secrets.own } }],
    })
    expect(evas.signers).toHaveLength(2)
    for (const secret of [secrets.income, secrets.email, secrets.phone]) {
      expect(JSON.stringify(evas)).not.toContain(secret)
    }
    expect(await rowsOf(ada)).toMatchObject({ submissions: [{}], files: [{}, {}], own: [] })
    expect(await rowsOf(bo)).toEqual({ submissions: [], files: [], shared: [], own: [], signers: [] })
    for (const column of ['level', 'visible', 'evidence', 'trusted'] as const) {
      await expect(
        inReading(eva, async ({ db }) => await db.selectFrom('cases.signer').select(column).execute()),
      ).rejects.toThrow('permission denied')
    }
  })

  test('has files that only the applicant and staff open', async () => {
    const { caseId } = await bothSigned()
    const files = (await listSubmissions(ada, caseId))[0]?.attachments ?? []
    const idOf = (wanted: string) => files.find(({ name }) => name === wanted)?.fileId ?? ''
    const hidden = { caseId, fileId: idOf(secrets.file) }
    await expect(openAttachment(eva, hidden)).rejects.toMatchObject(notFound)
    await expect(ask(eva, of(caseId, `/bilagor/${hidden.fileId}`))).rejects.toMatchObject(notFound)
    for (const ctx of [ada, hugo]) (await openAttachment(ctx, hidden)).body.destroy()
    const open = await openAttachment(eva, { caseId, fileId: idOf('karta.pdf') })
    expect(open.name).toBe('karta.pdf')
    open.body.destroy()
  })
})

describe('staff', () => {
  test('see who signed, when and how, and what others filled in', async () => {
    const { caseId } = await bothSigned()
    const { signers, signatureMissing } = await getCase(hugo, caseId)
    expect(signatureMissing).toBe(false)
    expect(signers).toMatchObject([
      {
        role: 'applicant',
        name: 'Ada Exempel',
        signed: { method: { name: 'bankid' }, level: expect.stringContaining('loa3') },
      },
      { role: 'guardian', name: 'Eva Prov', own: { answers: { egen: secrets.own } } },
    ])
    const exported = async (format: string) => {
      if (!isExportFormat(format)) throw new Error(format)
      return (await exportSubmission(hugo, { caseId, sequence: 1, format })).body.toString('utf8')
    }
    const json: unknown = JSON.parse(await exported('json'))
    expect(json).toMatchObject({
      signers: [
        { role: 'applicant', name: 'Ada Exempel', method: 'bankid', signedAt: '2026-05-04T08:30:00.000Z' },
        { role: 'guardian', answers: { egen: secrets.own } },
      ],
    })
    expect(readBySchema(await exported('xml'), await exported('xsd'))).toEqual(json)
  })

  test('see that a signature is missing, in the list and in the case; who hasn’t signed is no party of it', async () => {
    const { caseId } = await complete(ada, await aSignedDraft(ada, { service, signs: missing }))
    expect(await getCase(hugo, caseId)).toMatchObject({ signatureMissing: true })
    const asked = {
      view: 'all',
      statusKind: undefined,
      serviceId: undefined,
      sort: 'received',
      direction: 'desc',
    } as const
    const listed = (await listCases(hugo, { ...asked, page: 1 })).rows.filter((row) => row.signatureMissing)
    expect(listed.map((row) => row.caseId)).toEqual([caseId])
    await expect(getMyCase(eva, caseId)).rejects.toMatchObject(notFound)
    const page = html(await ask(ada, of(caseId)))
    expect(page).toMatch(/Underskrifter.*Ada Exempel \(du\).*Skrev under 4 maj 2026.*Eva Prov.*Vill inte skriva under/s)
    expect(html(await ask(ada, of(caseId, '/historik')))).toContain('En underskrift saknas.')
  })

  test('the issuer of an e-ID says who signed; staff see whom the applicant had named where that is another name', async () => {
    const given = await aSignedDraft(ada, { service, signs: both })
    const names = ['EXEMPEL, Ada', 'Eva Maria Prov']
    const signers = given.signers.map((signer, index) => {
      const name = names[index]
      return signer.signed && name !== undefined ? { ...signer, signed: { ...signer.signed, name } } : signer
    })
    const { caseId } = await complete(eva, { ...given, signers })
    expect((await getCase(hugo, caseId)).signers).toMatchObject([
      { name: 'EXEMPEL, Ada', namedAs: undefined },
      { name: 'Eva Maria Prov', namedAs: 'Eva Prov' },
    ])
    const { signers: shown } = await getCase(hugo, caseId)
    const page = html(
      view(h('main', {}, h(SignersView, { signers: shown, submissions: await listSubmissions(hugo, caseId) }))),
    )
    expect(page).toMatch(/Eva Maria Prov.*Angavs som: Eva Prov/s)
    expect(page).not.toContain('Angavs som: Ada')
    expect((await getMyCase(ada, caseId)).signers).toMatchObject([{}, { name: 'Eva Maria Prov', namedAs: undefined }])
  })

  test('nobody is named in a case with a protected party', async () => {
    const hidden = await aCitizen(database)
    const given = await aSignedDraft(ada, { service, signs: [both[0], { ...both[1], by: hidden }] })
    await database.query('update people.person set protected_identity = true, given_name = null where person_id = $1', [
      hidden.id,
    ])
    const { caseId } = await complete(database.context({ actor: hidden }), given)
    expect(await database.query('select protected, applicant from cases.case where case_id = $1', [caseId])).toEqual([
      { protected: true, applicant: null },
    ])
    expect(await database.query('select name from cases.signer where case_id = $1', [caseId])).toEqual([
      { name: null },
      { name: null },
    ])
    await expect(getCase(hugo, caseId)).rejects.toMatchObject(notFound)
  })

  test('nor in one whose party becomes protected afterwards', async () => {
    const later = await aCitizen(database)
    const given = await aSignedDraft(ada, { service, signs: [both[0], { ...both[1], by: later }] })
    const { caseId } = await complete(ada, given)
    await database.query('update people.person set protected_identity = true, given_name = null where person_id = $1', [
      later.id,
    ])
    expect(await database.query('select name from cases.signer where case_id = $1', [caseId])).toEqual([
      { name: null },
      { name: null },
    ])
  })
})

describe('a supplement', () => {
  const wait = async (caseId: string) => {
    const { version } = await getCase(hugo, caseId)
    await requestSupplement(hugo, { caseId, version, text: 'Var?', until: '2099-03-03' })
  }

  test('by form is for the applicant alone: the form opens with what others may not see', async () => {
    const { caseId } = await bothSigned()
    await wait(caseId)
    expect(await startSupplementDraft(eva, caseId)).toEqual({ ok: false, error: 'not-waiting' })
    expect(html(await ask(eva, of(caseId)))).not.toContain('Ändra ärende')
    const waitedFor = async (ctx: typeof eva) =>
      (await listMyCases(ctx)).ongoing.find((row) => row.caseId === caseId)?.supplementUntil
    expect([await waitedFor(ada), await waitedFor(eva)]).toEqual(['2099-03-03', undefined])
    expect(html(await ask(ada, of(caseId)))).toContain('Ändra ärende')
    expect((await startSupplementDraft(ada, caseId)).ok).toBe(true)
  })

  test('that is signed becomes the case’s next submission, seen by all who signed it as far as they may', async () => {
    const all = await aSignedService(ada, {
      shortName: 'alla-igen',
      signing: { supplements: 'all', missing: 'may-send' },
    })
    const first = await complete(ada, await aSignedDraft(ada, { service: all, signs: missing }))
    const { caseId } = first
    expect(await getCase(hugo, caseId)).toMatchObject({ signatureMissing: true })
    await wait(caseId)
    const given = await aSignedDraft(ada, { service: all, signs: both, supplements: caseId, plats: 'Storgatan 2' })
    expect(await complete(eva, given)).toEqual({ caseId, path: of(caseId) })
    expect(await getCase(hugo, caseId)).toMatchObject({
      signatureMissing: false,
      status: { kind: 'supplemented' },
      supplement: undefined,
    })
    expect((await listSubmissions(eva, caseId)).map(({ sequence, answers }) => [sequence, answers.plats])).toEqual([
      [1, 'Storgatan 1'],
      [2, 'Storgatan 2'],
    ])
    expect(await database.query('select from cases.case_party where case_id = $1', [caseId])).toHaveLength(2)
    expect(html(await ask(eva, of(caseId, '/visa')))).not.toContain(secrets.income)
  })

  test('comes in though the case no longer waits when the last has signed, and says so', async () => {
    const { caseId } = await bothSigned()
    const { version, status } = await getCase(hugo, caseId)
    await complete(eva, await aSignedDraft(ada, { service, signs: both, supplements: caseId }))
    const now = await getCase(hugo, caseId)
    expect(now.status).toEqual(status)
    expect(now.version).toBe(version + 1)
    expect((await listHistory(ada, caseId)).at(-1)?.type).toBe('case.supplemented')
    expect(await listSubmissions(ada, caseId)).toHaveLength(2)
  })
})
