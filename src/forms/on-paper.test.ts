import { describe, expect, it } from 'vitest'
import { textsFor } from '../platform/texts/texts.ts'
import { onPaper } from './on-paper.ts'
import { questionTypes } from './questions/registry.ts'
import { formOf } from './testing/forms.ts'
import { samples } from './testing/samples.ts'

const sv = textsFor('sv', 'Europe/Stockholm')
const words = (text: string) => ({ sv: text })
const options = ['a', 'b', 'c'].map((id) => ({ id, label: words(`Val ${id}`) }))

const asked = [
  { id: 'ja', type: 'yes-no', label: words('Ja?') },
  { id: 'val', type: 'radio', label: words('Vilket?'), options },
  { id: 'fler', type: 'checkboxes', label: words('Vilka?'), options },
  { id: 'antal', type: 'number', label: words('Hur många?') },
]

/** What the paper says of when to answer a question with this rule. */
const only = (when: unknown) => {
  const [section] = onPaper(formOf([...asked, { id: 'sist', type: 'text', label: words('Sist'), when }]), sv)
  return section?.questions.at(-1)?.only
}

describe('a rule on paper', () => {
  it.each([
    [{ var: 'ja' }, 'Fyll i bara om du svarade ”Ja” på frågan ”Ja?”.'],
    [{ '!': { var: 'ja' } }, 'Fyll i bara om du svarade ”Nej” på frågan ”Ja?”.'],
    [{ '==': [{ var: 'ja' }, false] }, 'Fyll i bara om du svarade ”Nej” på frågan ”Ja?”.'],
    [{ '==': [{ var: 'val' }, 'b'] }, 'Fyll i bara om du svarade ”Val b” på frågan ”Vilket?”.'],
    [{ in: [{ var: 'val' }, ['a', 'c']] }, 'Fyll i bara om du svarade ”Val a” eller ”Val c” på frågan ”Vilket?”.'],
    [{ has: [{ var: 'fler' }, 'c'] }, 'Fyll i bara om du svarade ”Val c” på frågan ”Vilka?”.'],
    [
      { or: [{ '==': [{ var: 'val' }, 'a'] }, { '==': [{ var: 'val' }, 'b'] }] },
      'Fyll i bara om du svarade ”Val a” eller ”Val b” på frågan ”Vilket?”.',
    ],
  ])('%j is said in words', (when, said) => expect(only(when)).toBe(said))

  it.each([
    [{ '>': [{ var: 'antal' }, 3] }],
    [{ '!=': [{ var: 'val' }, 'a'] }],
    [{ answered: { var: 'val' } }],
    [{ '<': [{ var: 'facts.age' }, 18] }],
    [{ and: [{ var: 'ja' }, { '==': [{ var: 'val' }, 'a'] }] }],
    [{ or: [{ var: 'ja' }, { '==': [{ var: 'val' }, 'a'] }] }],
  ])('%j is left to the reader', (when) => expect(only(when)).toBe('Fyll i om det gäller dig.'))

  it('is not there when there is none', () => expect(onPaper(formOf(asked), sv)[0]?.questions[0]?.only).toBeUndefined())
})

it('has a place for every type of question but what is worked out, and what the form says once', () => {
  const fields = questionTypes.map(({ type }) => {
    const [sample] = samples[type] ?? []
    const [section] = onPaper(formOf([{ id: 'fraga', type, label: words('Fråga'), ...sample?.settings }]), sv)
    const [question] = section?.questions ?? []
    return [type, question?.field] as const
  })
  const leftOut = fields.flatMap(([type, field]) => (field ? [] : [type]))
  expect(leftOut.toSorted()).toEqual(['calculated', 'personal-data'])
  // Plain data, since the template reads it as JSON.
  expect(JSON.parse(JSON.stringify(fields))).toEqual(fields.map(([type, field]) => [type, field ?? null]))
})
