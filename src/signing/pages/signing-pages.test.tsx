import { beforeEach, describe, expect, test } from 'vitest'
import { askPage, htmlOf } from '../../../tests/support/ask-page.tsx'
import { aPost, aStaffMember } from '../../drafts/testing/a-draft.ts'
import { anonymous } from '../../platform/actor.ts'
import { days, later, systemClock } from '../../platform/clock.ts'
import { testTenants } from '../../platform/testing/database.ts'
import { named, numbers } from '../testing/a-request.ts'
import { signingPagesStage } from '../testing/signing-pages-stage.ts'

const stage = await signingPagesStage()
const { people, ada, bo, cecilia, service, sent, started, pages } = stage
const { ask, show, goesTo, answers, owners, partys, aWaiting, partyOf } = stage

beforeEach(stage.begin)

test('where not all could be fetched, owner and party read the same words, also when it is open again', async () => {
  const draft = await aWaiting()
  const before = await Promise.all([ada, bo].map(async (ctx) => await show(ctx, partys(draft, '/inte-hamtat'))))
  await goesTo(ada, owners(draft, '/andra'), {})
  const after = await Promise.all([ada, bo].map(async (ctx) => await show(ctx, partys(draft, '/inte-hamtat'))))
  expect(new Set([...before, ...after]).size).toBe(1)
  expect(before[0]).toContain('Vi kan inte hämta alla uppgifter. Kontakta kontaktcenter på')
  await expect(show(cecilia, partys(draft, '/inte-hamtat'))).rejects.toMatchObject({ code: 'not-found' })
})

test('all of them require a login', () => {
  expect(pages.map(({ path, area }) => ({ path, area }))).toEqual(pages.map(({ path }) => ({ path, area: 'citizen' })))
})

test.each([
  ['another person', cecilia],
  ['a visitor', stage.as(anonymous)],
  ['staff', stage.as(aStaffMember())],
  [
    'the same person of another municipality',
    stage.database.context({ actor: people.ada, tenant: testTenants.nordby }),
  ],
])('for %s none of the pages exists', async (_who, ctx) => {
  const draft = await aWaiting()
  const party = await partyOf(draft)
  for (const path of ['', '/underskrift', '/avboj', '/med/bankid', `/bilagor/${draft}`])
    await expect(ask(ctx, partys(draft, path))).rejects.toMatchObject({ code: 'not-found' })
  for (const path of ['', `/kontakt/${party}`, '/andra', '/aterkalla', '/skicka-in-anda'])
    await expect(ask(ctx, owners(draft, path))).rejects.toMatchObject({ code: 'not-found' })
  for (const path of ['', '/avboj', '/med/bankid'])
    await expect(ask(ctx, partys(draft, path), { skal: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  for (const path of [`/paminn/${party}`, `/kontakt/${party}`, '/andra', '/aterkalla', '/skicka-in-anda'])
    await expect(ask(ctx, owners(draft, path), { epost: 'a@b.example' })).rejects.toMatchObject({ code: 'not-found' })
})

test('the applicant’s pages are nothing for the party, nor the party’s for the applicant, who is led to their own', async () => {
  const draft = await aWaiting()
  await expect(ask(bo, owners(draft))).rejects.toMatchObject({ code: 'not-found' })
  for (const path of ['', '/underskrift', '/avboj']) expect(await goesTo(ada, partys(draft, path))).toBe(owners(draft))
})

describe('the applicant', () => {
  test('signs first, in an app on this device or another, or on a page elsewhere', async () => {
    const draft = await aWaiting({ signedByAda: false })
    const page = await show(ada, owners(draft))
    expect(page).toMatch(/<h1>Skriv under<.*Skriv under med .*kanarielön-4711/s)
    expect(page).not.toContain('Påminn')
    const [elsewhere] = [...page.matchAll(/href="(\/signera\/[^"]*\/med\/[^"]*)"/g)].map((match) => match[1] ?? '')
    expect(await goesTo(ada, elsewhere ?? '')).toBe('https://hub.example/sign')
    expect(started[0]).toContain('kanarielön-4711')
    const device = await show(ada, partys(draft, '/med/bankid'))
    expect(device).toMatch(/action="[^"]*\/med\/bankid".*value="denna".*value="annan"/s)
    await expect(ask(ada, partys(draft, '/med/finns-inte'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(bo, partys(draft))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is told why no signature came of it', async () => {
    const draft = await aWaiting({ signedByAda: false })
    expect(await show(ada, owners(draft, '?fel=avbruten'))).toContain('Underskriften avbröts.')
    expect(await show(ada, owners(draft, '?fel=%3Cscript%3E'))).not.toContain('script&gt;')
  })

  test('sees how it stands, and reminds at most once a day', async () => {
    const draft = await aWaiting()
    expect(await show(ada, owners(draft))).toMatch(/Väntar på underskrift.*Bo Exempel.*Har inte läst/s)
    const remind = owners(draft, `/paminn/${await partyOf(draft)}`)
    expect(await goesTo(ada, remind, {})).toBe(owners(draft, '?klart=paminnelse'))
    expect(await goesTo(ada, remind, {})).toBe(owners(draft, '?klart=for-tidigt'))
    await show(bo, partys(draft))
    const page = await show(ada, owners(draft, '?klart=for-tidigt'))
    expect(page).toMatch(/en gång per dygn.*Har läst, inte skrivit under/s)
    expect(page).not.toContain('Påminn, ')
  })

  test('is told that a reminder to who has no address is on My pages alone, and that too many have been sent', async () => {
    const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1, { contact: {} })], answers })
    await stage.sign(ada, draft)
    const path = owners(draft, `/paminn/${await partyOf(draft)}`)
    expect(await goesTo(ada, path, {})).toBe(owners(draft, '?klart=paminnelse-mina-sidor'))
    const [first] = [await aWaiting(), await aWaiting()]
    expect(await goesTo(ada, owners(first, `/paminn/${await partyOf(first)}`), {})).toBe(
      owners(first, '?klart=for-manga'),
    )
  })

  test('changes the address that they typed; what was typed stays on a fault', async () => {
    const draft = await aWaiting()
    const path = owners(draft, `/kontakt/${await partyOf(draft)}`)
    expect(await show(ada, path)).toContain('value="typed-1@prov.example"')
    const wrong = await ask(ada, path, { epost: 'bo@', mobil: '12' })
    expect(wrong).toMatchObject({ status: 422 })
    expect(htmlOf(wrong, ada)).toMatch(/Rätta 2 uppgifter.*value="bo@".*value="12"/s)
    expect(htmlOf(await ask(ada, path, { epost: ' ', mobil: '' }), ada)).toContain('Ange e-post eller mobilnummer')
    expect(await goesTo(ada, path, { epost: 'bo@ny.example', mobil: '' })).toBe(owners(draft, '?klart=kontakt-skickad'))
    expect(await show(ada, owners(draft))).toContain('bo@ny.example')
  })

  test('is asked before anything is changed or taken back, and then it is', async () => {
    const draft = await aWaiting()
    const asked = await show(ada, owners(draft, '/andra'))
    expect(asked).toMatch(/Vill du ändra ansökan\?.*Vi berättar det för Bo Exempel\./s)
    expect(await show(ada, owners(draft, '/aterkalla'))).toContain('Vill du återkalla ansökan?')
    expect(await show(bo, partys(draft))).toContain('Läs och skriv under')
    expect(await goesTo(ada, owners(draft, '/andra'), {})).toBe(`/utkast/${draft}/granska`)
    expect(await goesTo(ada, owners(draft))).toBe(`/utkast/${draft}/granska`)
    expect(await goesTo(ada, owners(draft, '/aterkalla'), {})).toBe(`/utkast/${draft}/granska`)
    expect(await show(bo, partys(draft))).toContain('Ansökan ändras just nu')
    const refused = partys(draft, '?fel=andrad')
    expect(await goesTo(bo, partys(draft, '/underskrift?fel=andrad'))).toBe(refused)
    expect(await show(bo, refused)).toContain('Svaren ändrades medan du skrev under')
    await stage.request(ada, { service, draft, parties: [named(numbers.bo, 1, { name: 'Bo Exempel' })], answers })
    await stage.sign(ada, draft)
    expect(await show(bo, partys(draft))).toContain('Ansökan har ändrats sedan du läste den.')
    expect(await goesTo(ada, owners(draft, '/aterkalla'), {})).toBe('/mina-sidor')
    expect(await show(bo, partys(draft))).toContain('Ansökan är återkallad')
  })

  test('sends without somebody’s signature only when nobody is left to wait for', async () => {
    const draft = await aWaiting()
    const path = owners(draft, '/skicka-in-anda')
    expect(await goesTo(ada, path)).toBe(owners(draft))
    expect(await goesTo(ada, path, {})).toBe(owners(draft))
    const after = stage.as(people.ada, { now: () => later(systemClock.now(), days(15)) })
    expect(await show(after, owners(draft))).toContain('Alla har inte skrivit under i tid')
    expect(await show(after, path)).toContain('Underskrift saknas från Bo Exempel.')
    expect(await goesTo(after, path, {})).toBe(`/mina-sidor/arenden/${draft}`)
    expect(await goesTo(after, owners(draft))).toBe(`/mina-sidor/arenden/${draft}`)
    expect(await goesTo(bo, partys(draft))).toBe(`/mina-sidor/arenden/${draft}`)
  })
})

describe('who has been asked', () => {
  test('reads what isn’t hidden, and comes on to signing only with their own part filled in; what they typed is kept', async () => {
    const draft = await aWaiting()
    const page = await show(bo, partys(draft))
    expect(page).toMatch(/Lekstugan.*Din del.*Vad gör du\?/s)
    expect(page).not.toMatch(/kanarielön|typed-1@prov/)
    expect(await goesTo(bo, partys(draft, '/underskrift'))).toBe(partys(draft))
    expect(await goesTo(bo, partys(draft, '/med/bankid'))).toBe(partys(draft))

    const empty = await ask(bo, partys(draft), aPost({ syssla: '' }, { action: 'vidare' }))
    expect(empty).toMatchObject({ status: 422 })
    expect(htmlOf(empty, bo)).toContain('Rätta 1 uppgift')
    expect(await goesTo(bo, partys(draft), aPost({ syssla: 'Snickare' }, { action: 'avboj' }))).toBe(
      partys(draft, '/avboj'),
    )
    expect(await show(bo, partys(draft))).toContain('value="Snickare"')
    expect(await goesTo(bo, partys(draft), aPost({ syssla: 'Målare' }))).toBe(partys(draft, '?klart=sparad'))
    expect(await goesTo(bo, partys(draft), aPost({ syssla: 'Murare' }, { action: 'vidare' }))).toBe(
      partys(draft, '/underskrift'),
    )
    const signature = await show(bo, partys(draft, '/underskrift'))
    expect(signature).toMatch(/Medsökande.*Murare.*Skriv under med /s)
    expect(await show(ada, owners(draft))).not.toContain('Murare')
  })

  test('has what they had typed back when their session had ended', async () => {
    const draft = await aWaiting()
    const again = await askPage(pages, bo, partys(draft), { form: aPost({ syssla: 'Glasblåsare' }), resumed: true })
    expect(htmlOf(again, bo)).toMatch(/inte sparat än.*value="Glasblåsare"/s)
    expect(await show(bo, partys(draft))).not.toContain('Glasblåsare')
    const reason = await askPage(pages, bo, partys(draft, '/avboj'), { form: { skal: 'Inte nu' }, resumed: true })
    expect(htmlOf(reason, bo)).toMatch(/inte skickat än.*Inte nu/s)
  })

  test('signs, and is sent on to the case once all have', async () => {
    const draft = await stage.request(ada, {
      service,
      parties: [named(numbers.bo, 1), named(numbers.cecilia, 2)],
      answers,
    })
    await stage.sign(ada, draft)
    await stage.answer(bo, draft, 'Snickare')
    await stage.sign(bo, draft)
    expect(await show(bo, partys(draft, '?klart=underskrift'))).toMatch(/<h1>Du har skrivit under<.*Lekstugan/s)
    expect(await goesTo(bo, partys(draft, '/underskrift'))).toBe(partys(draft))
    await stage.answer(cecilia, draft, 'Smed')
    await stage.sign(cecilia, draft)
    sent.add(draft)
    for (const ctx of [bo, cecilia]) expect(await goesTo(ctx, partys(draft))).toBe(`/mina-sidor/arenden/${draft}`)
  })

  test('says no with a reason, which the applicant reads, and reads no more', async () => {
    const draft = await aWaiting()
    const path = partys(draft, '/avboj')
    expect(await show(bo, path)).toContain('Varför vill du inte skriva under?')
    expect(htmlOf(await ask(bo, path, { skal: '  ' }), bo)).toContain('Skriv varför du inte vill skriva under')
    const long = await ask(bo, path, { skal: 'å'.repeat(1001) })
    expect(htmlOf(long, bo)).toMatch(/Skriv högst 1\s000 tecken.*ååå/s)
    expect(await goesTo(bo, path, { skal: 'Vi är inte\r\növerens <b>' })).toBe(partys(draft, '?klart=avbojt'))
    const page = await show(bo, partys(draft))
    expect(page).toContain('Du har sagt nej')
    expect(page).not.toContain('Lekstugan')
    expect(await goesTo(bo, path)).toBe(partys(draft))
    expect(await goesTo(bo, path, { skal: 'igen' })).toBe(partys(draft))
    expect(await goesTo(ada, owners(draft, `/paminn/${await partyOf(draft)}`), {})).toBe(owners(draft))
    expect(await show(ada, owners(draft))).toMatch(/Bo Exempel har sagt nej\..*Vi är inte\növerens &lt;b>/s)
  })
})

test('who was named by a number that isn’t known for theirs until later finds it at once, logged in as they are', async () => {
  const draft = await stage.request(ada, { service, parties: [named(numbers.dagny, 1)], answers })
  await stage.sign(ada, draft)
  const dagny = stage.as(await stage.person(numbers.dagny))
  expect(await show(dagny, partys(draft))).toContain('Läs och skriv under')
  await expect(ask(cecilia, partys(draft))).rejects.toMatchObject({ code: 'not-found' })
})
