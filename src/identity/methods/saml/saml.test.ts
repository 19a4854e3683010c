import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../platform/testing/database.ts'
import { samlKeys } from './keys.ts'
import { samlMethod } from './saml-method.ts'
import { type HubChoice, hubSettings, type SamlStage, startSamlStage } from './testing/saml-stage.ts'

let stage: SamlStage
beforeAll(async () => {
  stage = await startSamlStage(await testDatabase())
})
afterAll(() => stage.stop())
beforeEach(() => stage.misbehave('ok'))

const state = 'the-state-of-this-login'
const ada: HubChoice = { metod: 'bankid', person: 'ada' }

/** Logs in at the hub, which behaves as told while it answers; `settings` are the municipality's. */
async function logIn(choice: HubChoice = ada, mode = 'ok', settings = hubSettings) {
  const ctx = stage.contextOf()
  const method = stage.methodOf(stage.newProviders(), settings)
  const { address, kept } = await method.start(ctx, { state, answerAddress: stage.answerAddress() })
  await stage.misbehave(mode)
  const { answer } = await stage.visit(address, choice)
  return { result: await method.finish(ctx, kept, answer), answer, kept, method, ctx }
}

test.each(['bankid', 'mobilt-bankid', 'freja'])('Ada is known by %s: by number and name', async (metod) => {
  const { result } = await logIn({ metod, person: 'ada' })
  expect(result).toEqual({
    ok: true,
    value: {
      claimed: {
        scheme: 'swedish-number',
        number: '199001012385',
        protection: 'no',
        facts: { givenName: 'Ada', surname: 'Exempel', birthDate: '1990-01-01' },
      },
      level: 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3',
      reference: expect.stringMatching(/^_[0-9a-f]{32}$/),
    },
  })
})

test('a coordination number stands where a personal number does', async () => {
  const { result } = await logIn({ metod: 'bankid', person: 'gustav' })
  expect(result).toMatchObject({ ok: true, value: { claimed: { scheme: 'swedish-number', number: '197001782395' } } })
})

test('Kari is known by Foreign ID: by PRID, persistence and name', async () => {
  const { result } = await logIn({ metod: 'foreign-id', person: 'kari' })
  expect(result).toMatchObject({
    ok: true,
    value: {
      level: 'http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub',
      claimed: {
        scheme: 'prid',
        number: 'NO:5068907693',
        foreign: { prid: 'NO:5068907693', persistence: 'A' },
        facts: { givenName: 'Kari', surname: 'Nordmann' },
      },
    },
  })
})

test.each([
  ['pekka', { scheme: 'prid', foreign: { persistence: 'B' } }],
  ['erika', { scheme: 'prid', foreign: { persistence: 'C' } }],
  ['maria', { scheme: 'swedish-number', foreign: { prid: expect.stringMatching(/^ES:/) } }],
  ['jens', { scheme: 'prid', number: 'DK:91a04be2' }],
])(
  'a number bound to a foreign e-ID counts when the process does, and persistence is told: %s',
  async (person, claimed) => {
    const { result } = await logIn({ metod: 'foreign-id', person })
    expect(result).toMatchObject({ ok: true, value: { claimed } })
  },
)

test('a number that was before goes along', async () => {
  const { result } = await logIn({ metod: 'bankid', person: 'nadja' })
  expect(result).toMatchObject({ ok: true, value: { claimed: { earlierNumbers: ['200500882394'] } } })
})

test('of a protected person nothing but the number is read', async () => {
  const { result } = await logIn({ metod: 'bankid', person: 'skyddad' })
  expect(result).toMatchObject({ ok: true, value: { claimed: { number: '200001252386', facts: undefined } } })
})

test('both municipalities are services of their own, with names, keys and answer addresses of their own', async () => {
  const ctx = stage.contextOf('exempelkoping')
  const answerAddress = stage.answerAddress('exempelkoping')
  const method = stage.methodOf()
  const { address, kept } = await method.start(ctx, { state, answerAddress })
  const { action, answer } = await stage.visit(address, ada)
  expect(action).toBe(answerAddress)
  expect((await method.finish(ctx, kept, answer)).ok).toBe(true)
  // The same answer doesn't open with the other municipality's keys.
  expect(await method.finish(stage.contextOf('nordby'), kept, answer)).toEqual(refused('saml-undecipherable'))
})

test('who cancels is nobody, quietly', async () => {
  expect((await logIn('avbryt')).result).toEqual({ ok: false, error: { reason: 'cancelled', code: 'saml-cancelled' } })
})

const refused = (code: string) => ({ ok: false, error: { reason: 'refused', code } })

test.each([
  ['unsigned', 'saml-unsigned'],
  ['wrong-key', 'saml-wrong-key'],
  ['tampered', 'saml-bad-signature'],
  ['sha1', 'saml-weak-signature'],
  ['dtd', 'saml-dtd'],
  ['comment', 'saml-malformed'],
  ['wrapped-extensions', 'saml-wrapped'],
  ['wrapped-object', 'saml-wrapped'],
  ['wrapped-same-id', 'saml-wrapped'],
  ['wrapped-status', 'saml-wrapped'],
  ['wrapped-sibling', 'saml-wrapped'],
  ['wrapped-plain', 'saml-wrapped'],
  ['expired', 'saml-expired'],
  ['not-yet-valid', 'saml-not-yet-valid'],
  ['stale', 'saml-stale'],
  ['clock-ahead', 'saml-clock-ahead'],
  ['wrong-audience', 'saml-wrong-audience'],
  ['wrong-recipient', 'saml-wrong-recipient'],
  ['wrong-destination', 'saml-wrong-destination'],
  ['wrong-request', 'saml-wrong-request'],
  ['unsolicited', 'saml-unsolicited'],
  ['wrong-issuer', 'saml-wrong-issuer'],
  ['wrong-level', 'saml-wrong-level'],
  ['identified-before', 'saml-identified-before'],
  ['unencrypted', 'saml-unencrypted'],
  ['rsa15', 'saml-weak-encryption'],
  ['wrong-recipient-key', 'saml-undecipherable'],
  ['encrypted-attribute', 'saml-encrypted-attribute'],
  ['fraud', 'saml-fraud'],
  ['possible-fraud', 'saml-possible-fraud'],
])('a hub that is "%s" identifies nobody: %s', async (mode, code) => {
  expect((await logIn(ada, mode)).result).toEqual(refused(code))
})

test('an answer is to one request: to another login it is refused, on whichever process', async () => {
  const first = await logIn()
  expect(first.result.ok).toBe(true)
  expect((await logIn(ada, 'replay')).result).toEqual(refused('saml-wrong-request'))
  const elsewhere = stage.methodOf()
  const { kept } = await elsewhere.start(first.ctx, { state, answerAddress: stage.answerAddress() })
  expect(await elsewhere.finish(first.ctx, kept, first.answer)).toEqual(refused('saml-wrong-request'))
})

test('an answer is to one state, and a level that was not asked for is refused by the hub', async () => {
  const { answer, kept, method, ctx } = await logIn()
  const other = new URLSearchParams({ SAMLResponse: answer.get('SAMLResponse') ?? '', RelayState: 'another' })
  expect(await method.finish(ctx, kept, other)).toEqual(refused('saml-wrong-state'))
  expect(await method.finish(ctx, kept, new URLSearchParams({ RelayState: state }))).toEqual(refused('saml-malformed'))
  const swedishAlone = { ...hubSettings, levels: hubSettings.levels.slice(0, 1) }
  const { result } = await logIn({ metod: 'foreign-id', person: 'kari' }, 'ok', swedishAlone)
  expect(result).toEqual(refused('saml-level-refused'))
})

test.each([
  ['SAMLRequest', 'ingen begäran'],
  ['RelayState', 'fel underskrift'],
  ['Signature', 'fel underskrift'],
  ['SigAlg', 'fel underskrift'],
])('the hub asks nobody to identify themselves for a request whose %s was changed', async (parameter, said) => {
  const { address } = await stage.methodOf().start(stage.contextOf(), { state, answerAddress: stage.answerAddress() })
  const changed = new URL(address)
  changed.searchParams.set(parameter, 'AAAA')
  const answer = await fetch(changed)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(said)
})

test('a request for an answer address that is not in our metadata, or by a service that the hub does not know, is refused', async () => {
  for (const [answerAddress, said] of [
    [stage.answerAddress().replace('svar', 'annan'), 'okänd svarsadress'],
    ['https://elsewhere.example/logga-in/saml/svar', 'okänd e-tjänst'],
  ] as const) {
    const { address } = await stage.methodOf().start(stage.contextOf(), { state, answerAddress })
    expect(await (await fetch(address)).text()).toContain(said)
  }
})

test('the page that carries the answer has a button, runs one script, and is shown once', async () => {
  const { address } = await stage.methodOf().start(stage.contextOf(), { state, answerAddress: stage.answerAddress() })
  const methods = await fetch(address)
  const fields = new URLSearchParams({ ...ada, svar: 'legitimera' })
  const answer = await fetch(methods.url, { method: 'POST', body: fields })
  expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^']+'$/)
  expect(await answer.text()).toContain('<button type="submit">Fortsätt</button>')
  const again = await fetch(methods.url, { method: 'POST', body: fields })
  expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('Inloggningen har gått ut')])
})

test('while keys are changed, an answer opens with whichever it was encrypted to', async () => {
  const ctx = stage.contextOf()
  const other = await samlKeys(stage.contextOf('exempelkoping'))
  const method = samlMethod(hubSettings, {
    findProvider: stage.newProviders(),
    acceptedBindingProcesses: [],
    keys: async () => {
      const own = await samlKeys(ctx)
      return { signing: own.signing, encryption: [other.encryption[0], own.encryption[0]] }
    },
  })
  const { address, kept } = await method.start(ctx, { state, answerAddress: stage.answerAddress() })
  const { answer } = await stage.visit(address, ada)
  expect((await method.finish(ctx, kept, answer)).ok).toBe(true)
})

test('what may be fraud is a line in the log that an operator can look for', async () => {
  const { kept, method, answer } = await logIn(ada, 'possible-fraud')
  const lines: unknown[] = []
  const ctx = stage.contextOf()
  await method.finish({ ...ctx, log: { ...ctx.log, warn: (line: unknown) => void lines.push(line) } }, kept, answer)
  expect(lines).toEqual([expect.objectContaining({ code: 'saml-possible-fraud', securityEvent: true })])
})

test('old names of attributes are settings, and without a number nobody is known', async () => {
  const names = { givenName: 'Subject_GivenName', surname: 'Subject_Surname', personNumber: 'Subject_SerialNumber' }
  const { result } = await logIn(ada, 'ok', { ...hubSettings, attributes: names })
  expect(result).toMatchObject({ ok: false, error: { reason: 'no-number' } })
})

test('an answer that comes too late is refused, and so is one from the future', async () => {
  const { answer, kept, method } = await logIn()
  const at = (seconds: number) => stage.contextOf('nordby', { now: () => new Date(Date.now() + seconds * 1000) })
  expect(await method.finish(at(180), kept, answer)).toEqual(refused('saml-stale'))
  expect(await method.finish(at(-90), kept, answer)).toEqual(refused('saml-clock-ahead'))
})
