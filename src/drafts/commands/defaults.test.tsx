import { expect, test } from 'vitest'
import { aService } from '../../catalogue/testing/a-service.ts'
import type { TypedValues } from '../../forms/answers.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import { writtenForm } from '../../forms/testing/forms.ts'
import { postedFrom } from '../../forms/testing/posted-from.ts'
import { rendered } from '../../forms/testing/rendered.tsx'
import { testDatabase } from '../../platform/testing/database.ts'
import { getDraft } from '../queries/get-draft.ts'
import { aCitizen, aDraft, someFacts } from '../testing/a-draft.ts'
import { StepFields } from '../views/step-fields.tsx'
import { actOnStep } from './act-on-step.ts'
import { autosaveStep } from './autosave-step.ts'
import { openStep } from './open-step.ts'
import { startDraft } from './start-draft.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const form = writtenForm(
  [
    { id: 'barn', type: 'yes-no' },
    { id: 'antal', type: 'number', default: { if: [{ var: 'barn' }, 2, 1] } },
  ],
  [{ id: 'sist', type: 'number', default: { '*': [{ var: 'antal' }, 10] } }],
)
const service = await aService(database.context(), { shortName: 'forvalt', form })

const typedIn = async (draft: string): Promise<TypedValues> => {
  const found = await getDraft(ctx, draft)
  return found.state === 'open' ? found.typed : {}
}

/** The fields of a step's page, as they would be posted. */
async function page(draft: string, step = 'steg-1') {
  const opened = await openStep(ctx, someFacts, { draft, step })
  if (opened.kind !== 'step') throw new Error('The step is not shown')
  return postedFrom(rendered(<StepFields {...opened.state} />))
}

test('a default stands in the field, follows what is answered beside it, and is chosen when the page is left by it', async () => {
  const { id } = await aDraft(ctx, { service })
  expect(await typedIn(id)).toEqual({})
  const first = await page(id)
  expect(first['q.antal']).toBe('1')

  const posted = { ...first, 'q.barn': 'yes' }
  const saved = await autosaveStep(ctx, someFacts, { draft: id, step: 'steg-1', posted })
  expect(await typedIn(id)).toEqual({ barn: 'yes' })
  expect(saved.ok && saved.value?.filled.typed.antal).toBe('2')

  const update = { ...(await page(id)), 'q.barn': 'no', action: 'uppdatera' }
  await actOnStep(ctx, someFacts, { draft: id, step: 'steg-1', posted: update, files: [] })
  expect((await page(id))['q.antal']).toBe('1')

  const next = { ...(await page(id)), action: 'nasta' }
  await actOnStep(ctx, someFacts, { draft: id, step: 'steg-1', posted: next, files: [] })
  expect(await typedIn(id)).toEqual({ barn: 'no', antal: '1' })
  expect((await page(id, 'steg-2'))['q.sist']).toBe('10')
})

test('what somebody types instead of a default, or takes away, stays', async () => {
  const { id } = await aDraft(ctx, { service })
  for (const antal of ['5', '']) {
    const posted = { ...(await page(id)), 'q.barn': 'yes', 'q.antal': antal }
    await autosaveStep(ctx, someFacts, { draft: id, step: 'steg-1', posted })
    expect(await typedIn(id)).toEqual({ barn: 'yes', antal })
  }
})

test('a default that is taken away at once stays away', async () => {
  const { id } = await aDraft(ctx, { service })
  const posted = { ...(await page(id)), 'q.antal': '' }
  await autosaveStep(ctx, someFacts, { draft: id, step: 'steg-1', posted })
  expect(await typedIn(id)).toEqual({ antal: '' })
  expect((await page(id))['q.antal']).toBe('')
})

test('details that became known by a login stay away when they are emptied, and aren’t chosen before the page is left', async () => {
  const contact = await aService(database.context(), {
    shortName: 'kontakt',
    form: writtenForm([
      { id: 'kontakt', type: 'contact' },
      { id: 'annat', type: 'text' },
    ]),
  })
  const started = await startDraft(ctx, { service: contact, facts: { today: '2027-03-03' } })
  const draft = started.ok ? started.value.id : ''
  const first = await page(draft)
  expect(first['q.kontakt.email']).toBe('ada@prov.example')
  const save = async (posted: PostedForm) => await autosaveStep(ctx, someFacts, { draft, step: 'steg-1', posted })
  await save({ ...first, 'q.annat': 'x' })
  expect(await typedIn(draft)).toEqual({ annat: 'x' })
  await save({ ...(await page(draft)), 'q.kontakt.email': '' })
  expect((await page(draft))['q.kontakt.email']).toBe('')
})
