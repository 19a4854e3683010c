import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ada, alma, hugo, sampleFrame, unnamed } from '../../../tests/support/frame.ts'
import { FrameProvider } from '../frame.ts'
import { Page, type PageProps } from './page.tsx'

function html(frame: Parameters<typeof sampleFrame>[0], props: Partial<PageProps> = {}): string {
  return render(
    <FrameProvider value={sampleFrame(frame)}>
      <Page title="Sida" {...props}>
        <p>Innehåll</p>
      </Page>
    </FrameProvider>,
  )
}

test('the title names page and municipality, and begins with "Fel:" when something must be mended', () => {
  expect(html({})).toContain('<title>Sida – Exempelköping</title>')
  expect(html({}, { hasProblems: true })).toContain('<title>Fel: Sida – Exempelköping</title>')
  expect(html({ language: 'en', theme: 'nordby' }, { hasProblems: true })).toContain(
    '<title>Error: Sida – Nordby</title>',
  )
})

test('the language link keeps the page and its query', () => {
  expect(html({ path: '/e-tjanster?q=båt&lang=sv' })).toContain('href="/e-tjanster?q=b%C3%A5t&amp;lang=en"')
  expect(html({ path: '/e-tjanster', language: 'en' })).toContain('href="/e-tjanster?lang=sv"')
})

test('a visitor logs in and comes back to the page', () => {
  expect(html({ path: '/e-tjanster?q=a' })).toContain('href="/logga-in?till=%2Fe-tjanster%3Fq%3Da"')
  expect(html({})).not.toContain('<session-clock')
})

test('a person whose name must not be shown is called "Inloggad"', () => {
  expect(html({ reader: unnamed })).toContain('<span class="name">Inloggad</span>')
})

test('the menu marks the page itself, or only its part of the site', () => {
  expect(html({ reader: ada, path: '/mina-sidor?sida=2' }, { area: 'mine' })).toMatch(
    /class="menu-link" href="\/mina-sidor" aria-current="page"/,
  )
  expect(html({ reader: ada, path: '/mina-sidor/arenden/1' }, { area: 'mine' })).toMatch(
    /class="menu-link" href="\/mina-sidor" aria-current="true"/,
  )
})

test('staff see their own menu and none of the citizen’s', () => {
  const page = html({ reader: hugo, path: '/handlaggning/arenden' }, { area: 'work' })
  expect(page).toContain('Hugo Berg')
  expect(page).not.toContain('/mina-sidor')
  expect(page).not.toContain('/admin')
  expect(html({ reader: alma, path: '/admin/e-tjanster' }, { area: 'services' })).toMatch(
    /href="\/admin\/e-tjanster" aria-current="page">E-tjänster</,
  )
})

test('who is logged in is told until when, and the sooner of the two limits counts', () => {
  const endsAt = new Date('2026-11-06T14:00:00Z')
  const idle = { idleEndsAt: new Date('2026-11-06T13:30:00Z'), endsAt }
  expect(html({ reader: { ...ada, session: idle } })).toContain('Du loggas ut kl. 14.30 om du inte gör något.')
  const last = html({ reader: { ...ada, session: { idleEndsAt: new Date('2026-11-06T14:20:00Z'), endsAt } } })
  expect(last).toContain('<p>Du loggas ut kl. 15.00.</p>')
})
