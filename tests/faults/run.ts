import process from 'node:process'
import { startInstallation } from '../support/installation/installation.ts'
import { killDuringSubmits } from './kill-during-submits.ts'
import { settle } from './settling.ts'

// node tests/faults/run.ts [rounds]: kills the program while ten people send, 200 rounds unless told otherwise, on an installation of its own.
const rounds = Number(process.argv[2] ?? 200)
const installation = await startInstallation()
try {
  const { sent, interrupted, faults } = await killDuringSubmits(installation, rounds)
  process.stdout.write(
    `kill -9 during submits: ${rounds} rounds, ${sent} applications sent, ${interrupted} of them interrupted, ${faults.length} faults\n`,
  )
  for (const fault of faults) process.stdout.write(`  ${fault}\n`)
  const began = performance.now()
  await settle(installation)
  const took = Math.round((performance.now() - began) / 1000)
  process.stdout.write(`all letters and copies were made ${took} s after the last round\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  await installation.stop()
}
process.exit()
