import { expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { aService } from '../../catalogue/testing/a-service.ts'
import { aCitizen, aDraft } from '../../drafts/testing/a-draft.ts'
import { aPerson } from '../../people/testing/a-person.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { myPagesPage } from './my-pages.tsx'

const database = await testDatabase()
const actor = await aCitizen(database)
const at = (when: string) => database.context({ actor, clock: { now: () => new Date(when) } })

test('a saved application says when its e-service closes, and that it has closed', async () => {
  const open = { periods: [{ from: '2026-12-01', to: '2026-12-25T23:59:59' }] }
  const service = await aService(database.context(), { shortName: 'till-jul', title: { sv: 'Till jul' }, open })
  await aDraft(at('2026-12-02T12:00:00Z'), { service })
  await aDraft(at('2026-12-02T12:00:00Z'))
  const show = async (when: string) => await showPage(myPagesPage, at(when))
  const before = await show('2026-12-03T12:00:00Z')
  expect(before.match(/Stänger/g)).toHaveLength(1)
  expect(before).toMatch(/Till jul.*Stänger 25 december 2026 kl\. 23\.59\. Skicka in innan dess\./s)
  expect(await show('2026-12-26T12:00:00Z')).toMatch(/Till jul.*Ansökan är stängd\./s)
})

test.each([
  ['B', 1],
  ['A', 0],
] as const)(
  'who is known by a foreign e-ID of persistence %s is told %i times to keep the case numbers',
  async (persistence, times) => {
    const prid = `NO:${persistence}1234567`
    const kari = await aPerson(database, prid, { scheme: 'prid', foreign: { prid, persistence } })
    const html = await showPage(myPagesPage, database.context({ actor: kari }))
    expect(html.match(/Skriv upp ärendenumren\. Ring kontaktcenter på 0900-12 34 00/g) ?? []).toHaveLength(times)
  },
)
