import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, startStage } from '../testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())

async function logIn(municipality: 'exempelkoping' | 'nordby', medarbetare: string) {
  const login = await stage.beginStaffLogin(municipality)
  const browser = stage.newBrowser()
  const answer = await browser.post(await browser.open(login.url), { medarbetare, svar: 'logga-in' })
  return login.finish(answer.url)
}

test('a member of staff comes with name, address and groups', async () => {
  const { idToken, userInfo } = await logIn('exempelkoping', 'hugo')
  expect(idToken).toMatchObject({ sub: 'hugo', aud: 'handslag', acr: expect.stringContaining('loa3') })
  expect(userInfo).toMatchObject({
    name: 'Hugo Berg',
    preferred_username: 'hugo',
    email: 'hugo@exempelkoping.example',
    groups: ['grp-gata-park', 'grp-parkeringstillstand', 'grp-skyddade-uppgifter'],
  })
})

test('each municipality knows its own staff alone', async () => {
  expect((await logIn('nordby', 'nora')).userInfo).toMatchObject({
    email: 'nora@nordby.example',
    groups: ['grp-alla-tjanster', 'grp-skyddade-uppgifter'],
  })
  const browser = stage.newBrowser()
  const page = await browser.open((await stage.beginStaffLogin('nordby')).url)
  const refused = await browser.post(page, { medarbetare: 'hugo', svar: 'logga-in' })
  expect(refused.status).toBe(400)
  expect(refused.html).toContain('Välj en medarbetare.')
})

test('cancelling ends with access_denied', async () => {
  const browser = stage.newBrowser()
  const page = await browser.open((await stage.beginStaffLogin('exempelkoping')).url)
  const answer = await browser.post(page, { svar: 'avbryt' })
  expect(answer.url.pathname).toBe('/logga-in/medarbetare/svar')
  expect(answer.url.searchParams.get('error')).toBe('access_denied')
})

test('all providers work interleaved in one cookie jar', async () => {
  const browser = stage.newBrowser()
  const hub = await stage.beginHubLogin()
  const exempelkoping = await stage.beginStaffLogin('exempelkoping')
  const nordby = await stage.beginStaffLogin('nordby')
  const atHub = await browser.open(hub.url)
  const atExempelkoping = await browser.open(exempelkoping.url)
  const atNordby = await browser.open(nordby.url)

  const fromHub = await browser.post(atHub, { metod: 'bankid', person: 'ada', svar: 'legitimera' })
  const fromNordby = await browser.post(atNordby, { medarbetare: 'axel', svar: 'logga-in' })
  const fromExempelkoping = await browser.post(atExempelkoping, { medarbetare: 'karin', svar: 'logga-in' })

  expect((await exempelkoping.finish(fromExempelkoping.url)).userInfo.name).toBe('Karin Lind')
  expect((await nordby.finish(fromNordby.url)).userInfo.name).toBe('Axel Dahl')
  expect((await hub.finish(fromHub.url)).userInfo.name).toBe('Ada Exempel')
  const { port } = new URL(stage.origin)
  const foreign = browser.cookieNames.filter((name) => !name.startsWith(`simulator-${port}-`))
  expect(foreign).toEqual([])
})

const change = async (form: readonly (readonly [string, string])[]) =>
  await fetch(`${stage.origin}/staff/exempelkoping/behorigheter`, {
    method: 'POST',
    body: new URLSearchParams(form.map(([name, value]) => [name, value])),
  })

test('groups can be taken from somebody and given back', async () => {
  await change([
    ['medarbetare', 'mira'],
    ['konto', 'oppet'],
    ['grupp', 'grp-kultur'],
    ['grupp', 'grp-of-nobody'],
  ])
  expect((await logIn('exempelkoping', 'mira')).userInfo.groups).toEqual(['grp-kultur'])
  const page = await change([
    ['medarbetare', 'mira'],
    ['konto', 'oppet'],
    ['grupp', 'grp-miljo'],
  ])
  expect(await page.text()).toContain('<legend>Mira Holm</legend>')
  expect((await logIn('exempelkoping', 'mira')).userInfo.groups).toEqual(['grp-miljo'])
})

test('nobody logs in with an account that is closed, until it is opened again', async () => {
  const kim = ['medarbetare', 'kim'] as const
  await change([kim, ['grupp', 'grp-kontaktcenter']])
  const browser = stage.newBrowser()
  const page = await browser.open((await stage.beginStaffLogin('exempelkoping')).url)
  const refused = await browser.post(page, { medarbetare: 'kim', svar: 'logga-in' })
  expect(refused.html).toContain('Kontot är stängt.')
  await change([kim, ['grupp', 'grp-kontaktcenter'], ['konto', 'oppet']])
  expect((await logIn('exempelkoping', 'kim')).userInfo.name).toBe('Kim Ek')
})

test('the provider says that it can be asked again', async () => {
  const discovery = await fetch(`${stage.origin}/staff/exempelkoping/.well-known/openid-configuration`)
  expect(await discovery.json()).toMatchObject({
    scopes_supported: expect.arrayContaining(['offline_access']),
    grant_types_supported: expect.arrayContaining(['refresh_token']),
  })
})

test('a login that was begun before a restart of the simulators is over, and a new one works', async () => {
  const browser = stage.newBrowser()
  const begun = await browser.open((await stage.beginStaffLogin('exempelkoping')).url)
  const keysBefore = await (await fetch(`${stage.origin}/staff/exempelkoping/jwks`)).json()
  await stage.restart()
  const late = await browser.post(begun, { medarbetare: 'rut', svar: 'logga-in' })
  expect(late.html).toContain('Inloggningen har gått ut')
  expect(await (await fetch(`${stage.origin}/staff/exempelkoping/jwks`)).json()).toEqual(keysBefore)
  expect((await logIn('exempelkoping', 'rut')).userInfo.name).toBe('Rut Åberg')
})
