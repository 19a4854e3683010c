import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Stage, startStage } from '../testing/stage.ts'
import type { RegisterFaultMode } from './faults.ts'
import { registerClient } from './tokens.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => misbehave('ok'))

const at = (path: string) => `${stage.origin}/company-register${path}`

async function misbehave(mode: RegisterFaultMode): Promise<void> {
  const response = await fetch(at('/faults'), { method: 'POST', body: JSON.stringify({ mode }) })
  expect(response.status).toBe(200)
}

const askToken = (form: Readonly<Record<string, string>>) =>
  fetch(at('/oauth2/token'), { method: 'POST', body: new URLSearchParams(form) })

const rightly = {
  grant_type: 'client_credentials',
  client_id: registerClient.id,
  client_secret: registerClient.secret,
  scope: 'vardefulla-datamangder:read',
}

async function token(): Promise<string> {
  return z.object({ access_token: z.string() }).parse(await (await askToken(rightly)).json()).access_token
}

async function ask(body: unknown, options: { readonly bearer?: string; readonly signal?: AbortSignal } = {}) {
  return await fetch(at('/vardefulla-datamangder/v1/organisationer'), {
    method: 'POST',
    headers: { authorization: `Bearer ${options.bearer ?? (await token())}`, 'x-request-id': 'fraga-1' },
    body: JSON.stringify(body),
    ...(options.signal && { signal: options.signal }),
  })
}

const about = async (number: string) => await (await ask({ identitetsbeteckning: number })).json()

test('a token is given for the client’s own secret, in the form or the header, and only for known scopes', async () => {
  expect((await askToken(rightly)).status).toBe(200)
  const { client_id: _id, client_secret: _secret, ...form } = rightly
  const basic = await fetch(at('/oauth2/token'), {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${registerClient.id}:${registerClient.secret}`).toString('base64')}`,
    },
    body: new URLSearchParams(form),
  })
  expect(await basic.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
  expect((await askToken({ ...rightly, client_secret: 'fel' })).status).toBe(401)
  expect((await askToken({ ...rightly, scope: 'allt' })).status).toBe(400)
  expect((await askToken({ ...rightly, grant_type: 'password' })).status).toBe(400)
})

test('a company is told of block by block, each with its source', async () => {
  expect(await about('5599990016')).toMatchObject({
    organisationer: [
      {
        namnskyddslopnummer: 1,
        organisationsnamn: { dataproducent: 'Bolagsverket', organisationsnamnLista: [{ namn: 'Prov & Son AB' }] },
        organisationsform: { kod: 'AB' },
        juridiskForm: { dataproducent: 'SCB', kod: '49' },
        verksamOrganisation: { kod: 'JA' },
        pagaendeAvvecklingsEllerOmstruktureringsforfarande: null,
        postadressOrganisation: { postadress: { utdelningsadress: 'Hamngatan 3', postort: 'NORDBY' } },
      },
    ],
  })
})

test('a bankruptcy goes on, and a sole trader has two firms on one number', async () => {
  expect(await about('5599990024')).toMatchObject({
    organisationer: [
      {
        verksamOrganisation: { kod: 'NEJ' },
        pagaendeAvvecklingsEllerOmstruktureringsforfarande: {
          pagaendeAvvecklingsEllerOmstruktureringsforfarandeLista: [{ kod: 'KK', fromDatum: '2026-05-04' }],
        },
      },
    ],
  })
  const { organisationer } = z
    .object({ organisationer: z.array(z.object({ namnskyddslopnummer: z.number() })) })
    .parse(await about('197001782395'))
  expect(organisationer.map((firm) => firm.namnskyddslopnummer)).toEqual([1, 2])
})

test('of an association outside the register every block says that it doesn’t exist', async () => {
  expect(await about('8029990010')).toMatchObject({
    organisationer: [
      {
        organisationsnamn: { fel: { typ: 'ORGANISATION_FINNS_EJ' }, organisationsnamnLista: null },
        juridiskForm: { fel: { typ: 'ORGANISATION_FINNS_EJ' } },
      },
    ],
  })
})

test('what isn’t a number is a bad request, told with the request’s own id', async () => {
  for (const body of [{ identitetsbeteckning: '5599990017' }, { identitetsbeteckning: '559999-0016' }, {}]) {
    const response = await ask(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ status: 400, title: 'Bad Request', requestId: 'fraga-1' })
  }
})

test('without a token that counts nothing is told', async () => {
  expect((await ask({ identitetsbeteckning: '5599990016' }, { bearer: randomUUID() })).status).toBe(401)
  expect((await fetch(at('/vardefulla-datamangder/v1/isalive'))).status).toBe(401)
  const headers = { authorization: `Bearer ${await token()}` }
  expect((await fetch(at('/vardefulla-datamangder/v1/isalive'), { headers })).status).toBe(200)
})

test('the faults: down, partial, and never an answer', async () => {
  const bearer = await token()
  await misbehave('down')
  expect((await askToken(rightly)).status).toBe(500)
  expect((await ask({ identitetsbeteckning: '5599990016' }, { bearer })).status).toBe(500)
  await misbehave('partial')
  expect(await about('5599990016')).toMatchObject({
    organisationer: [
      {
        organisationsform: { kod: 'AB', fel: null },
        juridiskForm: { kod: null, fel: { typ: 'OTILLGANGLIG_UPPGIFTSKALLA' } },
      },
    ],
  })
  await misbehave('timeout')
  const given = ask({ identitetsbeteckning: '5599990016' }, { bearer, signal: AbortSignal.timeout(200) })
  await expect(given).rejects.toThrow(/timeout/)
})

test('an unknown fault is refused', async () => {
  const response = await fetch(at('/faults'), { method: 'POST', body: '{"mode":"explode"}' })
  expect(response.status).toBe(400)
})
