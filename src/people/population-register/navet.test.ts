import { createServer, type ServerResponse } from 'node:http'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { listenOnFreePort } from '../../../simulators/testing/ports.ts'
import { aRegister, type RunningRegister } from '../testing/a-register.ts'

const ada = '199001012385'

let running: RunningRegister

beforeAll(async () => {
  running = await aRegister([
    { number: '189602029812', firstNames: 'Kanarin', familyName: 'Röjd', protection: 'skyddad-folkbokforing' },
  ])
})

afterEach(() => running.faults.set({ mode: 'ok' }))

test('Ada is found, by the name that she goes by, as a guardian of those she is a guardian of', async () => {
  expect(await running.register().lookUp(ada)).toEqual({
    kind: 'found',
    person: {
      number: ada,
      givenName: 'Ada',
      surname: 'Exempel',
      address: { street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' },
      municipalityCode: '2499',
      birthDate: '1990-01-01',
      guardianFor: ['201701012393', '202201012396'],
      guardians: [],
      deregistered: undefined,
    },
  })
})

test('a child has its guardians; Nils has neither of Ada and Bo', async () => {
  const otto = await running.register().lookUp('201701012393')
  expect(otto).toMatchObject({ person: { guardians: [ada, '198001139297'], birthDate: '2017-01-01' } })
  const nils = await running.register().lookUp('201401012396')
  expect(nils).toMatchObject({ person: { guardians: ['198501139995'] } })
})

test('somebody with a coordination number is found, registered in no municipality', async () => {
  expect(await running.register().lookUp('197001782395')).toMatchObject({
    kind: 'found',
    person: {
      givenName: 'Gustav',
      municipalityCode: undefined,
      birthDate: '1970-01-18',
      address: { postalCode: '900 04' },
    },
  })
})

test('c/o is part of the address', async () => {
  expect(await running.register().lookUp('200801012386')).toMatchObject({ person: { address: { careOf: 'Karlsson' } } })
})

test.each(['200001252386', '202301012395', '189602029812'])(
  'of the protected %s nothing else comes out',
  async (number) => {
    expect(await running.register().lookUp(number)).toEqual({ kind: 'protected' })
  },
)

test('whom the register does not know is not found', async () => {
  expect(await running.register().lookUp('191212121212')).toEqual({ kind: 'not-found' })
})

test.each(['fault', 'broken', 'timeout'] as const)('a register with the fault "%s" is unavailable', async (mode) => {
  running.faults.set({ mode })
  expect(await running.register({ wait: 100 }).lookUp(ada)).toEqual({ kind: 'unavailable' })
  running.faults.set({ mode: 'ok' })
  running.faults.set({ mode, number: '198001139297' })
  expect(await running.register().lookUp(ada)).toMatchObject({ kind: 'found' })
})

test('a register that is gone, or knows no such order, is unavailable', async () => {
  expect(await running.register({ address: 'http://localhost:1/' }).lookUp(ada)).toEqual({ kind: 'unavailable' })
  expect(await running.register({ orderId: '00000236-FO01-9999' }).lookUp(ada)).toEqual({ kind: 'unavailable' })
})

const hostile: readonly (readonly [string, (response: ServerResponse) => void])[] = [
  ['that goes on and on', (response) => response.end(Buffer.alloc(2 * 1024 * 1024, 'a'))],
  ['in another encoding', (response) => response.end(Buffer.from('<a>Bj\xf6rk</a>', 'latin1'))],
  ['that is a page', (response) => response.end('<!doctype html><title>Inloggning</title>')],
  ['with an entity', (response) => response.end('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>')],
  ['that leads elsewhere', (response) => response.writeHead(302, { location: 'http://localhost:1/' }).end()],
  ['of an error page', (response) => response.writeHead(503).end('<a/>')],
]

test.each(hostile)('an answer %s is none', async (_what, respond) => {
  const server = createServer((_request, response) => respond(response))
  const address = `http://localhost:${await listenOnFreePort(server)}`
  try {
    expect(await running.register({ address }).lookUp(ada)).toEqual({ kind: 'unavailable' })
  } finally {
    server.close()
    server.closeAllConnections()
  }
})

test('what is not an identity number is never sent', async () => {
  for (const number of ['', '9001012385', '199001012385</v1:PersonId>']) {
    expect(await running.register().lookUp(number)).toEqual({ kind: 'unavailable' })
  }
})

test('a failure is logged with its reason, and with no number, name or word of the answer', async () => {
  running.faults.set({ mode: 'fault' })
  await running.register().lookUp(ada)
  const lines = JSON.stringify(running.logged)
  expect(lines).toContain('"reason":"fault"')
  expect(lines).toContain('"reason":"timeout"')
  expect(lines).not.toMatch(/\d{12}|Exempel|tillgänglig/)
})
