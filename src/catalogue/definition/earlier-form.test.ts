import { describe, expect, it } from 'vitest'
import { aDefinition } from '../testing/a-service.ts'
import { ServiceDefinition } from './definition.ts'
import { withExpressions } from './earlier-form.ts'

const words = (sv: string) => ({ sv })
const options = ['a', 'b'].map((id) => ({ id, label: words(id) }))
const asked = [
  { id: 'ja', type: 'yes-no', label: words('Ja?') },
  { id: 'val', type: 'radio', label: words('Vilken?'), options },
  { id: 'fler', type: 'checkboxes', label: words('Vilka?'), options },
]

const saved = (settings: Readonly<Record<string, unknown>>) => {
  const questions = [...asked, { id: 'sist', type: 'date', label: words('När?'), ...settings }]
  return aDefinition({ form: { steps: [{ id: 'steg', title: words('Steg'), questions }] } })
}

const read = (settings: Readonly<Record<string, unknown>>) =>
  ServiceDefinition.parse(withExpressions(saved(settings))).form.steps[0]?.questions[3]

describe('a definition that was published before rules were expressions', () => {
  it.each([
    [{ question: 'ja', in: ['yes'] }, { or: [{ '==': [{ var: 'ja' }, true] }] }],
    [{ question: 'val', in: ['a', 'b'] }, { in: [{ var: 'val' }, ['a', 'b']] }],
    [
      { not: { all: [{ question: 'fler', in: ['a'] }, { any: [{ question: 'ja', in: ['no'] }] }] } },
      {
        '!': [
          { and: [{ or: [{ has: [{ var: 'fler' }, 'a'] }] }, { or: [{ or: [{ '==': [{ var: 'ja' }, false] }] }] }] },
        ],
      },
    ],
  ])('says its condition %j in an expression', (when, expression) => {
    expect(read({ when })).toMatchObject({ when: expression })
  })

  it('counts its days from today', () => {
    expect(read({ min: { days: -14 }, max: { months: 3 } })).toMatchObject({
      min: { 'plus-days': [{ var: 'facts.today' }, -14] },
      max: { 'plus-months': [{ var: 'facts.today' }, 3] },
    })
  })
})

it('leaves what is written in expressions, and what has no form, as it is', () => {
  const now = saved({ when: { has: [{ var: 'fler' }, 'a'] }, min: '2027-01-01', max: { var: 'facts.today' } })
  expect(withExpressions(now)).toEqual(now)
  expect(withExpressions({ kind: 'external' })).toEqual({ kind: 'external' })
  expect(withExpressions('x')).toBe('x')
})
