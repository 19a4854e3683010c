import { expect, test } from 'vitest'
import { smsNumberOf } from './sms-number.ts'

test.each([
  ['070-123 45 67', '+46701234567'],
  ['+46 (0)70 123 45 67', '+46701234567'],
  ['0046701234567', '+46701234567'],
  ['+47 412 34 567', '+4741234567'],
])('%s is sent to %s', (typed, number) => {
  expect(smsNumberOf(typed)).toBe(number)
})

test.each(['0900-12 34 00', '08-123 456 78', '070-123 45', '701234567', 'ring mig', ''])(
  'nothing is sent to %s',
  (typed) => {
    expect(smsNumberOf(typed)).toBeUndefined()
  },
)
