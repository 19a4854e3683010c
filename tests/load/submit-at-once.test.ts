import { expect, inject, test } from 'vitest'
import { submitAtOnce } from './submit-at-once.ts'

const rounds = Number(process.env.ROUNDS ?? 10)

test(`50 identical submits at once, ${rounds} rounds: one case a round that all answers name, and no gap in the numbers`, async () => {
  const report = await submitAtOnce(inject('installation'), rounds)
  expect(report.faults).toEqual([])
  expect(report.times).toHaveLength(rounds * 50)
}, 600_000)
