import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAddressRegister } from '../../simulators/address-register/routes.ts'
import { listenOnLocalhost } from '../../simulators/http/listen.ts'
import { createListener } from '../../simulators/http/listener.ts'
import { findFreePort } from '../../simulators/testing/ports.ts'
import { addressRegister } from './address-register.ts'

const lines: string[] = []
const log = pino({}, { write: (line: string) => void lines.push(line) })

let simulators: string
let stop: () => Promise<void>
beforeAll(async () => {
  const port = await findFreePort()
  simulators = `http://localhost:${port}`
  stop = await listenOnLocalhost(port, createListener(createAddressRegister()))
})
afterAll(() => stop())
beforeEach(() => misbehave('ok'))

const misbehave = async (mode: string) =>
  void (await fetch(`${simulators}/address-register/faults`, { method: 'POST', body: JSON.stringify({ mode }) }))

const register = (wait?: number) => addressRegister({ simulators, addressRegisterUrl: undefined }, log, wait)

test('words and coordinates are looked for', async () => {
  expect(await register()({ kind: 'words', words: 'hamngatan 3' })).toMatchObject({
    kind: 'found',
    places: [{ address: 'Hamngatan 3', designation: 'GÄDDAN 7', municipality: '2498', municipalityName: 'Nordby' }],
    more: false,
  })
  const near = await register()({ kind: 'near', latitude: 63.8258, longitude: 20.263 })
  expect(near).toMatchObject({ kind: 'found', places: [{ address: 'Storgatan 1' }, {}, {}, {}, {}, {}, {}] })
  expect(await register()({ kind: 'words', words: 'Månskensvägen 1' })).toEqual({ kind: 'not-found' })
})

test('a register that fails is unavailable, and the log doesn’t say what was searched for', async () => {
  const query = { kind: 'words', words: 'storgatan' } as const
  for (const mode of ['down', 'broken', 'timeout']) {
    await misbehave(mode)
    expect(await register(100)(query)).toEqual({ kind: 'unavailable' })
    expect(lines.at(-1)).toContain('address-register-unavailable')
  }
  expect(lines.join()).not.toContain('storgatan')
})

test('without a register nothing is found, and nothing fails', async () => {
  const none = addressRegister({ simulators: undefined, addressRegisterUrl: undefined }, log)
  expect(await none({ kind: 'words', words: 'storgatan 1' })).toEqual({ kind: 'unavailable' })
})
