import { gzipSync } from 'node:zlib'
import type { BrowserContext, Response } from 'playwright-core'
import { launchBrowser } from '../../tests/support/browser.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { limitRow, median, type Row } from './row.ts'
import { measured } from './services.ts'

// A slow phone: bits a second, milliseconds of round trip, and how much slower than this machine it computes.
const phone = { bitsASecond: 1_600_000, roundTrip: 150, slower: 4 }
const visits = 3

/** What the pages of a citizen weigh in a real browser at the first visit, and when their largest part stands on a slow phone. */
export async function measureWeight(place: Place): Promise<readonly Row[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const rows = await measurePage(context, 'start page', place.origin)
    const step = await beginForm(context, place)
    return [
      ...rows,
      ...(await measurePage(context, 'a step of 25 questions', step)),
      ...(await measurePage(context, 'Mina sidor', `${place.origin}/mina-sidor`)),
    ]
  } finally {
    await browser.close()
  }
}

/** Begins the form, which leads by way of the hub; answers the address of its step. */
async function beginForm(context: BrowserContext, place: Place): Promise<string> {
  const page = await context.newPage()
  await page.goto(`${place.origin}/e-tjanster/${measured.form}`)
  await page.getByRole('button', { name: 'Starta e-tjänsten' }).first().click()
  await page.getByRole('link', { name: 'Logga in med e-legitimation' }).click()
  await page.getByRole('button', { name: 'BankID', exact: true }).click()
  await page.getByRole('radio', { name: 'Ada Exempel' }).check()
  await page.getByRole('button', { name: 'Legitimera' }).click()
  await page.waitForURL('**/utkast/**')
  const address = page.url()
  await page.close()
  return address
}

async function measurePage(context: BrowserContext, what: string, address: string): Promise<readonly Row[]> {
  const loads: Loaded[] = []
  for (let visit = 0; visit < visits; visit++) loads.push(await load(context, address))
  const [first] = loads
  if (!first) return []
  return [
    limitRow(`${what}: all of it, packed`, first.all / 1000, 120, 'kB'),
    limitRow(`${what}: script, packed`, first.script / 1000, 30, 'kB'),
    limitRow(`${what}: CSS, packed`, first.css / 1000, 28, 'kB'),
    limitRow(`${what}: requests`, first.requests, 10, ''),
    limitRow(`${what}: requests to elsewhere`, first.elsewhere, 0, ''),
    {
      what: `${what}: as the program sends it`,
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
  ]
}

type Loaded = Readonly<Record<'all' | 'script' | 'css' | 'requests' | 'elsewhere' | 'sent' | 'largest', number>>

/** One first visit: nothing is taken from the browser's cache. */
async function load(context: BrowserContext, address: string): Promise<Loaded> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.roundTrip,
    downloadThroughput: phone.bitsASecond / 8,
    uploadThroughput: phone.bitsASecond / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: phone.slower })
  const responses: Response[] = []
  page.on('response', (response) => {
    if (!response.url().startsWith('data:')) responses.push(response)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
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
  await page.close()
  const { origin } = new URL(address)
  return {
    all: sum(weighed.map(({ packed }) => packed)),
    script: of('script'),
    css: of('stylesheet'),
    requests: responses.length,
    elsewhere: responses.filter((response) => new URL(response.url()).origin !== origin).length,
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
