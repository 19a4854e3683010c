import { expect, inject, test } from 'vitest'
import { editWhileSigning } from './edit-while-signing.ts'
import { signAtOnce } from './sign-at-once.ts'

const rounds = Number(process.env.ROUNDS ?? 5)

test(`the last two sign in the same moment, ${rounds} rounds: one case a round, covered by all its signatures`, async () => {
  expect(await signAtOnce(inject('installation'), rounds)).toEqual([])
}, 900_000)

test(`the applicant changes the answers while the other signs, ${rounds} rounds: what is sent is what both have signed`, async () => {
  const { faults, signedFirst, changedFirst } = await editWhileSigning(inject('installation'), rounds)
  expect(faults).toEqual([])
  expect(signedFirst + changedFirst).toBe(rounds)
  // Otherwise the change never came first, and nothing was tried.
  expect(changedFirst).toBeGreaterThan(0)
}, 900_000)
