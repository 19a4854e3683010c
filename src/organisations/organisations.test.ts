import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { askPage, htmlOf, targetOf } from '../../tests/support/ask-page.tsx'
import { aCitizen, aStaffMember, aVisitor } from '../drafts/testing/a-draft.ts'
import type { Context } from '../platform/context.ts'
import type { Event } from '../platform/events/event.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { addOrganisation } from './commands/add-organisation.ts'
import { changeOrganisation } from './commands/change-organisation.ts'
import { removeOrganisation } from './commands/remove-organisation.ts'
import { mostOrganisations } from './model.ts'
import { addPath, changePath, organisationsPath, removePath } from './paths.ts'
import { organisationPages } from './public.ts'
import { listMyOrganisations } from './queries/list-my-organisations.ts'
import { readOrganisationFacts } from './queries/read-facts.ts'
import { aRegister } from './testing/a-register.ts'

const database = await testDatabase()
const aPerson = async () => database.context({ actor: await aCitizen(database) })
const club = {
  number: '8029990010',
  name: 'Exempelköpings Bordtennisklubb',
  address: { street: 'Sporthallen', postalCode: '900 01', city: 'Exempelköping' },
  role: 'Ordförande',
}

async function added(ctx: Context, details = club): Promise<string> {
  const result = await addOrganisation(ctx, aRegister(), details)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const strangers = async (owner: Context) => [
  await aPerson(),
  database.context({ actor: aVisitor() }),
  database.context({ actor: aStaffMember() }),
  database.context({ actor: owner.actor, tenant: testTenants.nordby }),
]

describe('own organisations', () => {
  test('are nobody else’s to see, change or remove', async () => {
    const ada = await aPerson()
    const id = await added(ada)
    for (const other of await strangers(ada)) {
      expect(await listMyOrganisations(other)).toEqual([])
      const change = changeOrganisation(other, aRegister(), { id, details: club })
      await expect(change).rejects.toMatchObject({ code: 'not-found' })
      await expect(removeOrganisation(other, id)).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await listMyOrganisations(ada)).toHaveLength(1)
  })

  test('are written down by hand, with the number sealed', async () => {
    const ada = await aPerson()
    const id = await added(ada)
    expect(await listMyOrganisations(ada)).toEqual([
      {
        id,
        ...club,
        form: 'ideell-forening',
        email: undefined,
        phone: undefined,
        verification: 'self-declared',
        checkedAt: undefined,
      },
    ])
    const [row] = await database.query<{ row: string }>(
      `select to_jsonb(o)::text as row from organisations.organisation o where organisation_id = $1`,
      [id],
    )
    expect(row?.row).not.toContain(club.number)
    expect(row?.row).not.toContain(Buffer.from(club.number).toString('hex'))
  })

  test('are confirmed when the register knows number and name, however it is written', async () => {
    const ada = await aPerson()
    await added(ada, { ...club, number: '5599990016', name: 'prov  & SON ab' })
    await added(ada, { ...club, number: '5599990016', name: 'Något annat AB' })
    expect((await listMyOrganisations(ada)).map(({ name, verification, form }) => [name, verification, form])).toEqual([
      ['Något annat AB', 'self-declared', 'aktiebolag'],
      ['Prov & Son AB', 'register-confirmed', 'aktiebolag'],
    ])
    const [, known] = await readOrganisationFacts(ada)
    expect(known).toMatchObject({ number: '5599990016', name: 'Prov & Son AB', checkedAt: expect.any(String) })
  })

  test('are there once, though associations without number may share a name', async () => {
    const ada = await aPerson()
    const id = await added(ada)
    expect(await addOrganisation(ada, aRegister(), club)).toEqual({ ok: false, error: 'already-there' })
    const second = await added(ada, { ...club, name: 'Klubb två' })
    const twin = { id: second, details: club }
    expect(await changeOrganisation(ada, aRegister(), twin)).toEqual({ ok: false, error: 'already-there' })
    expect(await changeOrganisation(ada, aRegister(), { id, details: { ...club, role: 'Kassör' } })).toMatchObject({
      ok: true,
    })
    const { number: _number, ...nameless } = club
    expect(await addOrganisation(ada, aRegister(), nameless)).toMatchObject({ ok: true })
    expect(await addOrganisation(ada, aRegister(), nameless)).toMatchObject({ ok: true })
  })

  test('are no more than fit on a page', async () => {
    const ada = await aPerson()
    for (let count = 0; count < mostOrganisations; count += 1) {
      await added(ada, { ...club, name: `Klubb ${count}` })
    }
    const more = { ...club, name: 'En till' }
    expect(await addOrganisation(ada, aRegister(), more)).toEqual({ ok: false, error: 'too-many' })
  })

  test('tell others that something happened, and no more', async () => {
    const events: Event[] = []
    const ada = database.context({
      actor: await aCitizen(database),
      sink: async (_ctx, _tx, happened) => void events.push(...happened),
    })
    const id = await added(ada)
    await changeOrganisation(ada, aRegister(), { id, details: club })
    await removeOrganisation(ada, id)
    expect(events.map(({ type, subject, data }) => [type, subject, data])).toEqual([
      ['organisation.added', id, {}],
      ['organisation.changed', id, {}],
      ['organisation.removed', id, {}],
    ])
    expect(await listMyOrganisations(ada)).toEqual([])
  })
})

describe('"Mina organisationer"', () => {
  const register = aRegister()
  const pages = organisationPages(register)
  const show = async (ctx: Context, path: string, form?: Readonly<Record<string, string>>) =>
    htmlOf(await askPage(pages, ctx, path, form ? { form } : {}), ctx)

  test('says when there are none, and what to do', async () => {
    const html = await show(await aPerson(), organisationsPath)
    expect(html).toContain('Du har inga organisationer.')
    expect(html).toContain(`href="${addPath}"`)
  })

  test('lists each with number, role and whether it was checked', async () => {
    const ada = await aPerson()
    const id = await added(ada, { ...club, name: 'A & <b>' })
    const html = await show(ada, organisationsPath)
    expect(html).toContain('A &amp; &lt;b>')
    expect(html).toContain('802999-0010 · Ordförande')
    expect(html).toContain('Inte kontrollerad')
    expect(html).toContain(`href="${removePath(id)}"`)
  })

  test('fetches what the register knows, and adds it', async () => {
    const ada = await aPerson()
    const fetched = await show(ada, addPath, { number: '559999-0016', role: 'VD', action: 'hamta' })
    expect(fetched).toContain('Uppgifterna är hämtade från Bolagsverket.')
    expect(fetched).toContain('value="Prov &amp; Son AB"')
    expect(fetched).toContain('value="Hamngatan 3"')
    expect(fetched).toContain('value="VD"')
    const form = { number: '559999-0016', name: 'Prov & Son AB', action: 'spara' }
    expect(targetOf(await askPage(pages, ada, addPath, { form }))).toBe(`${organisationsPath}?klart=tillagd`)
    const html = await show(ada, organisationsPath)
    expect(html).toContain('Finns hos Bolagsverket')
    expect(html).toContain('Kontrollerad')
  })

  test('says when the register knows nothing or does not answer; one writes oneself', async () => {
    const ada = await aPerson()
    const typed = { number: '802999-0010', name: 'Klubben', action: 'hamta' }
    expect(await show(ada, addPath, typed)).toContain('ingen organisation med det här numret')
    register.isDown = true
    const html = await show(ada, addPath, { ...typed, number: '5599990024' })
    register.isDown = false
    expect(html).toContain('märks ”inte kontrollerad”')
    expect(html).toContain('value="Klubben"')
  })

  test('comes back with what was typed when something is wrong', async () => {
    const ada = await aPerson()
    const form = {
      number: '559999-0017',
      name: '',
      careOf: 'Bo',
      postalCode: '9',
      email: '@',
      phone: '1',
      role: 'r'.repeat(201),
      action: 'spara',
    }
    const answer = await askPage(pages, ada, addPath, { form })
    expect(answer).toMatchObject({ kind: 'view', status: 422 })
    const html = htmlOf(answer, ada)
    expect(html).toContain('Rätta 8 uppgifter')
    expect(html).toContain('value="559999-0017"')
    expect(await listMyOrganisations(ada)).toEqual([])
    expect(await show(ada, addPath, { number: 'x', action: 'hamta' })).toContain('Rätta 1 uppgift')
  })

  test('is changed and removed by its person alone', async () => {
    const ada = await aPerson()
    const id = await added(ada)
    expect(await show(ada, changePath(id))).toContain('value="802999-0010"')
    const form = { number: '', name: 'Nytt namn', phone: '070-174 06 05', action: 'spara' }
    expect(targetOf(await askPage(pages, ada, changePath(id), { form }))).toBe(`${organisationsPath}?klart=sparad`)
    expect(await listMyOrganisations(ada)).toMatchObject([
      { name: 'Nytt namn', number: undefined, phone: '+46701740605' },
    ])
    expect(await show(ada, removePath(id))).toContain('Vill du ta bort organisationen?')
    for (const other of await strangers(ada)) {
      for (const path of [changePath(id), removePath(id)]) {
        await expect(askPage(pages, other, path)).rejects.toMatchObject({ code: 'not-found' })
      }
    }
    await expect(askPage(pages, ada, changePath(randomUUID()))).rejects.toMatchObject({ code: 'not-found' })
    expect(targetOf(await askPage(pages, ada, removePath(id), { form: {} }))).toBe(
      `${organisationsPath}?klart=borttagen`,
    )
    expect(await listMyOrganisations(ada)).toEqual([])
  })
})
