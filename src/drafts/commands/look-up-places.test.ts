import { expect, test } from 'vitest'
import { aService } from '../../catalogue/testing/a-service.ts'
import { fieldName, questionAction, shownField } from '../../forms/names.ts'
import type { PlacesQuery } from '../../forms/questions/address-search/query.ts'
import type { PlacesAnswer } from '../../forms/questions/address-search/registered-place.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { stepFields } from '../posted-step.ts'
import { getDraft } from '../queries/get-draft.ts'
import { aCitizen, aDraft, someFacts } from '../testing/a-draft.ts'
import { actOnStep } from './act-on-step.ts'
import { lookUpPlaces } from './look-up-places.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const words = (text: string) => ({ sv: text, en: `${text} (English)` })
const form = {
  steps: [
    {
      id: 'var',
      title: words('Var'),
      questions: [{ id: 'fastighet', type: 'property', label: words('Fastighet'), mandatory: true }],
    },
    { id: 'mer', title: words('Mer'), questions: [{ id: 'mer', type: 'text', label: words('Mer') }] },
  ],
}
const eken = {
  id: 'eken-4',
  designation: 'EKEN 4',
  municipality: '2499',
  municipalityName: 'Exempelköping',
  latitude: 63.8341,
  longitude: 20.2524,
}

/** Notes what is asked of the register. */
function aRegister(answer: PlacesAnswer = { kind: 'found', places: [eken], more: false }) {
  const asked: PlacesQuery[] = []
  return {
    asked,
    find: async (query: PlacesQuery) => {
      asked.push(query)
      return answer
    },
  }
}

const posted = (action: string, revision = 0) => ({
  [`${fieldName('fastighet')}.search`]: 'eken',
  [shownField]: 'fastighet',
  [stepFields.action]: action,
  [stepFields.revision]: String(revision),
})
const search = questionAction('fastighet', 'sok')

test('"Sök" keeps what the register found beside what was typed; "Nästa" then asks for a choice, not for the register', async () => {
  const { id } = await aDraft(ctx, { service: await aService(ctx, { shortName: 'lov', form }) })
  const register = aRegister()
  const step = { draft: id, step: 'var' }
  const told = await lookUpPlaces(ctx, register.find, { ...step, posted: posted(search) })
  const acted = await actOnStep(ctx, someFacts, { ...step, posted: posted(search), files: [], told })
  expect(acted).toMatchObject({ ok: true, value: { kind: 'go', to: expect.stringContaining('#question-fastighet') } })
  expect(await getDraft(ctx, id)).toMatchObject({
    typed: { fastighet: { search: 'eken', lookUp: { asked: 'eken', answer: { kind: 'found', places: [eken] } } } },
  })

  const next = posted('nasta', 1)
  const toldAgain = await lookUpPlaces(ctx, register.find, { ...step, posted: next })
  expect(register.asked).toEqual([{ kind: 'words', words: 'eken' }])
  const refused = await actOnStep(ctx, someFacts, { ...step, posted: next, files: [], told: toldAgain })
  expect(refused).toMatchObject({
    value: { kind: 'show', state: { problems: [{ key: 'forms.problem.choose-place' }] } },
  })

  const chosen = { ...next, [`${fieldName('fastighet')}.chosen`]: 'eken-4' }
  const done = await actOnStep(ctx, someFacts, { ...step, posted: chosen, files: [] })
  expect(done).toMatchObject({ value: { kind: 'go', to: expect.stringContaining('/mer') } })
})

test('saving and going back ask nothing', async () => {
  const { id } = await aDraft(ctx, { service: await aService(ctx, { shortName: 'lov-2', form }) })
  const register = aRegister()
  for (const action of ['spara', 'foregaende', 'uppdatera']) {
    await lookUpPlaces(ctx, register.find, { draft: id, step: 'var', posted: posted(action) })
  }
  await lookUpPlaces(ctx, register.find, { draft: id, step: 'mer', posted: posted('nasta') })
  expect(register.asked).toEqual([])
})

test('a register that fails lets one go on', async () => {
  const { id } = await aDraft(ctx, { service: await aService(ctx, { shortName: 'lov-3', form }) })
  const input = { draft: id, step: 'var', posted: posted('nasta') }
  const told = await lookUpPlaces(ctx, aRegister({ kind: 'unavailable' }).find, input)
  const acted = await actOnStep(ctx, someFacts, { ...input, files: [], told })
  expect(acted).toMatchObject({ value: { kind: 'go', to: expect.stringContaining('/mer') } })
})

test('somebody else’s draft asks nobody', async () => {
  const { id } = await aDraft(ctx, { service: await aService(ctx, { shortName: 'lov-4', form }) })
  const stranger = database.context({ actor: await aCitizen(database) })
  const register = aRegister()
  const input = { draft: id, step: 'var', posted: posted('nasta') }
  await expect(lookUpPlaces(stranger, register.find, input)).rejects.toMatchObject({ code: 'not-found' })
  expect(register.asked).toEqual([])
})
