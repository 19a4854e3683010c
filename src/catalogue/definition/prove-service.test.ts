import { expect, it } from 'vitest'
import { aDefinition } from '../testing/a-service.ts'
import { proveService } from './prove-service.ts'

const inShort = (settings: Readonly<Record<string, unknown>>) =>
  proveService(aDefinition({ keywords: { sv: ['prov'], en: ['test'] }, ...settings })).findings.map(
    ({ code, path }) => `${path.join('.')} ${code}`,
  )

const words = { sv: 'Vad gäller det?', en: 'What is it about?' }
const options = ['a', 'b'].map((id) => ({ id, label: words }))
const form = (...questions: readonly object[]) => ({
  steps: [
    {
      id: 'steg',
      title: words,
      questions: questions.map((question, index) => ({ id: `fraga-${index}`, label: words, ...question })),
    },
  ],
})
const choice = { id: 'val', type: 'radio', options, mandatory: true }
const closing = ['received', 'closed'].map((kind) => ({ id: kind, kind, name: words, meaning: words }))
const is = (option: string) => ({ '==': [{ var: 'val' }, option] })

it('finds nothing in a definition that is as it should be', () => {
  expect(inShort({ form: form(choice) })).toEqual([])
})

it('finds what can not be published, and looks no further', () => {
  expect(inShort({ form: { steps: [] }, title: { sv: 'Bara svenska' } })).toEqual(['form.steps definition'])
})

it('finds what is wrong in the form and in the texts, and names places of the whole definition', () => {
  const never = { type: 'text', mandatory: { and: [is('a'), is('b')] }, label: { sv: 'Bara svenska' } }
  expect(inShort({ form: form(choice, never) })).toEqual([
    'form.steps.0.questions.1.mandatory rule-never-true',
    'form.steps.0.questions.1.label text-missing',
  ])
})

it('knows for whom the service is', () => {
  const adult = { type: 'text', when: { '>=': [{ var: 'facts.age' }, 18] } }
  const asked = { form: form(choice, adult) }
  expect(inShort(asked)).toEqual([])
  expect(inShort({ ...asked, login: 'none', supplement: 'none', statuses: closing })).toEqual([
    'form.steps.0.questions.1 question-never-shown',
  ])
  expect(inShort({ ...asked, open: { minimumAge: 20 } })).toEqual([])
})

it('finds groups that no case comes to', () => {
  const group = (when: readonly object[]) => ({ form: form(choice), group: { when, otherwise: 'rest' } })
  expect(inShort(group([{ if: is('a'), group: 'x' }]))).toEqual([])
  expect(
    inShort(
      group([
        { if: is('a'), group: 'x' },
        { if: is('a'), group: 'y' },
      ]),
    ),
  ).toEqual(['group.when.1.if group-never-chosen'])
  expect(
    inShort(
      group([
        { if: is('a'), group: 'x' },
        { if: is('b'), group: 'y' },
      ]),
    ),
  ).toEqual(['group.otherwise group-never-chosen'])
})

it('looks at the texts of other definitions, too', () => {
  const {
    form: _form,
    login,
    group,
    statuses,
    supplement,
    showCaseWorker,
    receipt,
    withoutEid,
    ...startPage
  } = aDefinition({ keywords: { sv: ['prov'] } })
  const elsewhere = { ...startPage, kind: 'external', url: 'https://exempel.example', system: 'Systemet' }
  expect(proveService(elsewhere).findings.map(({ code, path }) => `${path.join('.')} ${code}`)).toEqual([
    'keywords.en text-missing',
  ])
})
