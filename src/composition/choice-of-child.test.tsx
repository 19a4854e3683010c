import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Facts } from '../forms/facts.ts'
import { fillForm } from '../forms/filled.ts'
import { findStep } from '../forms/navigation.ts'
import { StepQuestions } from '../forms/step-questions.tsx'
import { formOf } from '../forms/testing/forms.ts'
import { rendered } from '../forms/testing/rendered.tsx'
import { validateForm, validateStep } from '../forms/validation.ts'
import { aPerson } from '../people/testing/a-person.ts'
import { aRegister, type RunningRegister } from '../people/testing/a-register.ts'
import { atOnce } from '../people/testing/limits.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts'
import { factsReader } from './facts.ts'

const [ada, dagny, childless, hidden] = ['199001012385', '195501142284', '199501012380', '200001252386']
const [frans, nils, siv, hiddenChild] = ['198501139995', '201401012396', '201901012391', '202301012395']

const form = formOf([
  {
    id: 'barn',
    type: 'child',
    label: { sv: 'Barn' },
    mandatory: true,
    maxAge: 5,
    tooOld: { sv: '{name} är {age} år och för gammal för förskola. Ansök om fritidshem.' },
  },
])

let database: TestDatabase
let running: RunningRegister

beforeAll(async () => {
  database = await testDatabase()
  running = await aRegister([
    { number: frans, firstNames: 'Frans', familyName: 'Annan', guardianFor: [nils] },
    { number: nils, firstNames: 'Nils', familyName: 'Exempel', guardians: [frans] },
    { number: dagny, firstNames: 'Dagny', familyName: 'Test', guardianFor: [hiddenChild, siv] },
    { number: siv, firstNames: 'Siv', familyName: 'Test', guardians: [dagny] },
  ])
})

beforeEach(() => running.faults.set({ mode: 'ok' }))

const factsOf = async (number: string): Promise<Facts> => {
  const clock = { now: () => new Date('2026-11-21T12:00:00Z') }
  const ctx = database.context({ actor: await aPerson(database, number), clock })
  return await factsReader(running.registers, atOnce)(ctx, new Set(['children']))
}

const idOf = (facts: Facts, name: string): string => facts.children?.find((child) => child.givenName === name)?.id ?? ''

function pageOf(facts: Facts, barn = ''): string {
  const filled = fillForm(form, { barn }, facts)
  const step = findStep(filled, 'steg-1')
  const problems = validateStep(filled, 'steg-1')
  return step ? rendered(<StepQuestions step={step} typed={{ barn }} facts={facts} problems={problems} />) : ''
}

test('Ada may choose Alve; Otto is too old, and she is told what to do; Nils is not there, whatever is posted', async () => {
  const adas = await factsOf(ada)
  const page = pageOf(adas)
  const radios = [...page.matchAll(/<input[^>]* type="radio"[^>]*>/g)].map(([radio]) => radio)
  expect(radios).toHaveLength(1)
  expect(radios[0]).toContain(`value="${idOf(adas, 'Alve')}"`)
  expect(page).toContain('Alve Exempel, född 1 januari 2022')
  expect(page).toContain('Otto är 9 år och för gammal för förskola. Ansök om fritidshem.')
  expect(page).toContain('Alla barn visas kanske inte')
  expect(page).not.toContain('Nils')
  expect(page).not.toMatch(/202201012396|Bo Exempel|Storgatan/)

  const filled = (barn: string) => validateForm(fillForm(form, { barn }, adas))
  expect(filled(idOf(adas, 'Alve'))).toMatchObject({ ok: true, answers: { barn: { number: '202201012396' } } })
  expect(filled(idOf(adas, 'Otto'))).toMatchObject({ ok: false })
  const nilsId = idOf(await factsOf(frans), 'Nils')
  expect(nilsId).not.toBe('')
  expect(filled(nilsId)).toMatchObject({
    steps: [{ problems: [{ questionId: 'barn', key: 'forms.problem.child-unknown' }] }],
  })
})

test('a protected child is not among the others', async () => {
  const page = pageOf(await factsOf(dagny))
  expect(page).toContain('Siv är 7 år')
  expect(page).not.toContain('type="radio"')
  expect(page).toContain('Alla barn visas kanske inte')
})

test('who has no children, who is protected, and everybody while the register is down see the same, also of what was chosen', async () => {
  const alve = idOf(await factsOf(ada), 'Alve')
  expect(alve).not.toBe('')
  for (const chosen of ['', alve]) {
    const none = pageOf(await factsOf(childless), chosen)
    expect(none).toContain('Vi kan inte hämta alla uppgifter. Kontakta kontaktcenter på 0900-12 34 00')
    expect(pageOf(await factsOf(hidden), chosen)).toBe(none)
    running.faults.set({ mode: 'fault' })
    expect(pageOf(await factsOf(ada), chosen)).toBe(none)
    running.faults.set({ mode: 'ok' })
  }
})
