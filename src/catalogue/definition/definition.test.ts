import { expect, test } from 'vitest'
import { z } from 'zod'
import { aDefinition, aPaperForm, aStatus } from '../testing/a-service.ts'
import { CatalogueDefinition } from './definition.ts'
import { getStatus, statusOfKind } from './status.ts'

function problemsOf(settings: Readonly<Record<string, unknown>>): string {
  const parsed = CatalogueDefinition.safeParse(aDefinition(settings))
  return parsed.success ? '' : z.prettifyError(parsed.error)
}

const waiting = [aStatus('vantar', 'waiting-for-citizen'), aStatus('kompletterat', 'supplemented')]

test('takes a complete definition', () => {
  expect(problemsOf({})).toBe('')
})

test.each([
  [
    'two statuses of the same id',
    { statuses: [aStatus('a', 'received'), aStatus('a', 'closed'), ...waiting] },
    /"a" is used twice/,
  ],
  [
    'no status to begin with',
    { statuses: [aStatus('a', 'closed'), ...waiting] },
    /exactly one must be of the kind received/,
  ],
  [
    'two to begin with',
    { statuses: [aStatus('a', 'received'), aStatus('b', 'received'), aStatus('c', 'closed'), ...waiting] },
    /exactly one/,
  ],
  ['none to end with', { statuses: [aStatus('a', 'received'), ...waiting] }, /of the kind closed/],
  [
    'a supplement without its statuses',
    { statuses: [aStatus('a', 'received'), aStatus('b', 'closed')] },
    /needs the kinds/,
  ],
  ['waiting in vain', { supplement: 'none' }, /never waits/],
  ['a kind that does not exist', { statuses: [aStatus('a', 'lost')] }, /statuses\[0\]\.kind/],
  ['a supplement without login', { login: 'none' }, /nobody is logged in/],
  ['a choice that is not explained', { login: 'optional' }, /must explain the choice/],
  ['an icon that is not ours', { icon: 'unicorn' }, /none of our icons/],
  ['a setting that does not exist', { colour: 'red' }, /colour/],
  [
    'a form that some see nothing of to begin with',
    {
      form: {
        steps: [
          {
            id: 'a',
            title: { sv: 'A' },
            questions: [{ id: 'b', type: 'text', label: { sv: 'B' }, when: { '>=': [{ var: 'facts.age' }, 18] } }],
          },
        ],
      },
    },
    /no step is shown to begin with for facts\.age: 0/,
  ],
  ['a form that is wrong', { form: { steps: [] } }, /form\.steps/],
  [
    'a link that runs a script',
    { notices: [{ text: { sv: 'x' }, links: [{ label: { sv: 'x' }, href: 'javascript:alert(1)' }] }] },
    /own or an https address/,
  ],
])('refuses %s', (_what, settings, problem) => {
  expect(problemsOf(settings)).toMatch(problem)
})

const { form, login, group, statuses, supplement, showCaseWorker, receipt, withoutEid, ...startPage } = aDefinition()

test('takes a form on paper and a link to another system', () => {
  const external = { ...startPage, kind: 'external', url: 'https://jobb.example/', system: 'Jobbsystemet' }
  expect(CatalogueDefinition.safeParse(aPaperForm()).error).toBeUndefined()
  expect(CatalogueDefinition.safeParse(external).error).toBeUndefined()
  expect(CatalogueDefinition.safeParse({ ...external, url: 'http://jobb.example/' }).success).toBe(false)
})

test.each([
  ['what only an e-service has', { statuses }, /statuses/],
  ['nobody who signs', { signatures: [] }, /signatures/],
  ['a form that is wrong', { form: { steps: [] } }, /form\.steps/],
  ['drafts that move to what is only printed', { fillable: false, drafts: 'move' }, /drafts/],
  ['files that would have to be sent', { form }, /form\.steps\[1\]\.questions\[0\]/],
])('refuses, in a form on paper, %s', (_what, settings, problem) => {
  const parsed = CatalogueDefinition.safeParse(aPaperForm(settings))
  expect(parsed.success ? '' : z.prettifyError(parsed.error)).toMatch(problem)
})

test('finds statuses by kind and by id', () => {
  const definition = CatalogueDefinition.parse(aDefinition())
  if (definition.kind !== 'electronic') throw new Error('not an e-service')
  expect(statusOfKind(definition, 'decided')?.id).toBe('beslut-fattat')
  expect(getStatus(definition, 'kompletterat').kind).toBe('supplemented')
  expect(() => getStatus(definition, 'none')).toThrow('none')
})
