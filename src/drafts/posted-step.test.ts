import { expect, test } from 'vitest'
import { readAction, readRevision } from './posted-step.ts'

test.each([
  ['nasta', { kind: 'next' }],
  ['foregaende', { kind: 'previous' }],
  ['spara', { kind: 'save' }],
  ['spara-avsluta', { kind: 'save-and-leave' }],
  ['uppdatera', { kind: 'update' }],
  ['ladda-upp:bilagor', { kind: 'upload', questionId: 'bilagor' }],
  ['ta-bort:bilagor:7', { kind: 'remove-file', questionId: 'bilagor', fileId: '7' }],
])('reads the button %s', (action, expected) => {
  expect(readAction({ action })).toEqual(expected)
})

test.each(['', 'ta-bort', 'ta-bort:bilagor', 'ladda-upp:', 'constructor', 'NASTA'])('only saves for "%s"', (action) => {
  expect(readAction({ action })).toEqual({ kind: 'update' })
})

test.each(['', '-1', '1.5', '1e9', 'NaN', '99999999999999999999', '__proto__'])(
  'takes revision "%s" for the first',
  (revision) => {
    expect(readRevision({ revision })).toBe(0)
  },
)

test('reads the revision of the page', () => {
  expect(readRevision({ revision: '17' })).toBe(17)
})
