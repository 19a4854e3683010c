import { describe, expect, it } from 'vitest'
import { FormDefinition } from '../definition.ts'
import { holds } from '../rules/evaluate.ts'
import type { Expression } from '../rules/expression.ts'
import { answeredAs } from '../testing/answered-as.ts'
import { type WrittenQuestion, writtenForm } from '../testing/forms.ts'
import { writtenLargeForm } from '../testing/large-form.ts'
import { exampleInWords, type Finding } from './finding.ts'
import { formFindings } from './form-findings.ts'
import { proving, provingOfParty } from './proving.ts'
import type { Reader } from './reader.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, label: { sv: id } }))
const v = (name: string): Expression => ({ var: name })
const is = (name: string, value: string | boolean): Expression => ({ '==': [v(name), value] })
const choice = (id: string, more: object = {}): WrittenQuestion => ({
  id,
  type: 'radio',
  options,
  mandatory: true,
  ...more,
})
const number = (id: string, more: object = {}): WrittenQuestion => ({
  id,
  type: 'number',
  mandatory: true,
  min: 0,
  max: 20,
  ...more,
})
const text = (when: Expression, more: object = {}): WrittenQuestion => ({ type: 'text', when, ...more })
const stop = (when?: Expression): WrittenQuestion => ({
  type: 'stop',
  text: { sv: 'Du kan inte söka.' },
  ...(when ? { when } : {}),
})

type Steps = readonly (readonly WrittenQuestion[])[]

function proved(
  steps: Steps,
  { reader = { login: 'optional' }, whens = [] }: { reader?: Reader; whens?: readonly (Expression | undefined)[] } = {},
) {
  const written = writtenForm(...steps)
  const form = FormDefinition.parse({
    steps: written.steps.map((step, index) => ({
      ...step,
      ...(whens[index] === undefined ? {} : { when: whens[index] }),
    })),
  })
  const proof = proving(form, reader)
  return { form, findings: formFindings(proof), sampled: proof.sampled() }
}

const inShort = (findings: readonly Finding[]) => findings.map(({ code, path }) => `${path.join('.')} ${code}`)
const exampleOf = ([finding]: readonly Finding[]) => (finding?.example ? exampleInWords(finding.example) : undefined)

describe('finds', () => {
  it('a question that only those see who answer beyond its limits', () => {
    const { findings } = proved([[number('antal'), text({ '>': [v('antal'), 20] })]])
    expect(inShort(findings)).toEqual(['steps.0.questions.1 question-never-shown'])
  })

  it('a question that only those see who leave out something mandatory', () => {
    const { findings } = proved([[choice('val')], [text({ '!': { answered: v('val') } })]])
    expect(inShort(findings)).toEqual(['steps.1.questions.0 question-never-shown'])
  })

  it('a step that those who would come to it are stopped before, and names the stop', () => {
    const { findings, form } = proved([[choice('val'), stop(is('val', 'a'))], [{ type: 'text' }]], {
      whens: [undefined, is('val', 'a')],
    })
    expect(inShort(findings)).toEqual(['steps.1 step-never-reached'])
    expect(findings[0]?.message).toContain('steps.0.questions.1')
    expect(exampleOf(findings)).toBe('val: "a"')
    const [finding] = findings
    expect(finding?.example && answeredAs(form, finding.example).steps).toHaveLength(2)
  })

  it('two conditions that never hold together, one of them behind a calculated value', () => {
    const { findings } = proved([
      [
        number('antal'),
        { id: 'avgift', type: 'calculated', gives: 'amount', value: { if: [{ '>': [v('antal'), 10] }, 500, 0] } },
      ],
      [text({ '==': [v('avgift'), 100] })],
    ])
    expect(inShort(findings)).toEqual(['steps.1.questions.0 question-never-shown'])
  })

  it('a mandatory question that takes no answer from some', () => {
    const { findings } = proved([[number('hela'), number('unga', { min: 5, max: v('hela') })]])
    expect(inShort(findings)).toEqual(['steps.0.questions.1 dead-end'])
    expect(findings[0]?.message).toMatch(/"min" is 5 and "max" \d/)
  })

  it('one between whose limits no whole number lies', () => {
    const { findings } = proved([[number('antal', { min: 0.2, max: 0.8 })]])
    expect(inShort(findings)).toEqual(['steps.0.questions.0 dead-end'])
  })

  it('one in whose rows a mandatory cell takes no answer', () => {
    const columns = [{ id: 'del', type: 'number', label: { sv: 'Del' }, mandatory: true, min: 5, max: v('hela') }]
    const { findings } = proved([[number('hela'), { type: 'table', columns, mandatory: true }]])
    expect(inShort(findings)).toEqual(['steps.0.questions.1 dead-end'])
    expect(findings[0]?.message).toContain('"del"')
  })

  it('one that is mandatory only for some, and takes no answer from others of them', () => {
    const unga = number('unga', { mandatory: is('val', 'b'), min: 15, max: v('hela') })
    const { findings } = proved([[number('hela'), choice('val'), unga]])
    expect(inShort(findings)).toEqual(['steps.0.questions.2 dead-end'])
    expect(findings[0]?.example?.answers).toContainEqual({ question: 'val', value: 'b' })
  })

  it('no dead end for rows that nobody can fill in', () => {
    const columns = [{ id: 'antal', type: 'number', label: { sv: 'Antal' }, mandatory: true, min: 3, max: 9 }]
    const rows = { id: 'rader', type: 'table', columns, mandatory: true, min: 2, max: 4 }
    const sum: Expression = { sum: [v('rader'), 'antal'] }
    const inShortWith = (min: number, max: number) =>
      inShort(proved([[rows, number('del', { min, max: sum })], [number('hel', { min: sum, max })]]).findings)
    expect(inShortWith(6, 36)).toEqual([])
    expect(inShortWith(7, 36)).toEqual(['steps.0.questions.1 dead-end'])
    expect(inShortWith(6, 11)).toEqual(['steps.1.questions.0 dead-end'])
  })

  it('no dead end where a stop has told them', () => {
    const { findings } = proved([
      [number('hela'), stop({ '<': [v('hela'), 5] }), number('unga', { min: 5, max: v('hela') })],
    ])
    expect(inShort(findings)).toEqual([])
  })

  it('limits that contradict each other where one need not answer', () => {
    const { findings } = proved([
      [
        { id: 'start', type: 'date', mandatory: true },
        { type: 'date', min: v('start'), max: '2027-06-30' },
      ],
    ])
    expect(inShort(findings)).toEqual(['steps.0.questions.1 limits-contradict'])
  })

  it('rules that always hold, or never', () => {
    const { findings } = proved([
      [choice('val'), choice('mer', { when: is('val', 'a') })],
      [
        text({ answered: v('val') }),
        text(is('mer', 'b'), { mandatory: is('val', 'a') }),
        { type: 'text', mandatory: { and: [is('val', 'b'), is('mer', 'b')] } },
      ],
    ])
    expect(inShort(findings)).toEqual([
      'steps.1.questions.0.when rule-always-true',
      'steps.1.questions.1.mandatory rule-always-true',
      'steps.1.questions.2.mandatory rule-never-true',
    ])
  })

  it('a part of a rule that never holds, though the rule does', () => {
    const { findings } = proved([
      [choice('val'), choice('mer', { when: is('val', 'a') })],
      [
        text({ or: [is('val', 'b'), is('mer', 'b')] }),
        text({ or: [is('val', 'c'), { and: [is('val', 'b'), is('mer', 'b')] }] }),
        text({ and: [is('val', 'a'), { or: [is('mer', 'b'), is('val', 'b')] }] }),
      ],
    ])
    expect(inShort(findings)).toEqual([
      'steps.1.questions.1.when.or.1 rule-part-never-true',
      'steps.1.questions.2.when.and.1.or.1 rule-part-never-true',
    ])
  })

  it('no fault with what a page shows while it is being filled in', () => {
    const hint = { type: 'information', text: { sv: 'Välj först.' }, when: { '!': { answered: v('val') } } }
    expect(proved([[choice('val'), hint, text({ answered: v('val') })]]).findings).toEqual([])
  })

  it('a limit that never has a value', () => {
    const { findings } = proved([
      [
        choice('val'),
        number('hela', { when: is('val', 'a') }),
        number('del', { when: is('val', 'b'), max: v('hela') }),
      ],
    ])
    expect(inShort(findings)).toEqual(['steps.0.questions.2.max rule-without-value'])
  })

  it('a form at whose end everybody is stopped', () => {
    const { findings } = proved([[choice('val'), stop(is('val', 'a')), stop({ '!': is('val', 'a') })]])
    expect(inShort(findings)).toEqual(['steps never-sent'])
  })

  it('more steps, and more questions on a page, than people get through, unless they are for different ones', () => {
    const many = Array.from({ length: 26 }, (): WrittenQuestion => ({ type: 'text' }))
    const steps = Array.from({ length: 12 }, () => [{ type: 'text' }])
    expect(inShort(proved([many, ...steps]).findings)).toEqual([
      'steps too-many-steps',
      'steps.0.questions too-many-questions',
    ])
    const either = [
      [choice('val')],
      many.map((one, index) => ({ ...one, when: is('val', index % 2 === 0 ? 'a' : 'b') })),
      ...steps,
    ]
    const whens = either.map((_step, index) => (index > 1 ? is('val', index % 2 === 0 ? 'a' : 'b') : undefined))
    expect(inShort(proved(either, { whens }).findings)).toEqual([])
  })
})

describe('knows who fills in the form', () => {
  const forWhom = (reader: Reader, when: Expression) =>
    inShort(proved([[{ type: 'text' }, text(when)]], { reader }).findings)

  it.each<[Reader, Expression, string | undefined]>([
    [{ login: 'required' }, v('facts.loggedIn'), 'steps.0.questions.1.when rule-always-true'],
    [{ login: 'optional' }, v('facts.loggedIn'), undefined],
    [{ login: 'none' }, { '<': [v('facts.age'), 18] }, 'steps.0.questions.1 question-never-shown'],
    [{ login: 'required', minimumAge: 18 }, { '<': [v('facts.age'), 18] }, 'steps.0.questions.1 question-never-shown'],
    [{ login: 'required', minimumAge: 16 }, { '<': [v('facts.age'), 18] }, undefined],
    [{ login: 'required', livesHere: true }, is('facts.livesHere', false), 'steps.0.questions.1 question-never-shown'],
    [
      { login: 'required' },
      { and: [v('facts.livesHere'), { '!': { answered: v('facts.municipality') } }] },
      'steps.0.questions.1 question-never-shown',
    ],
  ])('%j who is asked %j', (reader, when, found) => {
    expect(forWhom(reader, when)).toEqual(found === undefined ? [] : [found])
  })
})

it('gives an example that shows it', () => {
  const { form, findings } = proved([
    [
      {
        id: 'fler',
        type: 'checkboxes',
        options,
        otherOption: { id: 'annat', label: { sv: 'Annat' } },
        min: 2,
        mandatory: true,
      },
    ],
    [choice('val', { when: { has: [v('fler'), 'annat'] } })],
    [
      { id: 'dag', type: 'date', mandatory: true, when: is('val', 'c'), min: '2027-05-01' },
      { type: 'date', mandatory: true, min: v('dag'), max: '2027-06-30' },
    ],
  ])
  expect(inShort(findings)).toEqual(['steps.2.questions.1 dead-end'])
  const [finding] = findings
  const filled = finding?.example && answeredAs(form, finding.example)
  expect(filled && holds({ '>': [v('dag'), '2027-06-30'] }, filled.data)).toBe(true)
})

it('knows which boxes can be ticked together', () => {
  const many = (more: object): WrittenQuestion => ({
    id: 'fler',
    type: 'checkboxes',
    mandatory: true,
    options,
    ...more,
  })
  const both = { and: [{ has: [v('fler'), 'a'] }, { has: [v('fler'), 'c'] }] }
  const whether = (more: object, when: Expression) => inShort(proved([[many(more), text(when)]]).findings)
  const never = ['steps.0.questions.1 question-never-shown']
  expect(whether({}, both)).toEqual([])
  expect(whether({ exclusive: 'c' }, both)).toEqual(never)
  expect(whether({ max: 1 }, both)).toEqual(never)
  expect(
    whether({ exclusive: 'a', min: 2 }, { and: [{ has: [v('fler'), 'b'] }, { '!': { has: [v('fler'), 'c'] } }] }),
  ).toEqual(never)
  expect(whether({ min: 2 }, { '!': { has: [v('fler'), 'a'] } })).toEqual([])
  expect(whether({ min: 3 }, { '!': { has: [v('fler'), 'a'] } })).toEqual(never)
})

it('says where it only tried some of the ways', () => {
  const sums = [number('a'), number('b'), number('c'), text({ '==': [{ '+': [v('a'), v('b'), v('c')] }, 59] })]
  const { findings, sampled } = proved([sums.map((one) => ({ ...one, ...(one.type === 'number' ? { max: 19 } : {}) }))])
  expect(findings).toEqual([])
  expect(sampled).toContainEqual(['steps', 0, 'questions', 3])
})

it('ends within seconds for a form of 30 steps, 300 questions and 200 rules', () => {
  const before = process.cpuUsage()
  const proof = proving(FormDefinition.parse(writtenLargeForm), { login: 'required' })
  expect(inShort(formFindings(proof))).toEqual(['steps too-many-steps'])
  expect(proof.sampled().length).toBeGreaterThan(0)
  // Of the processor, in microseconds: what else the machine does is not counted.
  expect(process.cpuUsage(before).user).toBeLessThan(10_000_000)
}, 120_000)

describe('of what another party answers', () => {
  const ofParty = (...steps: Steps) => {
    const proof = provingOfParty(FormDefinition.parse(writtenForm(...steps)), { login: 'required' })
    return proof && inShort(formFindings(proof))
  }
  const theirs = (question: WrittenQuestion): WrittenQuestion => ({ ...question, filledInBy: 'party' })
  const aStop = stop(is('val', 'a'))

  it('nothing, where there is nothing to answer', () => expect(ofParty([choice('val')])).toBeUndefined())

  it('nothing, where everything can be answered by what the applicant answered before', () => {
    expect(ofParty([choice('val'), theirs(choice('deras', { when: is('val', 'a') }))])).toEqual([])
    expect(ofParty([theirs(choice('deras'))], [theirs(text(is('deras', 'b')))])).toEqual([])
  })

  it.each<readonly [string, Steps, readonly string[]]>([
    [
      'a question that is asked when the applicant is stopped',
      [[choice('val'), aStop, theirs(text(is('val', 'a')))]],
      ['steps.0.questions.2 question-never-shown'],
    ],
    [
      'a mandatory question that takes no answer',
      [[number('antal'), theirs(number('deras', { min: 10, max: { var: 'antal' } }))]],
      ['steps.0.questions.1 dead-end'],
    ],
    [
      'a rule that decides nothing',
      [[choice('val'), aStop, theirs(text({ '!': is('val', 'a') }))]],
      ['steps.0.questions.2.when rule-always-true'],
    ],
    [
      'more on their one page than somebody gets through',
      [[choice('val'), ...Array.from({ length: 26 }, (_, index) => theirs(number(`deras-${index}`)))]],
      ['steps.0.questions too-many-questions'],
    ],
  ])('%s', (_what, steps, findings) => expect(ofParty(...steps)).toEqual(findings))

  it('is no step of the applicant', () => {
    const steps = Array.from({ length: 13 }, (_, index) => [
      index < 12 ? choice(`val-${index}`) : theirs(choice('deras')),
    ])
    expect(inShort(proved(steps).findings)).toEqual([])
  })
})
