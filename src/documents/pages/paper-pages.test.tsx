import { describe, expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { aPublishedForm, aService } from '../../catalogue/testing/a-service.ts'
import { saveStep } from '../../drafts/commands/save-step.ts'
import { aDraft, aPost, aStaffMember, aVisitor, someFacts } from '../../drafts/testing/a-draft.ts'
import { anonymous } from '../../platform/actor.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { printForm } from '../commands/print-form.ts'
import { describeBlankForms } from '../queries/describe-blank-forms.ts'
import { askPdf, letterhead } from '../testing/ask-pdf.ts'
import { lettersIn } from '../testing/pdf-text.ts'
import { checkFormPage } from './check-form.tsx'
import { printPages } from './print.tsx'

const database = await testDatabase()
const visitor = database.context({ actor: aVisitor() })
const form = await aPublishedForm(visitor)
const readLetterhead = async () => letterhead
const ports = { readFacts: someFacts, readLetterhead, afterSessionEnd: async () => undefined }

describe('the empty form', () => {
  test('is given to everybody, in the language that they ask for or read', async () => {
    const reader = database.context({ actor: anonymous })
    const [swedish, english] = [
      await askPdf(reader, '/e-tjanster/provblankett/blankett'),
      await askPdf(reader, '/e-tjanster/provblankett/blankett?sprak=en'),
    ]
    expect([swedish.name, english.name]).toEqual(['provblankett-sv.pdf', 'provblankett-en.pdf'])
    expect(lettersIn(english.pdf)).toContain('Provblankett(English)')
    const inEnglish = { ...reader, texts: textsFor('en', 'Europe/Stockholm') }
    const own = await askPdf(inEnglish, '/e-tjanster/provblankett/blankett?sprak=xx')
    expect(own.pdf.equals(english.pdf)).toBe(true)
  })

  test('is that of the version in use, with the municipality’s look', async () => {
    const reader = database.context({ actor: anonymous })
    await aPublishedForm(visitor, { shortName: 'andras' })
    const first = await askPdf(reader, '/e-tjanster/andras/blankett')
    await aPublishedForm(visitor, { shortName: 'andras', fee: { sv: 'Det kostar 50 kr.' } })
    const second = await askPdf(reader, '/e-tjanster/andras/blankett')
    expect(lettersIn(first.pdf)).not.toContain('Detkostar50kr.')
    expect(lettersIn(second.pdf)).toContain('Detkostar50kr.')
    const [sv] = await describeBlankForms(reader, form, async () => ({ municipality: 'Andra kommunen' }))
    expect(sv).toMatchObject({ language: 'sv', href: '/e-tjanster/provblankett/blankett?sprak=sv', pages: 2 })
  })

  test('isn’t there for an e-service, for nothing, and in the twin municipality', async () => {
    await aService(visitor)
    for (const [shortName, tenant] of [
      ['provtjanst', testTenants.exempelkoping],
      ['finns-inte', testTenants.exempelkoping],
      ['provblankett', testTenants.nordby],
    ] as const) {
      const asked = askPdf(database.context({ tenant }), `/e-tjanster/${shortName}/blankett`)
      await expect(asked).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('a form that is filled in on screen', () => {
  const [printPage, printedPage] = printPages(ports)
  const show = async (page: typeof printPage, draft: string) => {
    if (!page) throw new Error('No such page')
    return await showPage(page, visitor, { params: { draft } })
  }

  test('ends with its PDF, and is never offered to be sent', async () => {
    const { id } = await aDraft(visitor, { service: form })
    expect(await show(printPage, id)).toContain('Något saknas eller behöver rättas innan du kan skriva ut')
    await expect(show(printedPage, id)).rejects.toThrow('redirect')
    await saveStep(visitor, { draft: id, step: 'fragor', posted: aPost({ namn: 'Ada' }), by: 'button' })
    const review = await show(printPage, id)
    expect(review).toContain('Skapa blanketten')
    expect(review).not.toContain('Skicka in')
    await printForm(visitor, id, ports)
    const [, code] = /<dd>([2-9A-Z]{4}-[2-9A-Z]{4})<\/dd>/.exec(await show(printedPage, id)) ?? []
    const { name, pdf } = await askPdf(visitor, `/utkast/${id}/skriv-ut/blankett`)
    expect(name).toBe(`provblankett-${code}.pdf`)
    expect(lettersIn(pdf)).toContain(`Kod${code}`)
  })
})

test('the page that looks up codes is for staff', async () => {
  await expect(showPage(checkFormPage, visitor)).rejects.toMatchObject({ code: 'not-found' })
  const hugo = database.context({ actor: aStaffMember() })
  expect(await showPage(checkFormPage, hugo, { query: { kod: '<b>' } })).toContain('Koden är felskriven')
  expect(await showPage(checkFormPage, hugo, { query: { kod: '2222-2222' } })).toContain('Det finns ingen utskrift')
})
