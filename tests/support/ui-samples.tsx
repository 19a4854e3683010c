import { join } from 'node:path'
import type { Page as BrowserPage } from 'playwright-core'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { StylesManifest } from '../../script/build-styles.ts'
import { FrameProvider } from '../../src/ui/frame.ts'
import { SampleCasePage } from '../../src/ui/samples/case-page.tsx'
import { SampleMyCasesPage } from '../../src/ui/samples/my-cases-page.tsx'
import {
  SampleReceiptPage,
  SampleSearchPage,
  SampleServicePage,
  SampleStatesPage,
} from '../../src/ui/samples/other-pages.tsx'
import { SampleStaffListPage } from '../../src/ui/samples/staff-list-page.tsx'
import { SampleStartPage } from '../../src/ui/samples/start-page.tsx'
import { SampleStepPage } from '../../src/ui/samples/step-page.tsx'
import { ada, hugo, sampleFrame, unnamed } from './frame.ts'

type Sample = { readonly view: () => VNode; readonly frame: Parameters<typeof sampleFrame>[0] }

const samples = {
  start: { view: SampleStartPage, frame: { path: '/' } },
  step: { view: SampleStepPage, frame: { reader: ada, path: '/utkast/1/du' } },
  'my-cases': { view: SampleMyCasesPage, frame: { reader: ada, path: '/mina-sidor' } },
  case: { view: SampleCasePage, frame: { reader: unnamed, path: '/mina-sidor/arenden/2' } },
  'staff-list': { view: SampleStaffListPage, frame: { reader: hugo, path: '/handlaggning/arenden' } },
  receipt: { view: SampleReceiptPage, frame: { path: '/kvittens/1' } },
  service: { view: SampleServicePage, frame: { path: '/e-tjanster/parkeringstillstand', language: 'en' } },
  search: { view: SampleSearchPage, frame: { path: '/e-tjanster?q=fullmakt' } },
  states: { view: SampleStatesPage, frame: { reader: ada, path: '/tillstand' } },
} as const satisfies Readonly<Record<string, Sample>>

export type SampleName = keyof typeof samples
export type ThemeName = 'exempelkoping' | 'nordby'

export const sampleNames: readonly SampleName[] = [
  'start',
  'step',
  'my-cases',
  'case',
  'staff-list',
  'receipt',
  'service',
  'search',
  'states',
]

/** A sample page as the server would send it. */
export function renderSample(name: SampleName, theme: ThemeName, manifest: StylesManifest): string {
  const { view: View, frame } = samples[name]
  const assets = {
    styles: `/assets/${manifest.styles}`,
    theme: `/assets/${manifest.themes[theme]}`,
    font: `/assets/${manifest.fonts.latin}`,
    script: '/assets/script.js',
  }
  const html = render(
    <FrameProvider value={sampleFrame({ ...frame, theme, assets })}>
      <View />
    </FrameProvider>,
  )
  return `<!doctype html>${html}`
}

const origin = 'http://handslag.test'

/**
 * Opens HTML in a browser, with the built files of a folder and the policy that forbids inline styles and scripts;
 * the design system's own signs are `data:` images.
 */
export async function openSample(page: BrowserPage, folder: string, body: string): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/assets/script.js') return route.fulfill({ body: '', contentType: 'text/javascript' })
    if (pathname.startsWith('/assets/')) return route.fulfill({ path: join(folder, pathname.slice('/assets/'.length)) })
    return route.fulfill({
      body,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "default-src 'self'; img-src 'self' data:" },
    })
  })
  await page.goto(`${origin}/`)
  await page.waitForFunction(() => document.fonts.status === 'loaded')
}
