import { expect, test } from 'vitest'
import { parseSettings } from './settings.ts'

test('without settings, the product is on 3000 and the simulators on 3001', () => {
  expect(parseSettings({})).toEqual({ productPort: 3000, httpPort: 3001, dataFolder: './data' })
})

test('the simulators take the port after the product', () => {
  expect(parseSettings({ PORT: '4100', HANDSLAG_DATA: '/var/lib/handslag' })).toEqual({
    productPort: 4100,
    httpPort: 4101,
    dataFolder: '/var/lib/handslag',
  })
})

test.each(['abc', '0', '65535', '30.5', ''])('a bad port (%j) names itself', (port) => {
  expect(() => parseSettings({ PORT: port })).toThrow(/setting PORT/)
})
