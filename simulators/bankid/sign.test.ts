import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { askPartner } from '../testing/ask-partner.ts'
import { type Stage, startStage } from '../testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => post('/bankid/signatures', { mode: 'ok' }))

const ask = async (method: string, body: object) => {
  const path = `/bankid/rp/v6.0/${method}`
  const answer = await askPartner(stage, 'bankid', { path, body: JSON.stringify(body) })
  return { status: answer.status, body: JSON.parse(answer.body) }
}

const post = async (path: string, body: object) => {
  const response = await fetch(`${stage.origin}${path}`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

const asked = {
  endUserIp: '192.0.2.7',
  userVisibleData: base64('# Ansökan\n*Namn:* <Åsa>\n+ ett\n---\nslut'),
  userNonVisibleData: base64('{}'),
  userVisibleDataFormat: 'simpleMarkdownV1',
  requirement: { personalNumber: '199001012385' },
}

const Placed = z.object({ orderRef: z.string(), autoStartToken: z.string() })

const place = async (more: object = {}) => {
  const { status, body } = await ask('sign', { ...asked, ...more })
  expect(status).toBe(200)
  return Placed.parse(body)
}

const answerAs = async ({ autoStartToken }: z.infer<typeof Placed>, person: string) => {
  await post('/bankid/phone/open', { autostarttoken: autoStartToken })
  await post('/bankid/phone/answer', { autostarttoken: autoStartToken, person })
}

const Signed = z.object({ completionData: z.object({ signature: z.string(), ocspResponse: z.string() }) })

/** The signature as XML. */
const signedBy = async (person: string, more: object = {}) => {
  const order = await place(more)
  await answerAs(order, person)
  const { completionData } = Signed.parse((await ask('collect', { orderRef: order.orderRef })).body)
  return Buffer.from(completionData.signature, 'base64').toString()
}

describe('a signature', () => {
  test('envelops what was asked for, with the person’s certificate and those above it', async () => {
    const xml = await signedBy('ada')
    expect(xml).toContain(
      `<usrVisibleData charset="UTF-8" format="simpleMarkdownV1" visible="wysiwys">${asked.userVisibleData}</usrVisibleData>`,
    )
    expect(xml).toContain(`<usrNonVisibleData>${asked.userNonVisibleData}</usrNonVisibleData>`)
    expect(xml).toContain('<funcId>Signing</funcId>')
    const shown = [...xml.matchAll(/<X509Certificate>([^<]+)</g)].map(
      ([, text = '']) => new X509Certificate(Buffer.from(text, 'base64')),
    )
    const root = await readFile(join(stage.dataFolder, 'run/certificates/bankid/signing-root.pem'), 'utf8')
    const [ada, issuer, bank] = shown
    expect(ada?.subject).toBe('O=Testbank A AB (publ)\nSN=Exempel\nGN=Ada\nserialNumber=199001012385\nCN=Ada Exempel')
    expect(shown).toHaveLength(3)
    expect(issuer && ada?.verify(issuer.publicKey)).toBe(true)
    expect(bank && issuer?.verify(bank.publicKey)).toBe(true)
    expect(bank?.verify(new X509Certificate(root).publicKey)).toBe(true)
  })

  test('has no more than what was asked for', async () => {
    const xml = await signedBy('ada', { userNonVisibleData: undefined, userVisibleDataFormat: undefined })
    expect(xml).not.toMatch(/usrNonVisibleData|format=/)
  })

  test('has the fault that is switched on, as often as told', async () => {
    await post('/bankid/signatures', { mode: 'dtd', times: 1 })
    expect(await signedBy('ada')).toContain('<!DOCTYPE')
    expect(await signedBy('ada')).not.toContain('<!DOCTYPE')
    expect((await post('/bankid/signatures', { mode: 'konstig' })).status).toBe(400)
  })

  test('of a login there is none', async () => {
    const { body } = await ask('auth', { endUserIp: '192.0.2.7' })
    const order = Placed.parse(body)
    await answerAs(order, 'ada')
    const { body: collected } = await ask('collect', { orderRef: order.orderRef })
    expect(collected).toMatchObject({ status: 'complete' })
    expect(collected.completionData).not.toHaveProperty('signature')
  })
})

describe('an order to sign', () => {
  test('for one person is answered by nobody else', async () => {
    const order = await place()
    await answerAs(order, 'bo')
    const { body } = await ask('collect', { orderRef: order.orderRef })
    expect(body).toMatchObject({ status: 'failed', hintCode: 'certificateErr' })
  })

  test.each([
    [{ userVisibleData: undefined }, 'userVisibleData'],
    [{ userVisibleData: '' }, 'userVisibleData'],
    [{ userVisibleData: Buffer.alloc(30_001).toString('base64') }, 'userVisibleData'],
    [{ userNonVisibleData: Buffer.alloc(150_001).toString('base64') }, 'userNonVisibleData'],
    [{ userVisibleDataFormat: 'markdown' }, 'userVisibleDataFormat'],
    [{ requirement: { personalNumber: '9001012385' } }, 'requirement.personalNumber'],
  ])('with a wrong parameter is refused', async (more, wrong) => {
    expect(await ask('sign', { ...asked, ...more })).toMatchObject({
      status: 400,
      body: { errorCode: 'invalidParameters', details: `Invalid parameter: ${wrong}` },
    })
  })

  test('may be as long as BankID allows', async () => {
    await place({
      userVisibleData: Buffer.alloc(30_000).toString('base64'),
      userNonVisibleData: Buffer.alloc(150_000).toString('base64'),
      requirement: {},
    })
  })
})

test('the app shows what is to be signed, formatted and escaped, and signs it', async () => {
  const order = await place()
  const browser = stage.newBrowser()
  const page = await browser.open(new URL(`${stage.origin}/bankid/app?autostarttoken=${order.autoStartToken}`))
  expect(page.html).toContain('<h1>Skriv under med BankID</h1>')
  expect(page.html).toContain('aria-label="Text att skriva under" tabindex="0"')
  expect(page.html).toContain(
    '<h2>Ansökan</h2><p><b>Namn:</b> &lt;Åsa></p><p class="item">ett</p><hr/><p>slut</p></section>',
  )
  expect(page.html).toContain('value="skriv-under">Skriv under</button>')
  const unchosen = await browser.post(page, { autostarttoken: order.autoStartToken, svar: 'skriv-under' })
  expect(unchosen.html).toContain('Välj en testperson.')
  const done = await browser.post(page, { autostarttoken: order.autoStartToken, person: 'ada', svar: 'skriv-under' })
  expect(done.html).toContain('som bad dig skriva under')
  expect((await ask('collect', { orderRef: order.orderRef })).body).toMatchObject({ status: 'complete' })
})

test('the app shows text without format as it is', async () => {
  const order = await place({ userVisibleDataFormat: undefined })
  const page = await stage
    .newBrowser()
    .open(new URL(`${stage.origin}/bankid/app?autostarttoken=${order.autoStartToken}`))
  expect(page.html).toContain('<p class="text"># Ansökan\n*Namn:* &lt;Åsa>')
})
