import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import type { BegunLogin } from '../testing/relying-party.ts'
import { type Stage, startStage } from '../testing/stage.ts'

const personalNumber = 'https://id.oidc.se/claim/personalIdentityNumber'
const coordinationNumber = 'https://id.oidc.se/claim/coordinationNumber'
const protectedIdentity = 'https://region.example/claim/protectedIdentity'
const loa3 = 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())

async function choose(browser: Browser, login: BegunLogin, metod: string, person: string): Promise<URL> {
  const methods = await browser.open(login.url)
  const persons = await browser.open(new URL(`?metod=${metod}`, methods.url))
  const answer = await browser.post(persons, { metod, person, svar: 'legitimera' })
  return answer.url
}

async function logIn(metod: string, person: string) {
  const login = await stage.beginHubLogin()
  return login.finish(await choose(stage.newBrowser(), login, metod, person))
}

describe('a login at the hub', () => {
  test('tells who Ada is, after a code flow with PKCE and private_key_jwt', async () => {
    const { idToken, userInfo } = await logIn('bankid', 'ada')
    expect(idToken).toMatchObject({ acr: loa3, aud: 'exempelkoping', iss: `${stage.origin}/hub`, sub: userInfo.sub })
    expect(idToken.txn).toEqual(expect.stringMatching(/^.{20,}$/))
    expect(Number(idToken.exp) - Number(idToken.iat)).toBe(300)
    expect(userInfo).toMatchObject({
      given_name: 'Ada',
      family_name: 'Exempel',
      name: 'Ada Exempel',
      birthdate: '1990-01-01',
      [personalNumber]: '199001012385',
      address: {
        street_address: 'Storgatan 1',
        postal_code: '900 01',
        locality: 'Exempelköping',
        country: 'SE',
      },
    })
    expect(userInfo).not.toHaveProperty([coordinationNumber])
    expect(idToken).not.toHaveProperty([protectedIdentity])
  })

  test('puts claims in the ID token when the claims parameter asks for that', async () => {
    const claims = JSON.stringify({ id_token: { [personalNumber]: { essential: true }, given_name: null } })
    const login = await stage.beginHubLogin({ extra: { claims } })
    const { idToken } = await login.finish(await choose(stage.newBrowser(), login, 'freja', 'bo'))
    expect(idToken).toMatchObject({ [personalNumber]: '198001139297', given_name: 'Bo' })
  })

  test('gives a coordination number its own claim', async () => {
    const { userInfo } = await logIn('mobilt-bankid', 'gustav')
    expect(userInfo[coordinationNumber]).toBe('197001782395')
    expect(userInfo).not.toHaveProperty([personalNumber])
  })

  test('gives a foreign identity its PRID, at the level of eIDAS', async () => {
    const { idToken, userInfo } = await logIn('foreign-id', 'kari')
    expect(idToken.acr).toBe('http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub')
    expect(userInfo).toMatchObject({
      'https://id.swedenconnect.se/claim/prid': 'NO:5068907693',
      'https://id.swedenconnect.se/claim/pridPersistence': 'A',
      'https://id.swedenconnect.se/claim/eidasPersonIdentifier': 'NO/SE/05068907693',
      'https://id.swedenconnect.se/claim/eidasCountry': 'NO',
    })
    expect(userInfo).not.toHaveProperty([personalNumber])
  })

  test('tells of a Swedish number bound to a foreign identity, and by which process', async () => {
    const { userInfo } = await logIn('foreign-id', 'jens')
    expect(userInfo).toMatchObject({
      'https://id.swedenconnect.se/claim/mappedPersonalIdentityNumber': '198201209296',
      'https://id.swedenconnect.se/claim/identityBinding': 'https://region.example/id-binding/process/self-declared',
    })
    expect(userInfo).not.toHaveProperty([personalNumber])
  })

  test('tells of the number before a number that has changed', async () => {
    const { userInfo } = await logIn('bankid', 'nadja')
    expect(userInfo).toMatchObject({
      [personalNumber]: '200504282385',
      'https://id.oidc.se/claim/previousCoordinationNumber': '200500882394',
    })
  })

  test('marks a protected identity in the ID token, and sends name and address all the same', async () => {
    const { idToken, userInfo } = await logIn('bankid', 'skyddad')
    expect(idToken[protectedIdentity]).toBe('J')
    expect(userInfo).toMatchObject({
      [personalNumber]: '200001252386',
      name: 'Kanarina Röjdsson',
      address: { street_address: 'Röjda gränden 13' },
    })
  })

  test('serves both municipalities, and knows a person by the same subject for both', async () => {
    const login = await stage.beginHubLogin({ clientId: 'nordby' })
    const answer = await choose(stage.newBrowser(), login, 'bankid', 'cecilia')
    expect(answer.hostname).toBe('nordby.localhost')
    const { idToken } = await login.finish(answer)
    expect(idToken.aud).toBe('nordby')
    expect(idToken.sub).toBe((await logIn('bankid', 'cecilia')).idToken.sub)
  })

  test('asks anew each time, so that another person can use the same browser', async () => {
    const browser = stage.newBrowser()
    const first = await stage.beginHubLogin()
    const ada = await first.finish(await choose(browser, first, 'bankid', 'ada'))
    const second = await stage.beginHubLogin({ extra: { prompt: '' } })
    const bo = await second.finish(await choose(browser, second, 'bankid', 'bo'))
    expect([ada.userInfo.given_name, bo.userInfo.given_name]).toEqual(['Ada', 'Bo'])
    expect(ada.idToken.txn).not.toBe(bo.idToken.txn)
  })

  test('lets two tabs of a browser log in as different persons at once', async () => {
    const browser = stage.newBrowser()
    const [one, two] = await Promise.all([stage.beginHubLogin(), stage.beginHubLogin()])
    const methodsOfOne = await browser.open(one.url)
    const answerOfTwo = await choose(browser, two, 'bankid', 'bo')
    const answerOfOne = await browser.post(methodsOfOne, { metod: 'bankid', person: 'ada', svar: 'legitimera' })
    expect((await two.finish(answerOfTwo)).userInfo.given_name).toBe('Bo')
    expect((await one.finish(answerOfOne.url)).userInfo.given_name).toBe('Ada')
  })

  test('ends with access_denied when the person cancels', async () => {
    const login = await stage.beginHubLogin()
    const browser = stage.newBrowser()
    const methods = await browser.open(login.url)
    const persons = await browser.open(new URL('?metod=bankid', methods.url))
    const answer = await browser.post(persons, { metod: 'bankid', svar: 'avbryt' })
    expect(answer.url.pathname).toBe('/logga-in/svar')
    expect(answer.url.searchParams.get('error')).toBe('access_denied')
    await expect(login.finish(answer.url)).rejects.toMatchObject({ error: 'access_denied' })
  })

  test('refuses a client that signs with another key than it has published', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const login = await stage.beginHubLogin({ key: privateKey })
    const answer = await choose(stage.newBrowser(), login, 'bankid', 'ada')
    await expect(login.finish(answer)).rejects.toMatchObject({ error: 'invalid_client' })
  })

  test('refuses a request without PKCE', async () => {
    const { url } = await stage.beginHubLogin()
    url.searchParams.delete('code_challenge')
    url.searchParams.delete('code_challenge_method')
    const answer = await stage.newBrowser().open(url)
    expect(answer.url.searchParams.get('error')).toBe('invalid_request')
  })

  test('never sends a browser to an address that is not registered', async () => {
    const { url } = await stage.beginHubLogin()
    url.searchParams.set('redirect_uri', 'http://localhost:1/logga-in/svar')
    const answer = await stage.newBrowser().open(url)
    expect(answer.status).toBe(400)
    expect(answer.html).toContain('invalid_redirect_uri')
  })
})

describe('the hub’s pages', () => {
  test('offer the four e-legitimations and name who asks', async () => {
    const { html } = await stage.newBrowser().open((await stage.beginHubLogin()).url)
    expect(html).toContain('<h1>Välj e-legitimation</h1>')
    expect(html).toContain('Exempelköpings kommun vill att du legitimerar dig.')
    expect([...html.matchAll(/name="metod"[^>]*>([^<]+)</g)].map((match) => match[1])).toEqual([
      'BankID',
      'Mobilt BankID',
      'Freja eID+',
      'Foreign ID',
    ])
  })

  test.each([
    ['freja', ['ada', 'bo', 'cecilia', 'dagny', 'elsa', 'skyddad', 'gustav', 'nadja', 'nadja-tidigare']],
    ['foreign-id', ['kari', 'pekka', 'erika', 'maria', 'jens']],
  ])('list with %s only the persons who can have it', async (metod, ids) => {
    const browser = stage.newBrowser()
    const methods = await browser.open((await stage.beginHubLogin()).url)
    const { html } = await browser.open(new URL(`?metod=${metod}`, methods.url))
    expect([...html.matchAll(/name="person" value="([^"]+)"/g)].map((match) => match[1])).toEqual(ids)
  })

  test('ask for a person when none is chosen, or one who can’t have the e-legitimation', async () => {
    const browser = stage.newBrowser()
    const methods = await browser.open((await stage.beginHubLogin()).url)
    const unchosen = await browser.post(methods, { metod: 'bankid', svar: 'legitimera' })
    const foreign = await browser.post(methods, { metod: 'bankid', person: 'kari', svar: 'legitimera' })
    for (const page of [unchosen, foreign]) {
      expect(page.status).toBe(400)
      expect(page.html).toContain('Välj en testperson.')
    }
  })

  test('say that a login is over when it is answered again, or by another browser', async () => {
    const login = await stage.beginHubLogin()
    const browser = stage.newBrowser()
    const methods = await browser.open(login.url)
    const stranger = await stage.newBrowser().open(methods.url)
    await browser.post(methods, { metod: 'bankid', person: 'ada', svar: 'legitimera' })
    const again = await browser.post(methods, { metod: 'bankid', person: 'bo', svar: 'legitimera' })
    for (const page of [stranger, again]) {
      expect(page.status).toBe(400)
      expect(page.html).toContain('Inloggningen har gått ut')
    }
  })
})
