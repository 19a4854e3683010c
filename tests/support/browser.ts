import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache')
const unpacker = join(import.meta.dirname, 'unpack-chromium.ts')

/** What Playwright needs to start a Chromium. */
export type ChromiumLaunch = {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

/** The Chromium to test with: `CHROMIUM`, else the system's, else the one of `@sparticuz/chromium`, which needs no system package. */
export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const installed = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && existsSync(path),
  )
  const unpacked = installed ? undefined : await unpackedChromium()
  const fonts = unpacked && !existsSync('/etc/fonts/fonts.conf') ? { FONTCONFIG_PATH: join(unpacked, 'fonts') } : {}
  return {
    executablePath: installed ?? join(unpacked ?? '', 'chromium'),
    args: [
      // Tests run as root and in containers, where Chromium's own sandbox can't; the pages are ours.
      '--no-sandbox',
      '--no-zygote',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--disable-gpu',
      // The pages are ours: a process for each of their sites, and one to draw, would cost a third of the time.
      '--disable-site-isolation-trials',
      '--in-process-gpu',
    ],
    env: { ...environment(), ...fonts },
  }
}

/** A browser for tests; the caller closes it. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await chromiumLaunch())

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** The folder with the unpacked browser. Test processes that start together each unpack to their own folder; the first rename wins. */
async function unpackedChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(cache, `handslag-chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const own = await mkdtemp(join(cache, 'unpacking-'))
  await promisify(execFile)(process.execPath, [unpacker], { env: { ...process.env, TMPDIR: own } })
  const configuration = `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`
  await writeFile(join(own, 'fonts/fonts.conf'), `<?xml version="1.0"?>${configuration}\n`)
  await rename(own, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(own, { recursive: true, force: true })
  })
  return folder
}
