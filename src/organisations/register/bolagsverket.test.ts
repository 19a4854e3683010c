import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Stage, startStage } from '../../../simulators/testing/stage.ts'
import { makeLog } from '../../platform/log.ts'
import { bolagsverketRegister } from './bolagsverket.ts'
import { BolagsverketAnswer, readAnswer } from './bolagsverket-answer.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => misbehave('ok'))

const misbehave = async (mode: string) =>
  await fetch(`${stage.origin}/company-register/faults`, { method: 'POST', body: JSON.stringify({ mode }) })

const aClient = (more: { readonly clientSecret?: string; readonly now?: () => number } = {}) =>
  bolagsverketRegister({
    url: `${stage.origin}/company-register/vardefulla-datamangder/v1`,
    tokenUrl: `${stage.origin}/company-register/oauth2/token`,
    clientId: 'handslag',
    clientSecret: 'bara-for-simulatorn',
    now: Date.now,
    log: makeLog('silent'),
    ...more,
  })

const unavailable = { kind: 'unavailable' }

test('a company is found with everything that is known, each part with its producer', async () => {
  expect(await aClient().lookUp('5599990016')).toEqual({
    kind: 'found',
    organisations: [
      {
        name: 'Prov & Son AB',
        form: 'aktiebolag',
        formName: 'Aktiebolag',
        address: { street: 'Hamngatan 3', postalCode: '950 01', city: 'NORDBY' },
        active: true,
        proceedings: [],
        producers: { name: 'Bolagsverket', form: 'Bolagsverket', address: 'Bolagsverket', active: 'SCB' },
      },
    ],
  })
})

test('a bankrupt company is not active, and a number can hold several firms', async () => {
  expect(await aClient().lookUp('5599990024')).toMatchObject({
    organisations: [{ active: false, proceedings: [{ name: 'Konkurs', from: '2026-05-04' }] }],
  })
  expect(await aClient().lookUp('197001782395')).toMatchObject({
    organisations: [
      { name: 'Samuelssons Cykelverkstad', form: 'enskild-firma' },
      { name: 'Gustavs Matvagn', form: 'enskild-firma' },
    ],
  })
})

test('what is not there is not found', async () => {
  expect(await aClient().lookUp('8029990010')).toEqual({ kind: 'not-found' })
})

test('when one source is out of order the rest is told', async () => {
  await misbehave('partial')
  const answer = await aClient().lookUp('5599990016')
  expect(answer).toMatchObject({ organisations: [{ name: 'Prov & Son AB', form: 'aktiebolag' }] })
  expect(answer).not.toHaveProperty('organisations.0.active')
})

test('a register that fails, is silent or refuses us is unavailable', async () => {
  await misbehave('down')
  expect(await aClient().lookUp('5599990016')).toEqual(unavailable)
  await misbehave('ok')
  expect(await aClient({ clientSecret: 'fel' }).lookUp('5599990016')).toEqual(unavailable)
  await misbehave('timeout')
  const began = performance.now()
  expect(await aClient().lookUp('5599990016')).toEqual(unavailable)
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('a register that has failed is left alone for ten seconds', async () => {
  let now = Date.now()
  const client = aClient({ now: () => now })
  await misbehave('down')
  expect(await client.lookUp('5599990016')).toEqual(unavailable)
  await misbehave('ok')
  now += 9_000
  expect(await client.lookUp('5599990016')).toEqual(unavailable)
  now += 2_000
  expect(await client.lookUp('5599990016')).toMatchObject({ kind: 'found' })
})

test('one token serves many look-ups until its end, and another is fetched when it counts no longer', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  try {
    const tokens = () => fetched.mock.calls.filter(([url]) => String(url).endsWith('/token')).length
    let now = Date.now()
    const client = aClient({ now: () => now })
    await Promise.all([client.lookUp('5599990016'), client.lookUp('5599990024')])
    await client.lookUp('5599990016')
    expect(tokens()).toBeLessThanOrEqual(2)
    const before = tokens()
    now += 3_600_000
    await client.lookUp('5599990016')
    expect(tokens()).toBe(before + 1)
    await stage.restart()
    expect(await client.lookUp('5599990016')).toMatchObject({ kind: 'found' })
    expect(tokens()).toBe(before + 2)
  } finally {
    fetched.mockRestore()
  }
})

const read = (entry: object) => readAnswer(BolagsverketAnswer.parse({ organisationer: [entry] }))

test('a name that is missing because its source failed makes the register unavailable, not the firm unknown', () => {
  const fel = (typ: string) => ({ organisationsnamn: { dataproducent: 'Bolagsverket', fel: { typ } } })
  expect(read(fel('TIMEOUT'))).toEqual(unavailable)
  expect(read(fel('OTILLGANGLIG_UPPGIFTSKALLA'))).toEqual(unavailable)
  expect(read(fel('ORGANISATION_FINNS_EJ'))).toEqual({ kind: 'not-found' })
  expect(readAnswer({ organisationer: [] })).toEqual({ kind: 'not-found' })
})

test('the latest name counts, Statistics Sweden’s legal form stands in for Bolagsverket’s, and deregistered is not active', () => {
  const name = (namn: string, registreringsdatum: string) => ({ namn, registreringsdatum })
  const answer = read({
    organisationsnamn: { organisationsnamnLista: [name('Gamla AB', '2001-01-01'), name('Nya AB', '2020-01-01')] },
    organisationsform: { dataproducent: 'Bolagsverket', fel: { typ: 'TIMEOUT' }, kod: null },
    juridiskForm: { dataproducent: 'SCB', kod: '61', klartext: 'Ideella föreningar' },
    verksamOrganisation: { kod: 'JA' },
    avregistreradOrganisation: { avregistreringsdatum: '2026-01-02' },
    avregistreringsorsak: { klartext: 'Fusion' },
  })
  expect(answer).toMatchObject({
    organisations: [
      {
        name: 'Nya AB',
        form: 'ideell-forening',
        producers: { form: 'SCB' },
        active: false,
        proceedings: [{ name: 'Fusion', from: '2026-01-02' }],
      },
    ],
  })
})
