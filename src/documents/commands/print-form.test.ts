import { describe, expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { submitApplication } from '../../cases/commands/submit-application.ts'
import { submitPorts } from '../../cases/testing/a-case.ts'
import { aPublishedForm } from '../../catalogue/testing/a-service.ts'
import { expireDrafts } from '../../drafts/commands/expire-drafts.ts'
import { saveStep } from '../../drafts/commands/save-step.ts'
import { startService } from '../../drafts/commands/start-service.ts'
import { aCitizen, aDraft, aPost, aStaffMember, aVisitor, someFacts } from '../../drafts/testing/a-draft.ts'
import { type Actor, anonymous, system } from '../../platform/actor.ts'
import { hours, later } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { printPages } from '../pages/print.tsx'
import { openPrint } from '../paper/open-print.ts'
import { checkForm } from '../queries/check-form.ts'
import { letterhead } from '../testing/ask-pdf.ts'
import { printForm } from './print-form.ts'

const database = await testDatabase()
const visitor = database.context({ actor: aVisitor() })
const hugo = database.context({ actor: aStaffMember() })
const form = await aPublishedForm(visitor)
const words = { sv: 'Prov', en: 'Test' }
const ports = { ...submitPorts, readLetterhead: async () => letterhead }

/** A draft of the form with the name filled in. */
async function filledIn(ctx: Context, name = 'Ada'): Promise<string> {
  const { id } = await aDraft(ctx, { service: form })
  await fill(ctx, id, name)
  return id
}

async function fill(ctx: Context, draft: string, namn: string): Promise<void> {
  const revision = (await openedBy(ctx, draft)).review.draft.revision
  const saved = await saveStep(ctx, { draft, step: 'fragor', posted: aPost({ namn }, { revision }), by: 'button' })
  if (!saved.ok) throw new Error(saved.error)
}

async function openedBy(ctx: Context, draft: string) {
  const opened = await openPrint(ctx, someFacts, draft)
  if (opened.kind !== 'open') throw new Error(opened.path)
  return opened
}

const codeOf = async (ctx: Context, draft: string) => (await openedBy(ctx, draft)).toPrint?.print?.code

describe('a form on paper that is filled in on screen', () => {
  test('is printed with a code that says which version, when and in which language, to any of the staff', async () => {
    const draft = await filledIn(visitor)
    expect(await codeOf(visitor, draft)).toBeUndefined()
    expect(await printForm(visitor, draft, ports)).toEqual({ kind: 'printed' })
    const code = (await codeOf(visitor, draft)) ?? ''
    expect(await checkForm(hugo, code)).toMatchObject({
      kind: 'known',
      form: { shortName: 'provblankett' },
      print: { language: 'sv', pages: 2, versionId: form.versionId },
      version: { number: 1, isCurrent: true },
    })
  })

  test('has the same code when the same is printed again, by anybody, and another for anything else', async () => {
    const first = await filledIn(visitor, 'Bo')
    await printForm(visitor, first, ports)
    const code = await codeOf(visitor, first)
    await printForm(visitor, first, ports)
    expect(await codeOf(visitor, first)).toBe(code)

    const other = database.context({ actor: aVisitor() })
    const second = await filledIn(other, 'Bo')
    // Who tries out another's answers isn't told that they have been printed.
    expect(await codeOf(other, second)).toBeUndefined()
    await printForm(other, second, ports)
    expect(await codeOf(other, second)).toBe(code)
    await fill(other, second, 'Bo E')
    expect(await codeOf(other, second)).toBeUndefined()
    const inEnglish: Context = { ...visitor, texts: textsFor('en', 'Europe/Stockholm') }
    expect(await codeOf(inEnglish, first)).toBeUndefined()
  })

  test('has the same code when what it fetches of somebody is fetched anew, and another when that has changed', async () => {
    const contact = await aPublishedForm(visitor, {
      shortName: 'med-kontakt',
      form: {
        steps: [
          {
            id: 'fragor',
            title: words,
            questions: [{ id: 'kontakt', type: 'contact', label: words, address: 'shown' }],
          },
        ],
      },
    })
    const ctx = database.context({ actor: await aCitizen(database) })
    const { id } = await aDraft(ctx, { service: contact })
    const codeFrom = async (at: string, name = 'Ada') => {
      const fetched = { at, from: 'population-register' } as const
      const readFacts = async () => ({ today: '2027-03-03', person: { name, fetched } })
      await printForm(ctx, id, { ...ports, readFacts })
      const opened = await openPrint(ctx, readFacts, id)
      return opened.kind === 'open' ? opened.toPrint?.print?.code : undefined
    }
    const code = await codeFrom('2027-03-03T08:00:00Z')
    expect(code).toBeDefined()
    expect(await codeFrom('2027-03-04T09:30:00Z')).toBe(code)
    expect(await codeFrom('2027-03-04T09:30:00Z', 'Beda')).not.toBe(code)
  })

  test('is set once when it is printed, and not again to be told of or printed once more', async () => {
    const draft = await filledIn(visitor, 'En gång')
    // Whatever is set begins with the letterhead.
    let set = 0
    const counting = {
      ...ports,
      afterSessionEnd: async () => undefined,
      readLetterhead: async () => {
        set += 1
        return letterhead
      },
    }
    await printForm(visitor, draft, counting)
    const [, printedPage] = printPages(counting)
    if (!printedPage) throw new Error('No such page')
    expect(await showPage(printedPage, visitor, { params: { draft } })).toContain('Ladda ner blanketten (PDF, 2 sidor)')
    await printForm(visitor, draft, counting)
    expect(set).toBe(1)
  })

  test('is not printed while something is wrong in it', async () => {
    const { id } = await aDraft(visitor, { service: form })
    expect(await printForm(visitor, id, ports)).toMatchObject({
      kind: 'open',
      review: { problems: [{ stepId: 'fragor' }] },
    })
    expect(await codeOf(visitor, id)).toBeUndefined()
  })

  test('is printed twice at once with one code', async () => {
    const draft = await filledIn(visitor, 'Samtidig')
    await Promise.all([printForm(visitor, draft, ports), printForm(visitor, draft, ports)])
    expect(await codeOf(visitor, draft)).toBeDefined()
  })

  test('tells events and the table of prints nothing of what was written, nor by whom', async () => {
    const events: Event[] = []
    const ctx = { ...database.context({ actor: await aCitizen(database) }) }
    const draft = await filledIn(ctx, 'Hemligheten')
    await printForm({ ...ctx, sink: async (_ctx, _tx, happened) => void events.push(...happened) }, draft, ports)
    const { serviceId, versionId } = form
    expect(events).toEqual([expect.objectContaining({ type: 'form.printed', data: { serviceId, versionId } })])
    const rows = await database.query<object>('select * from documents.printed_form')
    const words = JSON.stringify(rows)
    for (const word of ['Hemligheten', draft, ctx.actor.kind === 'citizen' ? ctx.actor.id : '']) {
      expect(words).not.toContain(word)
    }
  })

  test('is kept for a day after printing, and removed then; a change keeps it longer', async () => {
    const ctx = database.context({ actor: await aCitizen(database) })
    const [printed, changed] = [await filledIn(ctx), await filledIn(ctx)]
    await printForm(ctx, printed, ports)
    await printForm(ctx, changed, ports)
    await fill(ctx, changed, 'Ändrad')
    const tomorrow = later(ctx.clock.now(), hours(25))
    await expireDrafts({ ...actingAs(ctx, system), clock: { now: () => tomorrow } })
    await expect(openedBy(ctx, printed)).rejects.toMatchObject({ code: 'not-found' })
    expect((await openedBy(ctx, changed)).review.draft.id).toBe(changed)
  })

  test('is nobody else’s: not another visitor’s, not staff’s, not the twin municipality’s', async () => {
    const draft = await filledIn(visitor)
    const others: readonly Context[] = [
      database.context({ actor: aVisitor() }),
      database.context({ actor: anonymous }),
      hugo,
      database.context({ actor: visitor.actor, tenant: testTenants.nordby }),
    ]
    for (const ctx of others) {
      await expect(printForm(ctx, draft, ports)).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('never becomes a case: neither by the command nor past it', async () => {
    const draft = await filledIn(visitor)
    await expect(submitApplication(visitor, { draftId: draft }, ports)).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      database.query(`update drafts.draft set state = 'sent' where draft_id = $1`, [draft]),
    ).rejects.toMatchObject({ code: '23514' })
    await expect(
      database.query(`update drafts.draft set kind = 'electronic' where draft_id = $1`, [draft]),
    ).rejects.toMatchObject({ code: '23503' })
    await expect(
      database.query(
        `insert into cases.submission (tenant_id, draft_id, case_id, sequence, version_id, schema_version, answers, digest,
           source, actor_kind, received_at, seen)
         select tenant_id, draft_id, draft_id, 1, version_id, 1, '{}', '', 'citizen', 'visitor', now(), '{}'
         from drafts.draft where draft_id = $1`,
        [draft],
      ),
    ).rejects.toMatchObject({ code: '23503' })
  })
})

test('of a form that is only printed nothing typed is received', async () => {
  const { shortName } = await aPublishedForm(visitor, { shortName: 'bara-papper', fillable: false })
  await expect(startService(visitor, someFacts, { shortName, logIn: false })).rejects.toMatchObject({
    code: 'not-found',
  })
})

describe('looking up a code', () => {
  test.each<Actor>([anonymous, aVisitor(), system])('is not for $kind', async (actor) => {
    await expect(checkForm(database.context({ actor }), 'K7QM-2XRD')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('tells a mistyped code from an unknown one, and knows nothing of the twin municipality’s', async () => {
    const draft = await filledIn(visitor, 'Tvilling')
    await printForm(visitor, draft, ports)
    const code = (await codeOf(visitor, draft)) ?? ''
    const wrong = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
    expect(await checkForm(hugo, wrong)).toEqual({ kind: 'misread' })
    expect(await checkForm(database.context({ actor: aStaffMember(), tenant: testTenants.nordby }), code)).toEqual({
      kind: 'unknown',
    })
  })

  test('says when the form has a newer version', async () => {
    const older = await aPublishedForm(visitor, { shortName: 'andras' })
    const { id } = await aDraft(visitor, { service: older })
    await fill(visitor, id, 'Ada')
    await printForm(visitor, id, ports)
    const code = (await codeOf(visitor, id)) ?? ''
    await aPublishedForm(visitor, { shortName: 'andras', fee: { sv: 'Nytt.' } })
    expect(await checkForm(hugo, code)).toMatchObject({ version: { number: 1, isCurrent: false } })
  })
})
