import { expect, test } from 'vitest'
import { aService } from '../../catalogue/testing/a-service.ts'
import type { Facts } from '../../forms/facts.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { getDraft } from '../queries/get-draft.ts'
import { aCitizen, aDraft, aPost } from '../testing/a-draft.ts'
import { actOnStep } from './act-on-step.ts'

const database = await testDatabase()
const ctx = database.context({ actor: await aCitizen(database) })
const readFacts = async (): Promise<Facts> => ({ today: '2027-03-31' })
const questions = [
  { id: 'namn', type: 'text', label: { sv: 'Namn' }, mandatory: true },
  { id: 'antal', type: 'number', label: { sv: 'Antal' } },
]
const rows = { id: 'rader', type: 'repeated-group', label: { sv: 'Rader' }, mandatory: true, questions }
const steps = [
  { id: 'fragor', title: { sv: 'Frågor' }, questions: [rows] },
  { id: 'slut', title: { sv: 'Slut' }, questions: [{ id: 'mer', type: 'text', label: { sv: 'Mer' } }] },
]
const service = await aService(ctx, { shortName: 'med-rader', form: { steps } })

/** A draft, and what presses a button of its step; the fields stand as they are given. */
async function opened() {
  const { id } = await aDraft(ctx, { service })
  const press = async (action: string, fields: Readonly<Record<string, string>> = {}, revision = 99) => {
    const posted = { ...aPost({}, { action, revision }), shown: 'rader' }
    const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`q.rader.${name}`, value]))
    const acted = await actOnStep(ctx, readFacts, {
      draft: id,
      step: 'fragor',
      posted: { ...posted, ...named },
      files: [],
    })
    if (!acted.ok) throw new Error(acted.error)
    return acted.value
  }
  const typed = async () => {
    const draft = await getDraft(ctx, id)
    return draft.state === 'open' ? draft.typed.rader : undefined
  }
  return { id, press, typed }
}

test('a button of a question saves what is typed, then does its own thing, and leads to its place', async () => {
  const { id, press, typed } = await opened()
  const added = await press('fraga:rader:lagg-till', { rows: 'r1', 'r1.namn': 'Ett' })
  expect(added).toEqual({ kind: 'go', to: `/utkast/${id}/fragor#q-rader-r2-namn` })
  expect(await typed()).toMatchObject({ open: 'r2', rows: [{ id: 'r1', values: { namn: 'Ett' } }, { id: 'r2' }] })
  await press('fraga:rader:ta-bort:r1', { rows: 'r2', 'r2.namn': 'Två' })
  expect(await typed()).toMatchObject({ rows: [{ id: 'r2', values: { namn: 'Två' } }] })
  await press('fraga:rader:angra', { rows: 'r2', 'r2.namn': 'Två' })
  expect(await typed()).toMatchObject({ rows: [{ values: { namn: 'Ett' } }, { values: { namn: 'Två' } }] })
})

test.each(['fraga:rader:__proto__', 'fraga:rader:ta-bort:r9', 'fraga:finns-inte:lagg-till', 'fraga:rader:oppna:<b>'])(
  'the button %s, which no page of ours has, only saves',
  async (action) => {
    const { press, typed } = await opened()
    await press(action, { rows: 'r1', 'r1.namn': 'Ett' })
    expect(await typed()).toMatchObject({ rows: [{ id: 'r1', values: { namn: 'Ett' } }] })
  },
)

test('"Nästa" opens the row that is wrong, and keeps telling while others are opened', async () => {
  const { press } = await opened()
  await press('fraga:rader:lagg-till', { rows: 'r1', 'r1.antal': 'x' })
  await press('fraga:rader:lagg-till', { rows: 'r2', 'r2.namn': 'Två' })
  const shown = await press('nasta', { rows: 'r3', 'r3.antal': '3' })
  if (shown.kind !== 'show') throw new Error('Not shown')
  expect(shown.state.filled.typed.rader).toMatchObject({ open: 'r3' })
  expect(shown.state.problems.map(({ part }) => part)).toEqual(['r3-namn', 'more'])
  const { draft } = shown.state
  const wrong = await actOnStep(ctx, readFacts, {
    draft: draft.id,
    step: 'fragor',
    posted: { shown: 'rader', revision: '99', wrong: 'rader.more', action: 'fraga:rader:oppna:r1' },
    files: [],
  })
  expect(wrong).toMatchObject({
    value: { kind: 'show', state: { problems: [{ part: 'r1-namn' }, { part: 'r1-antal' }, { part: 'more' }] } },
  })
})

test('two windows disagree about rows, never about which one is open', async () => {
  const { press, typed } = await opened()
  await press('fraga:rader:lagg-till', { rows: 'r1', 'r1.namn': 'Ett', 'r1.antal': '' })
  const stale = await press('spara', { rows: 'r1', 'r1.namn': 'Ett', 'r1.antal': '' }, 0)
  expect(stale.kind).toBe('go')
  const other = await press('fraga:rader:ta-bort:r1', { rows: 'r1', 'r1.namn': 'Annat', 'r1.antal': '' }, 0)
  expect(other).toMatchObject({ kind: 'show', state: { conflicts: [{ questionId: 'rader' }] } })
  expect(await typed()).toMatchObject({ rows: [{ values: { namn: 'Ett' } }, { id: 'r2' }] })
})
