import { describe, expect, test } from 'vitest'
import { askPage, htmlOf } from '../../tests/support/ask-page.tsx'
import { staffCasePath } from '../cases/public.ts'
import { aCase, aHandler } from '../cases/testing/a-case.ts'
import { sendMessage } from '../messages/public.ts'
import { aPerson } from '../people/testing/a-person.ts'
import type { Context } from '../platform/context.ts'
import { testDatabase } from '../platform/testing/database.ts'
import { workplacePages } from './public.ts'

const database = await testDatabase()
const pages = workplacePages()
const number = '195501142284'

const dagny = database.context({ actor: await aPerson(database, number) })
const sent = await aCase(dagny)
await sendMessage(dagny, { caseId: sent.caseId, text: 'Skrivet innan', files: [] })
await aPerson(database, number, { facts: undefined })

const hugo = database.context({ actor: await aHandler(database, { rights: ['protected'] }) })
const greta = database.context({ actor: await aHandler(database) })
const path = staffCasePath(sent.caseId)
const get = async (ctx: Context, at: string) => htmlOf(await askPage(pages, ctx, at, { query: { vy: 'alla' } }), ctx)

describe('who has the right', () => {
  test.each(['', '/fordela', '/status', '/komplettering', '/meddelanden'])(
    'is told on every page of the case that somebody is protected: %s',
    async (below) => {
      const html = await get(hugo, path + below)
      expect(html).toContain('Skyddade personuppgifter</h2>')
      expect(html).not.toContain('Test Person')
    },
  )

  test('reads "Skyddad uppgift" where a name would stand, in what was written before as well', async () => {
    expect((await get(hugo, path)).match(/Skyddad uppgift/g)).toHaveLength(2)
    const list = await get(hugo, '/handlaggning/arenden')
    expect(list).toContain('Skyddad uppgift')
    expect(list).not.toContain('Skyddade personuppgifter')
  })

  test('is told nothing on the pages of other cases', async () => {
    const other = await aCase(database.context({ actor: await aPerson(database, '199001012385') }))
    expect(await get(hugo, staffCasePath(other.caseId))).not.toMatch(/Skyddad/)
  })
})

test('for who has not, neither list nor address knows of it', async () => {
  const list = await get(greta, '/handlaggning/arenden')
  expect(list).not.toContain(sent.number)
  expect(list).not.toContain('Skyddad')
  for (const below of ['', '/fordela', '/status', '/komplettering', '/meddelanden']) {
    await expect(askPage(pages, greta, path + below)).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('an administrator is told when nobody may read it, and nothing of what it is', async () => {
  const alma = database.context({ actor: await aHandler(database, { groups: [], rights: ['administrate'] }) })
  expect(await get(alma, '/handlaggning/arenden')).not.toContain('ingen får läsa')
  await database.query(`update identity.staff_member set rights = '{}' where 'protected' = any(rights)`)
  const html = await get(alma, '/handlaggning/arenden')
  expect(html).toContain('1 ärende som ingen får läsa')
  expect(html).not.toContain(sent.number)
  expect(await get(greta, '/handlaggning/arenden')).not.toContain('ingen får läsa')
})
