import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { closeLater, cuttingLine, smtpAnswer, testMailServer } from '../testing/mail-server.ts'
import type { Mail } from './mailer.ts'
import { smtpMailer } from './smtp-mailer.ts'

const mail: Mail = {
  messageId: 'event.person@exempelkoping.example',
  from: { name: 'Exempelköpings kommun', address: 'svara-inte@exempelkoping.example' },
  to: 'ada@example.com',
  subject: 'Vi har tagit emot ditt ärende 2026-000123',
  text: 'Vi har nu mottagit ditt ärende!\n',
}

function mailerTo(url: string) {
  const mailer = smtpMailer(url)
  closeLater(mailer.close)
  return mailer
}

test('a letter arrives in plain text with its own id, and says that nobody wrote it', async () => {
  const server = await testMailServer()
  expect(await mailerTo(server.url).send(mail)).toEqual({ outcome: 'sent' })
  expect(server.letters[0]).toContain('Message-ID: <event.person@exempelkoping.example>')
  expect(server.letters[0]).toContain('Auto-Submitted: auto-generated')
  expect(server.letters[0]).toContain('Content-Type: text/plain; charset=utf-8')
})

test('what was typed as an address is never read as a list of addresses', async () => {
  const server = await testMailServer()
  await mailerTo(server.url).send({ ...mail, to: 'ada@example.com, bo@example.com' })
  expect(server.recipients).not.toContain('bo@example.com')
})

test.each([
  ['there is no such mailbox', 550, '5.1.1 No such user', 'refused'],
  ['the mailbox is full for now', 452, '4.2.2 Mailbox full', 'later'],
  ['the server does not trust us', 550, '5.7.1 Relaying denied', 'later'],
])('when %s (%i) the outcome is as it should be', async (_reason, code, words, outcome) => {
  const server = await testMailServer({ onRcptTo: (_address, _session, done) => done(smtpAnswer(code, words)) })
  expect(await mailerTo(server.url).send(mail)).toMatchObject({ outcome })
})

test.each([451, 554])('a letter turned down after it was read (%i) waits', async (code) => {
  const server = await testMailServer({
    onData: (stream, _session, done) => void text(stream).then(() => done(smtpAnswer(code, 'not now'))),
  })
  expect(await mailerTo(server.url).send(mail)).toMatchObject({ outcome: 'later' })
})

test('a sender turned down waits, since that can be mended', async () => {
  const server = await testMailServer({ onMailFrom: (_address, _session, done) => done(smtpAnswer(550, 'no')) })
  expect(await mailerTo(server.url).send(mail)).toMatchObject({ outcome: 'later' })
})

test('a letter whose answer was lost is sent once, and nobody claims to know', async () => {
  const server = await testMailServer()
  expect(await mailerTo(await cuttingLine(server, 1)).send(mail)).toMatchObject({ outcome: 'later' })
  expect(server.letters).toHaveLength(1)
})

test('nobody listens: the letter waits', async () => {
  const server = await testMailServer()
  server.stop()
  expect(await mailerTo(server.url).send(mail)).toMatchObject({ outcome: 'later' })
})
