import { HtmlValidate } from 'html-validate'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../../../tests/support/axe.ts'
import { ada, sampleFrame } from '../../../tests/support/frame.ts'
import { type StyledPages, styledPages } from '../../../tests/support/styled-pages.tsx'
import type { Language } from '../../platform/texts/catalogue.ts'
import { FrameProvider } from '../../ui/frame.ts'
import { Done } from '../done.ts'
import { FailureWord } from '../failure-word.ts'
import { FailureNotice } from './failure-notice.tsx'
import { InvitationStateView } from './invitation-state-view.tsx'
import { InvitationView } from './invitation-view.tsx'
import { RequestView } from './request-view.tsx'
import { anInvitation, aParty, aRequestView, ownForm, ownTurn, samples } from './testing/samples.tsx'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    'tel-non-breaking': 'off',
    // The renderer writes them so.
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'error',
  },
})

let pages: StyledPages

beforeAll(async () => {
  pages = await styledPages()
}, 120_000)

afterAll(async () => await pages.close())

const reader = { reader: ada, path: '/signera/1' }

describe.each(Object.entries(samples))('%s', (_name, sample) => {
  test('is valid HTML, in both languages', async () => {
    for (const language of ['sv', 'en'] as const) {
      const report = await validator.validateString(pages.html(sample(), { ...reader, language }))
      const messages = report.results.flatMap((result) => result.messages)
      expect(messages.map(({ ruleId, message, selector }) => ({ ruleId, message, selector }))).toEqual([])
    }
  })

  test('is usable at 320 px, and axe finds nothing', async () => {
    await pages.on(pages.html(sample(), reader), { viewport: { width: 320, height: 800 } }, async (page) => {
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    })
  })
})

const html = (view: Parameters<typeof renderToString>[0], language: Language = 'sv'): string =>
  renderToString(<FrameProvider value={sampleFrame({ reader: ada, language })}>{view}</FrameProvider>)

const requestHtml = (request: Parameters<typeof RequestView>[0]['request']): string =>
  html(<RequestView request={request} ways={[]} region="Region Exempel" />)

describe('the applicant’s page', () => {
  test('says what signing leads to, by who else signs', () => {
    expect(requestHtml(ownTurn())).toMatch(/<h1>Skriv under och skicka in<.*skickas ansökan in direkt/s)
    const others = requestHtml(ownTurn(aParty({ state: 'waiting' })))
    expect(others).toMatch(/<h1>Skriv under<.*Ansökan skickas in när alla har skrivit under\./s)
    expect(requestHtml(aRequestView({ what: 'supplement' }))).toContain('Kompletteringen skickas in när alla')
  })

  test('says of changing and withdrawing what is true before anybody has signed, and after', () => {
    const before = requestHtml(ownTurn(aParty({ state: 'waiting' })))
    expect(before).toMatch(/bjuder vi in den andra\..*Du kommer tillbaka till granskningen/s)
    expect(before).not.toContain('skriva under på nytt')
    expect(requestHtml(aRequestView())).toContain('Alla måste då skriva under på nytt')
    const [two, both] = [aParty({ state: 'waiting' }), aParty({ id: 'c', state: 'waiting' })]
    expect(requestHtml({ ...ownTurn(two, both), inOrder: true })).toContain('bjuder vi in de andra, en i taget.')
  })

  test('tells who can sign by none of the ways whom to turn to', () => {
    expect(requestHtml(ownTurn())).toMatch(/Du kan inte skriva under här.*Ring kontaktcenter, /s)
  })

  test.each(Done.options.filter((done) => done !== 'sparad' && done !== 'avbojt'))('says "%s"', (done) => {
    for (const what of ['application', 'supplement'] as const) {
      const request = aRequestView({ what })
      expect(html(<RequestView request={request} ways={[]} region="Region Exempel" done={done} />)).toContain(
        '"status"',
      )
    }
  })

  test('can’t remind or redirect who is beyond it, and says why who won’t sign', () => {
    const waiting = requestHtml(aRequestView())
    expect(waiting).toMatch(/Påminn, Bo Exempel.*Ändra kontaktadress, Bo Exempel/s)
    const declined = aParty({ state: 'declined', reason: 'Nej tack.', mayRemind: false, mayChangeContact: false })
    const [applicant] = aRequestView().parties
    const page = requestHtml(aRequestView({ parties: applicant ? [applicant, declined] : [] }))
    expect(page).toContain('Skäl: Nej tack.')
    expect(page).not.toMatch(/Påminn|Ändra kontaktadress|bo@prov\.example/)
  })

  test.each([
    [{ isStuck: true, mayMiss: true }, /Sista dagen var 20 november 2026.*Skicka in ändå, en underskrift saknas/s],
    [{ isStuck: true, mayMiss: false }, /kan bara skickas in om alla skriver under/],
  ])('offers what there is when nobody is left to wait for: %j', (given, words) => {
    const page = requestHtml(aRequestView(given))
    expect(page).toMatch(words)
    expect(page.includes('/skicka-in-anda')).toBe(given.mayMiss)
  })
})

test('who is asked to sign sees whether the others have signed, and nothing of what was said to them', () => {
  const cecilia = aParty({ id: 'c', name: 'Cecilia Prov', state: 'read', remindedAt: new Date('2026-11-09T08:00:00Z') })
  const page = html(<InvitationView invitation={anInvitation({ parties: [cecilia, aParty({ isOwn: true })] })} />)
  expect(page).toMatch(/Cecilia Prov.*Har inte skrivit under än/s)
  expect(page).not.toMatch(/Påmind|9 november|bo@prov\.example|31 000/)
})

test.each(['changing', 'withdrawn', 'declined'] as const)(
  'whoever has nothing to sign is told so of a supplement: %s',
  (state) => {
    const shown = {
      draft: '1',
      service: 'Tjänst',
      what: 'supplement',
      at: new Date(),
      groups: [],
      parties: [],
    } as const
    const page = html(<InvitationStateView {...shown} state={state} failure={{ word: 'andrad', words: undefined }} />)
    expect(page).toContain('Svaren ändrades medan du skrev under')
    expect(page).not.toMatch(/[Aa]nsökan|[Ää]ndringarna/)
  },
)

test('what was typed stands in the fields when it must be mended', () => {
  const page = html(
    <InvitationView
      invitation={anInvitation({ own: ownForm({ sysselsattning: 'Sågverket' }) })}
      problems={[{ questionId: 'sysselsattning', key: 'forms.missing.text' }]}
    />,
  )
  expect(page).toMatch(/<title>Fel: .*value="Sågverket"/s)
})

test.each(FailureWord.options)('"%s" is told in both languages', (word) => {
  const [swedish, english] = [
    html(<FailureNotice failure={{ word, words: undefined }} />),
    html(<FailureNotice failure={{ word, words: undefined }} />, 'en'),
  ]
  expect(swedish).toContain('role="status"')
  expect(english).not.toBe(swedish)
})
