import { gzipSync } from 'node:zlib'
import type { BrowserContext, Response } from 'playwright-core'
import { launchBrowser } from '../../tests/support/browser.ts'
import { startService } from '../../tests/support/client/application.ts'
import type { Client } from '../../tests/support/client/client.ts'
import { aCitizen } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { limitRow, median, type Row } from './row.ts'
import { measured } from './services.ts'

// A slow phone: bits a second, milliseconds of round trip, and how much slower than this machine it computes.
const phone = { bitsASecond: 1_600_000, roundTrip: 150, slower: 4 }
const visits = 3

/** What the pages of a citizen weigh in a real browser at the first visit, and when their largest part stands on a slow phone. */
export async function measureWeight(place: Place): Promise<readonly Row[]> {
  const ada = await aCitizen(place.origin, 'ada')
  const step = await startService(ada, measured.form)
  const pages = [
    { what: 'start page', path: '/', client: undefined },
    { what: 'a step of 25 questions', path: step.url.pathname, client: ada },
    { what: 'Mina sidor', path: '/mina-sidor', client: ada },
  ]
  const browser = await launchBrowser()
  try {
    const rows: Row[] = []
    for (const { what, path, client } of pages) {
      const loads = []
      for (let visit = 0; visit < visits; visit++) {
        const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
        loads.push(await load(context, place, path, client))
        await context.close()
      }
      const [first] = loads
      if (!first) continue
      rows.push(
        limitRow(`${what}: all of it, packed`, first.all / 1000, 120, 'kB'),
        limitRow(`${what}: script, packed`, first.script / 1000, 30, 'kB'),
        limitRow(`${what}: CSS, packed`, first.css / 1000, 28, 'kB'),
        limitRow(`${what}: requests`, first.requests, 10, ''),
        {
          what: `${what}: from elsewhere`,
          measured: `${first.elsewhere}`,
          target: '0',
          reached: first.elsewhere === 0,
        },
        {
          what: `${what}: as sent by the program`,
          measured: `${(first.sent / 1000).toFixed(0)} kB`,
          target: '',
          reached: undefined,
        },
        limitRow(
          `${what}: largest part stands on a slow phone after`,
          median(loads.map(({ largest }) => largest)) / 1000,
          1.5,
          's',
        ),
      )
    }
    return rows
  } finally {
    await browser.close()
  }
}

type Loaded = Readonly<Record<'all' | 'script' | 'css' | 'requests' | 'elsewhere' | 'sent' | 'largest', number>>

async function load(context: BrowserContext, place: Place, path: string, client: Client | undefined): Promise<Loaded> {
  const cookies = (client?.cookieFor('/') ?? '').split('; ').filter((pair) => pair !== '')
  await context.addCookies(
    cookies.map((pair) => {
      const [name = '', value = ''] = pair.split('=')
      return { name, value, url: place.origin, secure: true, httpOnly: true }
    }),
  )
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.roundTrip,
    downloadThroughput: phone.bitsASecond / 8,
    uploadThroughput: phone.bitsASecond / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: phone.slower })
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(place.origin + path, { waitUntil: 'networkidle' })
  const largest = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  const weighed = await Promise.all(responses.map(async (response) => await weigh(response)))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const of = (kind: string) => sum(weighed.filter((one) => one.kind === kind).map(({ packed }) => packed))
  return {
    all: sum(weighed.map(({ packed }) => packed)),
    script: of('script'),
    css: of('stylesheet'),
    requests: responses.length,
    elsewhere: responses.filter(
      (response) => new URL(response.url()).origin !== place.origin && !response.url().startsWith('data:'),
    ).length,
    sent: sum(weighed.map(({ sent }) => sent)),
    largest,
  }
}

/** Bytes of an answer as they came, and packed as a proxy would; fonts are packed already. */
async function weigh(
  response: Response,
): Promise<{ readonly kind: string; readonly packed: number; readonly sent: number }> {
  const kind = response.request().resourceType()
  const body = await response.body().catch(() => Buffer.alloc(0))
  const { responseBodySize } = await response.request().sizes()
  return { kind, packed: kind === 'font' ? body.length : gzipSync(body).length, sent: responseBodySize }
}
