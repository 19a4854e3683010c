import { expect, onTestFinished, test } from 'vitest'
import { startInstallation } from '../support/installation/installation.ts'
import { killDuringSubmits } from './kill-during-submits.ts'

const rounds = Number(process.env.ROUNDS ?? 6)

test(`kill -9 during submits, ${rounds} rounds: nothing acknowledged is lost, nothing is there twice`, async () => {
  const installation = await startInstallation()
  onTestFinished(installation.stop)
  const report = await killDuringSubmits(installation, rounds)
  expect(report.faults).toEqual([])
  expect(report.sent).toBe(rounds * 10)
  // Otherwise the program was never killed while somebody waited, and nothing was tried.
  expect(report.interrupted).toBeGreaterThan(0)
}, 900_000)
