import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { listenOnLocalhost } from '../http/listen.ts'
import { createListener } from '../http/listener.ts'
import { findFreePort } from '../testing/ports.ts'
import type { AddressFaultMode } from './faults.ts'
import { createAddressRegister } from './routes.ts'

let origin: string
let stop: () => Promise<void>
beforeAll(async () => {
  const port = await findFreePort()
  origin = `http://localhost:${port}/address-register`
  stop = await listenOnLocalhost(port, createListener(createAddressRegister()))
})
afterAll(() => stop())
beforeEach(() => misbehave('ok'))

async function misbehave(mode: AddressFaultMode): Promise<void> {
  const response = await fetch(`${origin}/faults`, { method: 'POST', body: JSON.stringify({ mode }) })
  expect(response.status).toBe(200)
}

const ask = (query: Readonly<Record<string, string>>, signal?: AbortSignal) =>
  fetch(`${origin}/places?${new URLSearchParams(query)}`, signal ? { signal } : {})

const Answer = z.object({
  places: z.array(
    z.object({
      id: z.string(),
      address: z.string().optional(),
      designation: z.string(),
      municipality: z.object({ code: z.string() }),
      latitude: z.number(),
    }),
  ),
  more: z.boolean(),
})

const found = async (query: Readonly<Record<string, string>>) => Answer.parse(await (await ask(query)).json())

test('addresses and properties are found by their words, those of other municipalities, too', async () => {
  expect(await found({ q: 'storgatan 1' })).toMatchObject({
    places: [{ address: 'Storgatan 1', designation: 'LÖNNEN 1', municipality: { code: '2499' } }],
    more: false,
  })
  expect((await found({ q: 'Eken 4 Exempelköping' })).places).toMatchObject([{ id: 'fastighet-eken-4' }])
  expect((await found({ q: 'TALLEN 2' })).places).toMatchObject([{ id: 'fastighet-tallen-2' }])
  expect((await found({ q: 'hamng' })).places).toMatchObject([{ municipality: { code: '2498' } }])
  expect((await found({ q: 'Gäddan 7' })).places).toMatchObject([{ municipality: { code: '2498' } }])
  expect((await found({ q: 'Månskensvägen 1' })).places).toEqual([])
})

test('no more are given than asked for, and that there are more is told', async () => {
  const { places, more } = await found({ q: 'ekvägen', limit: '2' })
  expect([places.length, more]).toEqual([2, true])
})

test('addresses near a point are found, the nearest first', async () => {
  const { places } = await found({ near: '63.8258,20.2634' })
  expect(places[0]).toMatchObject({ address: 'Storgatan 2' })
  expect(places.length).toBeGreaterThan(2)
  expect((await found({ near: '59.3,18.1' })).places).toEqual([])
})

test('what can’t be understood is refused', async () => {
  for (const query of [{}, { q: '' }, { near: 'här' }, { q: 'a', limit: '1000' }]) {
    expect((await ask(query)).status).toBe(400)
  }
  const wrong = await fetch(`${origin}/faults`, { method: 'POST', body: JSON.stringify({ mode: 'sleepy' }) })
  expect(wrong.status).toBe(400)
})

test('it fails when it is told to', async () => {
  await misbehave('down')
  expect((await ask({ q: 'storgatan' })).status).toBe(500)
  await misbehave('broken')
  await expect((await ask({ q: 'storgatan' })).json()).rejects.toThrow()
  await misbehave('timeout')
  await expect(ask({ q: 'storgatan' }, AbortSignal.timeout(50))).rejects.toThrow()
})
