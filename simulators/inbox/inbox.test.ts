import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Stage, startStage } from '../testing/stage.ts'
import type { FaultMode } from './faults.ts'
import { Message } from './message.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => misbehave('ok'))

async function misbehave(mode: FaultMode): Promise<void> {
  const response = await fetch(`${stage.origin}/inbox/faults`, { method: 'POST', body: JSON.stringify({ mode }) })
  expect(response.status).toBe(200)
}

async function send(subject: string, text = 'Vi har nu mottagit ditt ärende!'): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: stage.simulators.smtpPort, ignoreTLS: true })
  try {
    const mail = { from: 'Exempelköpings kommun <svara-ej@exempelkoping.example>', to: 'Ada <ada@example.com>' }
    await transport.sendMail({
      ...mail,
      subject,
      text,
      html: `<p>${text}</p>`,
      attachments: [{ filename: 'å.txt', content: 'x' }],
    })
  } finally {
    transport.close()
  }
}

async function list(): Promise<readonly Message[]> {
  return z.array(Message).parse(await (await fetch(`${stage.origin}/inbox.json`)).json())
}

test('what is sent by SMTP is listed with recipient and text, newest first', async () => {
  await send('Första')
  await send('Kvittens på ärende 2026-000123 – åäö', 'Rad ett.\n\nSe http://localhost:3000/mina-sidor.')
  const [newest, older] = await list()
  expect(newest).toMatchObject({
    channel: 'email',
    to: 'ada@example.com',
    subject: 'Kvittens på ärende 2026-000123 – åäö',
    text: 'Rad ett.\n\nSe http://localhost:3000/mina-sidor.',
  })
  expect(Math.abs(Date.now() - Date.parse(newest?.sentAt ?? ''))).toBeLessThan(60_000)
  expect(older?.subject).toBe('Första')
})

test('messages outlive a restart, also one that tore the last line', async () => {
  await send('Före omstart')
  const before = await list()
  await appendFile(join(stage.dataFolder, 'simulators', 'inbox.jsonl'), '{"id":"half')
  await stage.restart()
  expect(await list()).toEqual(before)
  await send('Efter omstart')
  await stage.restart()
  expect((await list()).slice(1)).toEqual(before)
})

test.each([
  ['refuse', { responseCode: 550 }],
  ['temporary', { responseCode: 451 }],
  ['drop', { code: expect.stringMatching(/ECONNECTION|ESOCKET|ECONNRESET/) }],
] as const)('the fault "%s" fails the sender, and keeps nothing', async (mode, error) => {
  const before = await list()
  await misbehave(mode)
  await expect(send('Kommer inte fram')).rejects.toMatchObject(error)
  expect(await list()).toEqual(before)
  await misbehave('ok')
  await send('Kommer fram')
  expect((await list())[0]?.subject).toBe('Kommer fram')
})

test('an unknown fault is refused', async () => {
  for (const body of ['{"mode":"explode"}', 'not json']) {
    const response = await fetch(`${stage.origin}/inbox/faults`, { method: 'POST', body })
    expect(response.status).toBe(400)
  }
})

test('the page shows messages as text, never as markup, with addresses as links', async () => {
  await send('<b>Fet</b>', '<script>alert(1)</script> se http://localhost:3000/e-tjanster/batplats.')
  const html = await (await fetch(`${stage.origin}/inbox`)).text()
  expect(html).toContain('&lt;b>Fet&lt;/b>')
  expect(html).not.toContain('<script>')
  expect(html).toContain('<a href="http://localhost:3000/e-tjanster/batplats">')
})
