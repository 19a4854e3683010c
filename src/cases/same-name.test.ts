import { expect, test } from 'vitest'
import { isSameName } from './same-name.ts'

test.each([
  ['Bo Exempel', 'Bo Exempel', true],
  ['BO EXEMPEL', 'bo exempel', true],
  ['Exempel, Bo', ' Bo  Exempel ', true],
  ['Åke A\u030aberg', 'ÅKE ÅBERG', true],
  ['Bo Erik Exempel', 'Bo Exempel', false],
  ['Bo Exempel', 'Bo Exempelsson', false],
  ['Bo Ex-Empel', 'Bo Ex Empel', false],
  ['Bo', '', false],
])('%s and %s: %s', (one, other, isSame) => {
  expect(isSameName(one, other)).toBe(isSame)
  expect(isSameName(other, one)).toBe(isSame)
})
