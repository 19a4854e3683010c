import { expect, onTestFinished, test } from 'vitest'
import { startInstallation } from '../support/installation/installation.ts'
import { killDuringSigning } from './kill-during-signing.ts'

const rounds = Number(process.env.ROUNDS ?? 2)

test(`kill -9 while pairs sign, ${rounds} rounds: what both have signed is one case, covered by both, though nobody comes back`, async () => {
  const installation = await startInstallation()
  onTestFinished(installation.stop)
  const report = await killDuringSigning(installation, rounds)
  expect(report.faults).toEqual([])
  expect(report.signed).toBe(rounds * 3)
  // Otherwise no signature had been given that nobody came back for, and nothing was tried.
  expect(report.left).toBeGreaterThan(0)
}, 1_800_000)
