import { expect, test } from './support/journey.ts'

const pages = [
  ['/hjalp', 'Hjälp'],
  ['/hjalp/fragor-och-svar', 'Frågor och svar'],
  ['/hjalp/e-legitimation', 'Om e-legitimation'],
  ['/hjalp/webblasare', 'Webbläsare'],
  ['/hjalp/tillganglighet', 'Tillgänglighetsredogörelse'],
  ['/hjalp/kontakt', 'Kontakta oss'],
  ['/hjalp/lathundar/logga-in', 'Lathund: logga in och logga ut'],
  ['/hjalp/lathundar/komplettera', 'Lathund: komplettera ditt ärende'],
  ['/hjalp/lathundar/meddelande', 'Lathund: skriv ett meddelande'],
  ['/e-tjanster', 'E-tjänster'],
  ['/e-tjanster?q=xyzzy', 'Sökresultat'],
] as const

test('every page of help is there, and the contact centre on each @citizen', async ({ page, hand, look }) => {
  for (const [path, title] of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('contentinfo').getByRole('link', { name: '0900-12 34 00' })).toBeVisible()
    await look(page, path)
  }
  await page.goto('/')
  await hand.press(page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Hjälp' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Frågor och svar' })).toBeVisible()
})

test('what does not exist says so, and where to go on @citizen', async ({ page, hand, look }) => {
  for (const path of [
    '/finns-inte',
    '/e-tjanster/finns-inte',
    '/mina-sidor/arenden/01930000-0000-7000-8000-000000000000',
    '/utkast/01930000-0000-7000-8000-000000000000/innan-du-borjar',
    '/kvittens/finns-inte',
    '/handlaggning/arenden/01930000-0000-7000-8000-000000000000',
  ]) {
    const answered = await page.goto(path)
    expect(answered?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Sidan finns inte' })).toBeVisible()
    await look(page, 'not found')
  }
  await hand.press(page.getByRole('link', { name: 'Till startsidan' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Vad vill du göra?' })).toBeVisible()
})

test('the login page says why somebody stands there again @citizen', async ({ page, hand, look }) => {
  await page.goto('/mina-sidor')
  await hand.press(page.getByRole('link', { name: 'Logga in med e-legitimation' }))
  await hand.press(page.getByRole('button', { name: 'Avbryt' }))
  await expect(page.getByRole('heading', { name: 'Inloggningen avbröts' })).toBeVisible()
  await look(page, 'login cancelled')
  await hand.press(page.getByRole('link', { name: 'Logga in med e-legitimation' }))
  await expect(page.getByRole('heading', { name: 'Välj e-legitimation' })).toBeVisible()

  await page.goto('/logga-in/svar?state=okand&code=okand')
  await expect(page.getByRole('heading', { name: 'Inloggningen tog för lång tid eller avbröts' })).toBeVisible()
  await look(page, 'login unknown')

  for (const [reason, title] of [
    ['misslyckad', 'Inloggningen gick inte att genomföra'],
    ['saknar-nummer', 'Vi fick inget identitetsnummer'],
    ['saknar-behorighet', 'Du saknar behörighet'],
    ['utgangen', 'Du har loggats ut'],
  ] as const) {
    await page.goto(`/logga-in?varfor=${reason}`)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await look(page, `login ${reason}`)
  }

  await page.goto('/handlaggning/arenden')
  await expect(page.getByRole('link', { name: 'Logga in som medarbetare' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Logga in med e-legitimation' })).toHaveCount(0)
  await look(page, 'login for staff alone')
})
