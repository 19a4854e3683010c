import { expect, test } from 'vitest'
import { textsFor } from '../../../platform/texts/texts.ts'
import { readAs } from './read-as.ts'

const sv = textsFor('sv', 'Europe/Stockholm')
const said = (typed: string) => readAs(typed, '2027-03-31', sv)

test.each([
  ['800113-9297', 'Vi läser numret som 19800113-9297, född 13 januari 1980.'],
  ['121212+1212', 'Vi läser numret som 19121212-1212, född 12 december 1912.'],
  ['230101-2395', 'Vi läser numret som 20230101-2395, född 1 januari 2023.'],
  ['7001782395', 'Vi läser numret som 19700178-2395, född 18 januari 1970.'],
  ['100080-2395', 'Vi läser numret som 20100080-2395.'],
])('of %s it is said: %s', (typed, words) => expect(said(typed)).toEqual([words]))

test.each(['', '19800113-9297', '800113-9296', '800113'])('of %j nothing is said', (typed) =>
  expect(said(typed)).toEqual([]),
)
