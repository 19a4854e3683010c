import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { getCase, receiptPath, requestSupplement, startSupplementDraft } from '../../cases/public.ts'
import { aCase, aHandler, fillIn, send } from '../../cases/testing/a-case.ts'
import { aCitizen, aVisitor } from '../../drafts/testing/a-draft.ts'
import { anonymous, system } from '../../platform/actor.ts'
import { days, later } from '../../platform/clock.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { askPdf } from '../testing/ask-pdf.ts'
import { lettersIn } from '../testing/pdf-text.ts'

const database = await testDatabase()
const recorded: string[] = []
const ada = database.context({ actor: await aCitizen(database) })
const hugo = database.context({
  actor: await aHandler(database),
  sink: async (_ctx, _tx, events) => void recorded.push(...events.map(({ type, subject }) => `${type} ${subject}`)),
})

const mine = (caseId: string) => `/mina-sidor/arenden/${caseId}/pdf`
const staff = (caseId: string) => `/handlaggning/arenden/${caseId}/pdf`
const nowhere = { code: 'not-found' }

/** A case of Ada's with a supplement. */
async function aSupplementedCase() {
  const sent = await aCase(ada, { typed: { plats: 'Storgatan #1' }, files: ['karta.pdf'] })
  const { version } = await getCase(hugo, sent.caseId)
  await requestSupplement(hugo, { caseId: sent.caseId, version, text: 'Var?', until: '2099-03-03' })
  const draft = await startSupplementDraft(ada, sent.caseId)
  if (!draft.ok) throw new Error(draft.error)
  await fillIn(ada, draft.value.id, { typed: { plats: 'Storgatan *2*' } })
  await send(ada, draft.value.id)
  return sent
}

describe('the copy of a case', () => {
  let of = { caseId: '', number: '' }
  beforeAll(async () => {
    of = await aSupplementedCase()
  })

  test.each([
    ['another citizen', async () => database.context({ actor: await aCitizen(database) })],
    ['a visitor', async () => database.context({ actor: aVisitor() })],
    ['a browser without cookies', async () => database.context({ actor: anonymous })],
    ['the program itself', async () => database.context({ actor: system })],
    [
      'a case worker of another group',
      async () => database.context({ actor: await aHandler(database, { groups: ['bygglov'] }) }),
    ],
    ['an administrator', async () => database.context({ actor: await aHandler(database, { groups: [] }) })],
    ['the same person elsewhere', async () => database.context({ actor: ada.actor, tenant: testTenants.nordby })],
    ['the same case worker elsewhere', async () => database.context({ actor: hugo.actor, tenant: testTenants.nordby })],
  ])('is nowhere for %s', async (_who, context) => {
    for (const address of [mine(of.caseId), staff(of.caseId)]) {
      await expect(askPdf(await context(), address)).rejects.toMatchObject(nowhere)
    }
  })

  test('of a protected party is there for those with the right to it alone, who read it as such, and tells no name', async () => {
    const hidden = { ...(await aCitizen(database)), protectedIdentity: true }
    const { caseId } = await aCase(database.context({ actor: hidden }))
    await expect(askPdf(hugo, staff(caseId))).rejects.toMatchObject(nowhere)
    const read: unknown[] = []
    const allowed = database.context({
      actor: await aHandler(database, { rights: ['protected'] }),
      sink: async (_ctx, _tx, events) => void read.push(...events.map(({ type, data }) => [type, data])),
    })
    expect(lettersIn((await askPdf(allowed, staff(caseId))).pdf)).not.toContain('Ada')
    expect(read).toEqual([['case.read', { protected: true }]])
  })

  test('is that of the latest submission, unless another is asked for; its name tells nothing but the case', async () => {
    const latest = await askPdf(ada, mine(of.caseId))
    const first = await askPdf(ada, `${mine(of.caseId)}?inskick=1`)
    expect([latest.name, first.name]).toEqual([`${of.number}.pdf`, `${of.number}.pdf`])
    expect(lettersIn(latest.pdf)).toContain('Storgatan*2*')
    expect(lettersIn(latest.pdf)).toContain('Komplettering1')
    expect(lettersIn(first.pdf)).toContain('Storgatan#1')
    expect(lettersIn(first.pdf)).toContain('Förstahandlingeniärendet')
    expect((await askPdf(ada, `${mine(of.caseId)}?inskick=kanske`)).pdf).toEqual(latest.pdf)
  })

  test('is nowhere for a submission or a case that is not there', async () => {
    await expect(askPdf(ada, `${mine(of.caseId)}?inskick=3`)).rejects.toMatchObject(nowhere)
    await expect(askPdf(ada, mine(randomUUID()))).rejects.toMatchObject(nowhere)
  })

  test('is the same file for the case worker, whose reading is written down', async () => {
    recorded.length = 0
    const { name, pdf } = await askPdf(hugo, staff(of.caseId))
    expect([name, pdf]).toEqual([`${of.number}.pdf`, (await askPdf(ada, mine(of.caseId))).pdf])
    expect(recorded).toEqual([`case.read ${of.caseId}`])
  })
})

describe('the copy of somebody not logged in', () => {
  test('is found by the receipt, in the same visit alone', async () => {
    const actor = aVisitor()
    const visitor = database.context({ actor })
    const { receipt = '', number } = await aCase(visitor, { typed: { plats: 'Storgatan 1' } })
    const address = `${receiptPath(receipt)}/pdf`
    const { name, pdf } = await askPdf(visitor, address)
    expect(name).toBe(`${number}.pdf`)
    expect(lettersIn(pdf)).toContain('Skickadesinutaninloggning')

    const month = { now: () => later(new Date(), days(31)) }
    for (const ctx of [
      database.context({ actor: aVisitor() }),
      database.context({ actor: anonymous }),
      database.context({ actor, tenant: testTenants.nordby }),
      database.context({ actor, clock: month }),
      ada,
      hugo,
    ]) {
      await expect(askPdf(ctx, address)).rejects.toMatchObject(nowhere)
    }
    await expect(askPdf(visitor, `${receiptPath('gissning')}/pdf`)).rejects.toMatchObject(nowhere)
  })
})
