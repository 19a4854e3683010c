import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Message } from '../inbox/message.ts'
import { type Stage, startStage } from '../testing/stage.ts'
import type { SmsFaultMode } from './faults.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => misbehave('ok'))

async function misbehave(mode: SmsFaultMode | 'explode'): Promise<number> {
  const body = JSON.stringify({ mode })
  return (await fetch(`${stage.origin}/sms/faults`, { method: 'POST', body })).status
}

const authorization = `Basic ${Buffer.from('handslag:bara-for-simulatorn').toString('base64')}`
const rightly = { from: 'Exempelkop', to: '+46701234567', message: 'Du har ett nytt meddelande.', dontlog: 'message' }

const send = (
  changes: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = { authorization },
) =>
  fetch(`${stage.origin}/sms/a1/sms`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ ...rightly, ...changes }),
  })

const list = async () => z.array(Message).parse(await (await fetch(`${stage.origin}/inbox.json`)).json())

test('a message lies in the inbox, and the answer tells its parts but not what was not to be kept', async () => {
  const answer = await (await send()).json()
  expect(answer).toMatchObject({ id: expect.stringMatching(/^s/), status: 'created', to: '+46701234567', parts: 1 })
  expect(answer).not.toHaveProperty('message')
  const [newest] = await list()
  expect(newest).toMatchObject({
    channel: 'sms',
    to: '+46701234567',
    text: rightly.message,
    subject: 'Från Exempelkop',
  })
  expect(await (await fetch(`${stage.origin}/inbox`)).text()).toContain('Sms till +46701234567')
})

test.each([
  ['å'.repeat(160), 1],
  ['å'.repeat(161), 2],
  ['€'.repeat(81), 2],
  ['”'.repeat(70), 1],
  [`${'a'.repeat(80)}”`, 2],
])('%s is paid for as %i', async (message, parts) => {
  expect(await (await send({ message })).json()).toMatchObject({ parts })
})

test.each([
  ['to', '0701234567'],
  ['from', '1Kommun'],
  ['from', 'Exempelkoping'],
  ['message', ''],
])('a bad %s is refused: %s', async (name, value) => {
  const answer = await send({ [name]: value })
  expect([answer.status, await answer.text()]).toEqual([400, `Invalid ${name}`])
})

test('nobody sends without the account', async () => {
  expect((await send({}, {})).status).toBe(401)
  expect((await send({}, { authorization: 'Basic x' })).status).toBe(401)
})

test.each([
  ['unauthorized', 401],
  ['no-credits', 403],
  ['refuse', 400],
  ['error', 500],
] as const)('the fault "%s" answers %i, and keeps nothing', async (mode, status) => {
  const before = await list()
  await misbehave(mode)
  expect((await send()).status).toBe(status)
  expect(await list()).toEqual(before)
})

test('a message can fail, be met by silence, or be kept without an answer', async () => {
  const before = await list()
  await misbehave('failed')
  expect(await (await send()).json()).toMatchObject({ status: 'failed' })
  expect(await list()).toEqual(before)
  await misbehave('lost-answer')
  await expect(send()).rejects.toThrow()
  expect(await list()).toHaveLength(before.length + 1)
  await misbehave('silent')
  const asked = fetch(`${stage.origin}/sms/a1/sms`, { method: 'POST', signal: AbortSignal.timeout(300) })
  await expect(asked).rejects.toThrow('timeout')
  expect(await misbehave('explode')).toBe(400)
})
