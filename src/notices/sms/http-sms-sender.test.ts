import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { listenOnFreePort } from '../../../simulators/testing/ports.ts'
import { closeLater } from '../testing/mail-server.ts'
import { testSmsProvider } from '../testing/sms-provider.ts'
import { httpSmsSender } from './http-sms-sender.ts'
import type { Sms } from './sms-sender.ts'

const sms: Sms = {
  to: '+46701234567',
  from: 'Exempelkop',
  text: 'Du har ett nytt meddelande på Mina sidor.',
  key: 'event.person',
}

test('a message is taken in the alphabet of phones, under the provider’s own name for it', async () => {
  const provider = await testSmsProvider()
  const text = `Glöm inte – ”Båtplats” 👋 ${'å'.repeat(400)}`
  const sent = await httpSmsSender(provider).send({ ...sms, text })
  expect(sent).toEqual({ outcome: 'sent', providerId: provider.messages()[0]?.id })
  expect(provider.messages()[0]).toMatchObject({ to: '+46701234567', subject: 'Från Exempelkop' })
  expect(provider.messages()[0]?.text).toMatch(/^Glöm inte - "Båtplats" {2}å+\.\.\.$/)
})

test('what goes over the wire: a form, our login, and that the text is not to be kept', async () => {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    asked.push(request.headers.authorization ?? '', String(request.headers['idempotency-key']))
    asked.push((await request.setEncoding('utf8').toArray()).join(''))
    response.end('{"id":"s1","status":"created"}')
  })
  const port = await listenOnFreePort(server)
  closeLater(() => server.close())
  const sender = httpSmsSender({ url: `http://127.0.0.1:${port}/a1/sms`, user: 'användare', password: 'p:w' })
  expect(await sender.send({ ...sms, text: 'å & b' })).toEqual({ outcome: 'sent', providerId: 's1' })
  expect(asked).toEqual([
    `Basic ${Buffer.from('användare:p:w').toString('base64')}`,
    'event.person',
    'from=Exempelkop&to=%2B46701234567&message=%C3%A5+%26+b&dontlog=message',
  ])
})

test.each([
  ['unauthorized', { outcome: 'later', code: 'sms 401' }],
  ['no-credits', { outcome: 'later', code: 'sms 403' }],
  ['error', { outcome: 'later', code: 'sms 500' }],
  ['refuse', { outcome: 'refused', code: 'sms 400' }],
  ['failed', { outcome: 'refused', code: 'sms failed' }],
  ['silent', { outcome: 'unclear', code: 'timeout' }],
] as const)('a provider that says "%s" has taken nothing', async (mode, outcome) => {
  const provider = await testSmsProvider()
  await provider.misbehave(mode)
  expect(await httpSmsSender(provider, mode === 'silent' ? 300 : undefined).send(sms)).toEqual(outcome)
  expect(provider.messages()).toEqual([])
})

test('an answer that never comes, or can’t be read, is told from nobody being there', async () => {
  const provider = await testSmsProvider()
  await provider.misbehave('lost-answer')
  expect(await httpSmsSender(provider).send(sms)).toMatchObject({ outcome: 'unclear' })
  provider.stop()
  expect(await httpSmsSender(provider).send(sms)).toEqual({ outcome: 'later', code: 'ECONNREFUSED' })

  const server = createServer((_request, response) => response.end('OK'))
  const url = `http://127.0.0.1:${await listenOnFreePort(server)}/`
  closeLater(() => server.close())
  expect(await httpSmsSender({ ...provider, url }).send(sms)).toEqual({ outcome: 'sent', providerId: undefined })
})

test('nobody is sent on to another address', async () => {
  const server = createServer((_request, response) =>
    response.writeHead(307, { location: 'http://other.example/' }).end(),
  )
  const url = `http://127.0.0.1:${await listenOnFreePort(server)}/`
  closeLater(() => server.close())
  expect(await httpSmsSender({ url, user: 'u', password: 'p' }).send(sms)).toMatchObject({ outcome: 'unclear' })
})
