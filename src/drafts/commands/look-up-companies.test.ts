import { expect, test } from 'vitest'
import { aService } from '../../catalogue/testing/a-service.ts'
import type { Facts } from '../../forms/facts.ts'
import { fieldName, questionAction, shownField } from '../../forms/names.ts'
import type { Context } from '../../platform/context.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { stepFields } from '../posted-step.ts'
import { aCitizen, aDraft } from '../testing/a-draft.ts'
import { lookUpCompanies } from './look-up-companies.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const words = (text: string) => ({ sv: text, en: `${text} (English)` })
const form = {
  steps: [
    { id: 'vem', title: words('Vem'), questions: [{ id: 'org', type: 'organisation', label: words('Organisation') }] },
    { id: 'mer', title: words('Mer'), questions: [{ id: 'mer', type: 'text', label: words('Mer') }] },
  ],
}

/** Notes what is asked of the register. */
function aPort(facts: Partial<Facts> = {}) {
  const asked: string[] = []
  return {
    asked,
    readFacts: async () => ({ today: '2027-03-31', ...facts }),
    lookUpOrganisation: async (_ctx: Context, number: string) => void asked.push(number),
  }
}

const posted = (action: string) => ({
  [`${fieldName('org')}.number`]: '559999-0016',
  [shownField]: 'org',
  [stepFields.action]: action,
})

test('"Nästa" and "Hämta uppgifter" ask the register; saving doesn’t, nor what it has answered', async () => {
  const { id } = await aDraft(ctx, { service: await aService(ctx, { shortName: 'bolag', form }) })
  for (const [action, asked] of [
    ['nasta', ['5599990016']],
    [questionAction('org', 'hamta'), ['5599990016']],
    ['spara', []],
    ['foregaende', []],
  ] as const) {
    const port = aPort()
    await lookUpCompanies(ctx, port, { draft: id, step: 'vem', posted: posted(action) })
    expect(port.asked).toEqual(asked)
  }
  const answer = { kind: 'not-found' } as const
  const port = aPort({ companyLookUps: [{ number: '5599990016', at: '2027-03-31T12:00:00Z', answer }] })
  await lookUpCompanies(ctx, port, { draft: id, step: 'vem', posted: posted('nasta') })
  await lookUpCompanies(ctx, port, { draft: id, step: 'mer', posted: posted('nasta') })
  expect(port.asked).toEqual([])
})

test('somebody else’s draft asks nobody', async () => {
  const { id } = await aDraft(ctx, { service: await aService(ctx, { shortName: 'bolag-2', form }) })
  const stranger = database.context({ actor: await aCitizen(database) })
  const port = aPort()
  const input = { draft: id, step: 'vem', posted: posted('nasta') }
  await expect(lookUpCompanies(stranger, port, input)).rejects.toMatchObject({ code: 'not-found' })
  expect(port.asked).toEqual([])
})
