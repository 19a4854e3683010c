import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { findClamd, type StartedClamd, startClamd } from './scanner/start-clamd.ts'

/** What a runner counted. */
type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

async function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  return await new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (status) => resolve(status === 0))
  })
}

/** The checks count as one test each run. */
async function check(): Promise<Count> {
  const ok = await run('./script/check', [])
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

async function vitest(report: string): Promise<Count> {
  const clamd = await installedClamd()
  const ok = await run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    clamd ? { TEST_CLAMD_URL: clamd.address } : {},
  )
  await clamd?.stop()
  const found = await readReport(report, VitestReport)
  if (!found) return { passed: 0, failed: 1, skipped: 0 }
  const failed = found.numFailedTests
  return {
    passed: found.numPassedTests,
    // A file that can't even be loaded has no failed test, and still has failed.
    failed: ok ? failed : Math.max(failed, found.numFailedTestSuites, 1),
    skipped: found.numPendingTests + found.numTodoTests,
  }
}

/** The virus scanner that tests ask: this machine's clamd, started for them; without one, or when it doesn't start, tests take the simulator. */
async function installedClamd(): Promise<StartedClamd | undefined> {
  const program = findClamd()
  const say = (words: string) => process.stdout.write(`virus scanner of the tests: ${words}\n`)
  if (!program) return void say('the simulator (no clamd is installed)')
  try {
    const clamd = await startClamd(program, folder)
    say(program)
    return clamd
  } catch (error) {
    return void say(`the simulator (${error instanceof Error ? error.message : String(error)})`)
  }
}

async function journeys(report: string): Promise<Count> {
  const ok =
    (await run('./script/build', [])) &&
    (await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report }))
  const found = await readReport(report, PlaywrightReport)
  if (!found) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = found.stats
  return { passed: expected, failed: ok ? unexpected + flaky : Math.max(unexpected + flaky, 1), skipped }
}

async function readReport<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

const folder = await mkdtemp(join(tmpdir(), 'handslag-reports-'))
const counts = [await check(), await vitest(join(folder, 'vitest.json')), await journeys(join(folder, 'journeys.json'))]
await rm(folder, { recursive: true })

const sum = (what: keyof Count) => counts.reduce((total, count) => total + count[what], 0)
process.stdout.write(`\ntests: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`)
process.exitCode = sum('failed') === 0 ? 0 : 1
