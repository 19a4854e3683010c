import process from 'node:process'
import { startInstallation } from '../support/installation/installation.ts'
import { submitAtOnce } from './submit-at-once.ts'

// node tests/load/run.ts [rounds]: 50 identical submits at once, 200 rounds unless told otherwise, on an installation of its own.
const rounds = Number(process.argv[2] ?? 200)
const installation = await startInstallation()
try {
  const { faults, times } = await submitAtOnce(installation, rounds)
  const percentile = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  process.stdout.write(
    `submit at once: ${rounds} rounds × 50, ${faults.length} faults; an answer took p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, p99 ${percentile(0.99)} ms\n`,
  )
  for (const fault of faults) process.stdout.write(`  ${fault}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  await installation.stop()
}
process.exit()
