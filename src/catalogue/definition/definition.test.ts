import { expect, test } from 'vitest'
import { z } from 'zod'
import { aDefinition, aStatus } from '../testing/a-service.ts'
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

test('takes a paper form and a link to another system', () => {
  const paper = {
    ...startPage,
    kind: 'paper-form',
    pdf: '/blanketter/fullmakt.pdf',
    fillable: true,
    postalAddress: { sv: 'Box 1' },
    office: { name: { sv: 'Stadshuset' }, address: { sv: 'Storgatan 10' }, openingHours: { sv: 'vardagar 9–16' } },
  }
  const external = { ...startPage, kind: 'external', url: 'https://jobb.example/', system: 'Jobbsystemet' }
  expect(CatalogueDefinition.safeParse(paper).error).toBeUndefined()
  expect(CatalogueDefinition.safeParse(external).error).toBeUndefined()
  expect(CatalogueDefinition.safeParse({ ...external, url: 'http://jobb.example/' }).success).toBe(false)
  expect(CatalogueDefinition.safeParse({ ...paper, form }).success).toBe(false)
})

test('finds statuses by kind and by id', () => {
  const definition = CatalogueDefinition.parse(aDefinition())
  if (definition.kind !== 'electronic') throw new Error('not an e-service')
  expect(statusOfKind(definition, 'decided')?.id).toBe('beslut-fattat')
  expect(getStatus(definition, 'kompletterat').kind).toBe('supplemented')
  expect(() => getStatus(definition, 'none')).toThrow('none')
})
