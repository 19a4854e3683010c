import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FormDefinition, questionsOf } from './definition.ts'
import { questionTypes } from './questions/registry.ts'
import { ruleFacts } from './rule-facts.ts'
import { operationTypes } from './rules/operation-types.ts'
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
      [who, { ...name, when: { '==': [{ var: 'vem' }, 'ombud'] } }],
      [{ type: 'text', when: { '!': [{ and: [{ in: [{ var: 'vem' }, ['jag']] }] }] } }],
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
      writtenForm([{ ...name, when: { or: [{ '==': [{ var: 'vad' }, 'x'] }] } }]),
      'steps.0.questions.0.when.or.0.==.0.var: there is no question "vad"',
    ],
    [
      'a condition on a later question',
      writtenForm([{ ...name, when: { '==': [{ var: 'vem' }, 'jag'] } }, who]),
      'steps.0.questions.0.when.==.0.var: "vem" comes later',
    ],
    [
      'a condition on itself',
      writtenForm([{ ...who, when: { '==': [{ var: 'vem' }, 'jag'] } }]),
      'steps.0.questions.0.when.==.0.var: "vem" comes later',
    ],
    [
      'a condition on a type that can not be asked for',
      writtenForm([
        { id: 'foto', type: 'attachments' },
        { type: 'text', when: { answered: [{ var: 'foto' }] } },
      ]),
      "steps.0.questions.1.when.answered.0.var: a attachments question can't be asked for",
    ],
    [
      'a condition on an option that does not exist',
      writtenForm([who, { ...name, when: { '!': [{ in: [{ var: 'vem' }, ['jag', 'du']] }] } }]),
      'steps.0.questions.1.when.!.0.in.1.1: compares one of jag, ombud with "du"',
    ],
    [
      'a condition of no known form',
      writtenForm([who, { ...name, when: { question: 'vem', in: ['jag'] } }]),
      'steps.0.questions.1.when: is no expression',
    ],
    [
      'a condition that is none',
      writtenForm([
        { id: 'antal', type: 'number' },
        { ...name, when: { var: 'antal' } },
      ]),
      'steps.0.questions.1.when: gives number, not boolean',
    ],
    [
      'a rule of a mandatory answer that asks for what comes later',
      writtenForm([
        { ...name, mandatory: { var: 'ja' } },
        { id: 'ja', type: 'yes-no' },
      ]),
      'steps.0.questions.0.mandatory.var: "ja" comes later',
    ],
    [
      'a mandatory information',
      writtenForm([{ type: 'information', text: { sv: 'x' }, mandatory: { var: 'facts.loggedIn' } }]),
      "steps.0.questions.0.mandatory: a information question can't be mandatory",
    ],
    [
      'a limit of another type',
      writtenForm([{ type: 'number', min: { var: 'facts.today' } }]),
      'steps.0.questions.0.min: gives date, not number',
    ],
    [
      'a rule for a setting that has none',
      writtenForm([{ type: 'number', decimals: { var: 'facts.age' } }]),
      'steps.0.questions.0.decimals: Invalid',
    ],
    [
      'a default that is no option',
      writtenForm([{ ...who, default: { if: [{ var: 'facts.loggedIn' }, 'jag', 'du'] } }]),
      'steps.0.questions.0.default: gives "jag" or "du", not one of jag, ombud',
    ],
    [
      'a default from other options',
      writtenForm([
        { ...who, id: 'forst', options: [{ id: 'x', label: { sv: 'X' } }] },
        { ...who, default: { var: 'forst' } },
      ]),
      'steps.0.questions.1.default: gives one of x, not one of jag, ombud',
    ],
    [
      'a default where there is none',
      writtenForm([{ type: 'attachments', default: 'x' }]),
      "steps.0.questions.0.default: a attachments question can't have one",
    ],
    [
      'an unknown fact',
      writtenForm([{ type: 'text', when: { answered: { var: 'facts.name' } } }]),
      'steps.0.questions.0.when.answered.0.var: there is no "facts.name"',
    ],
    [
      'a part of what has none',
      writtenForm([who, { ...name, when: { answered: { var: 'vem.del' } } }]),
      'steps.0.questions.1.when.answered.0.var: there is no "vem.del"',
    ],
    [
      'a question called as the facts',
      writtenForm([{ ...name, id: 'facts' }]),
      'steps.0.questions.0.id: "facts" is used twice',
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
      'steps.0.questions.0.min: there is no operation "weeks"',
    ],
    ['a limit that is no date', writtenForm([{ type: 'date', min: '2027-02-30' }]), 'steps.0.questions.0.min: Invalid'],
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

  it('refuses a step that asks for its own questions, or for a later step', () => {
    const form = writtenForm([who], [{ id: 'ja', type: 'yes-no' }])
    const withRule = (when: unknown) => ({
      steps: form.steps.map((step, index) => (index === 1 ? { ...step, when } : step)),
    })
    expect(faultsIn(withRule({ '==': [{ var: 'vem' }, 'jag'] }))).toEqual([])
    expect(faultsIn(withRule({ var: 'ja' }))).toEqual(['steps.1.when.var: "ja" comes later, and can\'t be asked for'])
    const [first, second] = form.steps
    const before = { steps: [{ ...first, when: { var: 'ja' } }, second] }
    expect(faultsIn(before)).toEqual(['steps.0.when.var: "ja" comes later, and can\'t be asked for'])
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

  it('tells of every operation and every fact', () => {
    const named = [...Object.keys(operationTypes), ...Object.keys(ruleFacts).map((name) => `facts.${name}`)]
    expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  it('has examples that can be read, one of every type', () => {
    const form = FormDefinition.parse(writtenForm(examples))
    expect(new Set(questionsOf(form).map(({ type }) => type))).toEqual(new Set(questionTypes.map(({ type }) => type)))
  })
})

it.each(['attachments', 'contact', 'property', 'parties', 'child'])(
  'another party is never asked a question of the type %s',
  (type) => {
    const written = writtenForm([
      { type: 'text' },
      { type, filledInBy: 'party', ...(type === 'parties' && { rowName: { sv: 'part' } }) },
    ])
    const issues = FormDefinition.safeParse(written).error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    )
    expect(issues).toEqual([
      `steps.0.questions.1.filledInBy: another party can't answer a question of the type ${type}`,
    ])
  },
)

it('another party is asked what can be answered on one page', () => {
  const own = ['text', 'long-text', 'number', 'date', 'yes-no', 'consent', 'identity'].map((type) => ({
    type,
    filledInBy: 'party',
  }))
  const told = { type: 'information', text: { sv: 'Bra att veta' }, filledInBy: 'party' }
  expect(FormDefinition.safeParse(writtenForm([{ type: 'text' }, ...own, told])).error).toBeUndefined()
})
