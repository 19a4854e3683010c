import { cpus } from 'node:os'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startInstallation } from '../tests/support/installation/installation.ts'
import { measureList } from './benchmarks/case-list.ts'
import { measureLargeForm } from './benchmarks/large-form.ts'
import { measureMemory } from './benchmarks/memory.ts'
import { measureOpenPages, measureStep } from './benchmarks/pages.ts'
import { measurePostStep } from './benchmarks/post-step.ts'
import { type Row, tableOf } from './benchmarks/row.ts'
import { measuredServices } from './benchmarks/services.ts'
import { measureStart } from './benchmarks/start.ts'
import { measureSubmit } from './benchmarks/submit.ts'
import { measureWeight } from './benchmarks/weight.ts'
import { startPlainServer } from './benchmarks/yardsticks.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '200000' },
    memory: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const only = values.only?.split(',')
const installation = await startInstallation(await measuredServices())
const plain = await startPlainServer()

/** What is measured, in an order in which nothing disturbs what comes after it: the many cases come late. */
const measures: readonly (readonly [name: string, run: () => Promise<readonly Row[]>])[] = [
  ['form', async () => [...(await measureStep(installation, plain)), ...(await measurePostStep(installation, plain))]],
  ['large', async () => await measureLargeForm(installation)],
  ['pages', async () => await measureOpenPages(installation, plain)],
  ['submit', async () => await measureSubmit(installation)],
  ['weight', async () => await measureWeight(installation)],
  ['list', async () => await measureList(installation, Number(values.cases))],
  ['start', async () => await measureStart()],
  ['memory', async () => await measureMemory(installation)],
]

const wanted = measures.filter(([name]) => only?.includes(name) ?? (name !== 'memory' || values.memory))
const rows: Row[] = []
try {
  process.stdout.write(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node.js ${process.version}\n`)
  for (const [name, run] of wanted) {
    const found = await run()
    rows.push(...found)
    process.stdout.write(`\n${name}\n${tableOf(found)}\n`)
  }
  const missed = rows.filter(({ reached }) => reached === false)
  process.stdout.write(`\n${rows.length} figures, ${missed.length} short of their target\n`)
  process.exitCode = missed.length > 0 ? 1 : 0
} finally {
  plain.stop()
  await installation.stop()
}
process.exit()
