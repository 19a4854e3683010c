import { expect, test } from 'vitest'
import { qrText } from './qr.ts'

const start = {
  qrStartToken: '67df3917-fa0d-44e5-b327-edcc928297f8',
  qrStartSecret: 'd28db9a7-4cde-429e-a983-359be676944c',
  receivedAt: 1_800_000_000_500,
}

// BankID's own examples.
test.each([
  [0, 'dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8'],
  [1, '949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2'],
  [2, 'a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3'],
])('the code of second %i is the published one', (second, code) => {
  const text = `bankid.67df3917-fa0d-44e5-b327-edcc928297f8.${second}.${code}`
  expect(qrText(start, start.receivedAt + second * 1000)).toBe(text)
  expect(qrText(start, start.receivedAt + second * 1000 + 999)).toBe(text)
})

test('a clock that is behind shows the first code', () => {
  expect(qrText(start, start.receivedAt - 3_000)).toBe(qrText(start, start.receivedAt))
})
