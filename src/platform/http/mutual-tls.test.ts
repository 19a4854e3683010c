import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Authority, openAuthority } from '../../../simulators/authority/authority.ts'
import { listenMutualTls } from '../../../simulators/http/listen-mutual-tls.ts'
import { listenOnFreePort } from '../../../simulators/testing/ports.ts'
import { type Credentials, NoAnswer, type PartnerRequest, postOverMutualTls } from './mutual-tls.ts'

let folder: string
let ours: Authority
let others: Authority
let credentials: Credentials
let partner: Awaited<ReturnType<typeof listenMutualTls>>
/** What reached the partner. */
const arrived: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-mutual-tls-'))
  ours = await openAuthority(join(folder, 'ours'))
  others = await openAuthority(join(folder, 'others'))
  const client = await ours.issue({ commonName: 'Handslag', use: 'client' })
  credentials = { ...client, authority: ours.certificate }
  partner = await listenMutualTls(ours, async (request, response) => {
    arrived.push(request.url ?? '')
    if (request.url === '/silent') return
    if (request.url === '/close') return void request.socket.destroy()
    const body = (await request.setEncoding('utf8').toArray()).join('')
    response.writeHead(request.url === '/refuse' ? 400 : 200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({ type: request.headers['content-type'], length: request.headers['content-length'], body }),
    )
  })
})
afterAll(async () => {
  await partner.stop()
  await rm(folder, { recursive: true })
})

const aRequest: PartnerRequest = {
  headers: { 'content-type': 'application/json' },
  body: '{"å":1}',
  timeout: 5_000,
  longestAnswer: 1_000,
}

const post = (path: string, as: Credentials = credentials, more: Partial<PartnerRequest> = {}) =>
  postOverMutualTls(`https://localhost:${partner.port}${path}`, as, { ...aRequest, ...more })

test('what is posted arrives as it was sent, and any status is an answer', async () => {
  const answer = await post('/')
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body)).toEqual({ type: 'application/json', length: '8', body: '{"å":1}' })
  expect(await post('/refuse')).toMatchObject({ status: 400 })
})

test('a client certificate of another authority, or one that is for servers, is refused, and nothing arrives', async () => {
  const stranger = { ...(await others.issue({ commonName: 'Handslag', use: 'client' })), authority: ours.certificate }
  const server = {
    ...(await ours.issue({ commonName: 'x', use: 'server', hosts: ['x'] })),
    authority: ours.certificate,
  }
  for (const refused of [stranger, server]) await expect(post('/stranger', refused)).rejects.toThrow(NoAnswer)
  expect(arrived).not.toContain('/stranger')
})

test('without a client certificate nobody gets past the handshake', async () => {
  const nobody = { ...credentials, certificate: '', key: '' }
  await expect(post('/nobody', nobody)).rejects.toMatchObject({
    // The alert, or the closed connection where that is seen first.
    code: expect.stringMatching(/ALERT_CERTIFICATE_REQUIRED|ECONNRESET|EPIPE/),
  })
  expect(arrived).not.toContain('/nobody')
})

test('a partner whose certificate comes from another authority, or names another host, is told nothing', async () => {
  const trusting = { ...credentials, authority: others.certificate }
  await expect(post('/other-authority', trusting)).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' })
  const namingAnother: Authority = {
    ...ours,
    issue: () => ours.issue({ commonName: 'example.org', use: 'server', hosts: ['example.org'] }),
  }
  const other = await listenMutualTls(namingAnother, (request, response) => {
    arrived.push(request.url ?? '')
    response.end()
  })
  await expect(
    postOverMutualTls(`https://localhost:${other.port}/other-host`, credentials, aRequest),
  ).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  await other.stop()
  expect(arrived).not.toContain('/other-authority')
  expect(arrived).not.toContain('/other-host')
})

test('a partner without TLS, one that is silent, closes, or never ends has given no answer', async () => {
  const plain = createServer((_request, response) => void response.end('hej'))
  const port = await listenOnFreePort(plain)
  await expect(postOverMutualTls(`https://localhost:${port}/`, credentials, aRequest)).rejects.toThrow(NoAnswer)
  plain.close()
  await expect(post('/silent', credentials, { timeout: 100 })).rejects.toMatchObject({ code: 'timeout' })
  await expect(post('/close')).rejects.toMatchObject({ code: 'ECONNRESET' })
  await expect(post('/', credentials, { longestAnswer: 10 })).rejects.toMatchObject({ code: 'too-long' })
})
