import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { buildStyles } from '../../script/build-styles.ts'
import { FrameProvider } from '../../src/ui/frame.ts'
import { launchBrowser } from './browser.ts'
import { sampleFrame } from './frame.ts'

const origin = 'http://handslag.test'

/** A browser with the built style sheets, that shows views without a server. */
export type StyledPages = {
  /** A view as the server would send it. */
  readonly html: (view: VNode, frame: Parameters<typeof sampleFrame>[0]) => string
  /** Opens HTML as a page of ours: with the policy that forbids inline styles and scripts. Whatever is posted answers the same page. */
  readonly on: (html: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>) => Promise<void>
  /** What the style sheets of the example municipality weigh, packed, in bytes. */
  readonly weight: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Builds the style sheets and starts a browser; whoever calls closes it. */
export async function styledPages(): Promise<StyledPages> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-ui-'))
  const manifest = await buildStyles({ outDir: folder })
  const browser = await launchBrowser()

  let body = ''
  const pages = new Map<string, Promise<Page>>()

  /** One page for all that are looked at in the same way: it shows one after the other, and to open one takes as long as to look at it. */
  async function pageFor(options: BrowserContextOptions): Promise<Page> {
    const key = JSON.stringify(options)
    const page = pages.get(key) ?? browser.newPage(options)
    if (!pages.has(key)) await serve(await page)
    pages.set(key, page)
    return await page
  }

  const serve = async (page: Page): Promise<unknown> =>
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/assets/script.js') return route.fulfill({ body: '', contentType: 'text/javascript' })
      if (pathname.startsWith('/assets/'))
        return route.fulfill({ path: join(folder, pathname.slice('/assets/'.length)) })
      return route.fulfill({
        body,
        contentType: 'text/html; charset=utf-8',
        // The design system's own signs are `data:` images.
        headers: { 'content-security-policy': "default-src 'self'; img-src 'self' data:" },
      })
    })

  return {
    html: (view, choices) => {
      const assets = {
        styles: `/assets/${manifest.styles}`,
        theme: `/assets/${manifest.themes[choices?.theme ?? 'exempelkoping']}`,
        font: `/assets/${manifest.fonts.latin}`,
        script: '/assets/script.js',
      }
      return `<!doctype html>${render(<FrameProvider value={sampleFrame({ ...choices, assets })}>{view}</FrameProvider>)}`
    },
    on: async (html, options, work) => {
      const page = await pageFor(options)
      body = html
      await page.goto(`${origin}/`)
      await page.waitForFunction(() => document.fonts.status === 'loaded')
      try {
        await work(page)
      } finally {
        page.removeAllListeners()
      }
    },
    weight: async () => {
      const files = [manifest.styles, manifest.themes.exempelkoping ?? '']
      const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(folder, file))).length))
      return sizes.reduce((sum, size) => sum + size, 0)
    },
    close: async () => {
      // What a page still fetches is answered by us: the browser mustn't be gone before the answer.
      const open = browser.contexts().flatMap((context) => context.pages())
      await Promise.all(open.map(async (page) => await page.unrouteAll({ behavior: 'wait' })))
      await browser.close()
      await rm(folder, { recursive: true })
    },
  }
}
