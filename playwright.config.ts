import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './tests/support/browser.ts'

/** Far from the ports that people use, and below those that the system gives to connections; workers are told by the environment. */
process.env.JOURNEY_PORT ??= String(20_000 + Math.floor(Math.random() * 6000) * 2)
const port = Number(process.env.JOURNEY_PORT)
process.env.JOURNEY_DATA ??= mkdtempSync(join(tmpdir(), 'handslag-journeys-'))

const launch = await chromiumLaunch()

/** Journeys walk the screens of a whole running installation, three times: with a mouse, by keyboard alone, and without JavaScript. */
export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  // A journey is long, and axe looks at each of its pages; what a single page may take stands below.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  // More than there are processors: much of a journey waits for an app's or an issuer's answer.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    launchOptions: launch,
    actionTimeout: 30_000,
    // A trace costs a quarter of the time: `JOURNEY_TRACE=1` keeps those of what fails.
    trace: process.env.JOURNEY_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'mouse', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'keyboard',
      grep: /@citizen|@keyboard/,
      use: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
    },
    {
      name: 'no-script',
      grep: /@citizen|@no-script/,
      use: { viewport: { width: 320, height: 800 }, javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: './script/server',
    url: `http://localhost:${port}/healthz`,
    timeout: 180_000,
    env: {
      PORT: String(port),
      HANDSLAG_DATA: process.env.JOURNEY_DATA,
      HANDSLAG_REQUESTS_PER_MINUTE: '100000',
      NODE_ENV: 'development',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
