import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FormDefinition, questionsOf } from './definition.ts'
import { questionTypes } from './questions/registry.ts'
import { writtenForm } from './testing/forms.ts'

const who = {
  id: 'vem',
  type: 'radio',
  options: [
    { id: 'jag', label: { sv: 'Jag' } },
    { id: 'ombud', label: { sv: 'Ombud' } },
  ],
}
const name = { id: 'namn', type: 'text' }
const boxes = { ...who, id: 'hjalp', type: 'checkboxes' }

const faultsIn = (form: unknown) =>
  (FormDefinition.safeParse(form).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('FormDefinition', () => {
  it('accepts conditions on earlier questions, in the same step and before', () => {
    const form = writtenForm(
      [who, { ...name, when: { question: 'vem', in: ['ombud'] } }],
      [{ type: 'text', when: { not: { all: [{ question: 'vem', in: ['jag'] }] } } }],
    )
    expect(faultsIn(form)).toEqual([])
  })

  it.each<[string, unknown, string]>([
    [
      'an unknown type',
      writtenForm([{ type: 'textt' }]),
      'steps.0.questions.0.type: "textt" is none of text, long-text',
    ],
    ['a setting of another type', writtenForm([{ ...name, unit: { sv: 'm' } }]), 'steps.0.questions.0: '],
    ['an id twice in different steps', writtenForm([name], [name]), 'steps.1.questions.0.id: "namn" is used twice'],
    ['an id that is no word', writtenForm([{ ...name, id: '__proto__' }]), 'steps.0.questions.0.id: must be'],
    ['a step without questions', writtenForm([]), 'steps.0.questions: '],
    ['a form without steps', { steps: [] }, 'steps: '],
    [
      'a condition on an unknown question',
      writtenForm([{ ...name, when: { any: [{ question: 'vad', in: ['x'] }] } }]),
      'steps.0.questions.0.when.any.0.question: there is no question "vad"',
    ],
    [
      'a condition on a later question',
      writtenForm([{ ...name, when: { question: 'vem', in: ['jag'] } }, who]),
      'steps.0.questions.0.when.question: "vem" must come before "namn"',
    ],
    [
      'a condition on itself',
      writtenForm([{ ...who, when: { question: 'vem', in: ['jag'] } }]),
      'steps.0.questions.0.when.question: "vem" must come before "vem"',
    ],
    [
      'a condition on a type that can not be compared',
      writtenForm([name, { type: 'text', when: { question: 'namn', in: ['Ada'] } }]),
      "steps.0.questions.1.when.question: a text question can't be compared",
    ],
    [
      'a condition on an option that does not exist',
      writtenForm([who, { ...name, when: { not: { question: 'vem', in: ['jag', 'du'] } } }]),
      'steps.0.questions.1.when.not.in.1: "du" is none of jag, ombud',
    ],
    [
      'a condition of no known form',
      writtenForm([who, { ...name, when: { question: 'vem', equals: 'jag' } }]),
      'steps.0.questions.1.when: is not a condition',
    ],
    [
      'an option twice',
      writtenForm([{ ...who, options: [...who.options, who.options[0]] }]),
      'steps.0.questions.0.options.2.id: "jag" is used twice',
    ],
    ['too few options to tick', writtenForm([{ ...boxes, min: 3 }]), 'steps.0.questions.0.min: there are only 2'],
    ['min above max, ticks', writtenForm([{ ...boxes, min: 2, max: 1 }]), 'steps.0.questions.0.max: is less than min'],
    [
      'an exclusive option that is none',
      writtenForm([{ ...boxes, exclusive: 'x' }]),
      'steps.0.questions.0.exclusive: ',
    ],
    [
      'min above max, numbers',
      writtenForm([{ type: 'number', min: 2, max: 1 }]),
      'steps.0.questions.0.max: is less than min',
    ],
    [
      'min after max, dates',
      writtenForm([{ type: 'date', min: '2027-01-02', max: '2027-01-01' }]),
      'steps.0.questions.0.max: is before min',
    ],
    [
      'a limit of no known form',
      writtenForm([{ type: 'date', min: { weeks: 1 } }]),
      'steps.0.questions.0.min: must be',
    ],
    [
      'a limit that is no date',
      writtenForm([{ type: 'date', min: '2027-02-30' }]),
      'steps.0.questions.0.min: Invalid ISO date',
    ],
    [
      'contact details of which nothing can be given',
      writtenForm([{ type: 'contact', email: 'hidden', phone: 'hidden', oneWay: true }]),
      'steps.0.questions.0.oneWay: ',
    ],
    [
      'files larger than all together',
      writtenForm([{ type: 'attachments', maxFileMegabytes: 60 }]),
      'steps.0.questions.0.maxFileMegabytes: ',
    ],
  ])('refuses %s and names the place', (_name, form, fault) => {
    expect(faultsIn(form)).toEqual([expect.stringContaining(fault)])
  })

  it('refuses steps called as a page of the form, and two of one id', () => {
    const step = { title: { sv: 'Steg' }, questions: [{ ...name, label: { sv: 'Namn' } }] }
    const other = { ...step, questions: [{ ...who, label: { sv: 'Vem' } }] }
    expect(faultsIn({ steps: [{ ...step, id: 'granska' }] })).toEqual([expect.stringContaining('steps.0.id: is taken')])
    expect(
      faultsIn({
        steps: [
          { ...step, id: 'du' },
          { ...other, id: 'du' },
        ],
      }),
    ).toEqual(['steps.1.id: "du" is used twice'])
  })
})

describe('docs/form-language.md', () => {
  const page = readFileSync(new URL('../../docs/form-language.md', import.meta.url), 'utf8')
  const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = '']) => JSON.parse(json))

  it('has examples that can be read, one of every type', () => {
    const form = FormDefinition.parse(writtenForm(examples))
    expect(new Set(questionsOf(form).map(({ type }) => type))).toEqual(new Set(questionTypes.map(({ type }) => type)))
  })
})
