import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languages } from '../../platform/texts/catalogue.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { canonicalJson } from '../canonical-json.ts'
import { FormDefinition, type Step } from '../definition.ts'
import type { Facts } from '../facts.ts'
import { fillForm } from '../filled.ts'
import type { Json } from '../json.ts'
import { findStep } from '../navigation.ts'
import { unchangedAnswer } from '../opened-again.ts'
import { readPosted } from '../posted.ts'
import { problemLinks } from '../problem-links.ts'
import { StepQuestions } from '../step-questions.tsx'
import { summarise } from '../summary.ts'
import { formOf, writtenForm } from '../testing/forms.ts'
import { isOfType } from '../testing/is-of-type.ts'
import { postedFrom } from '../testing/posted-from.ts'
import { rendered } from '../testing/rendered.tsx'
import { type Sample, samples, today } from '../testing/samples.ts'
import { validateForm, validateStep } from '../validation.ts'
import { questionTypes } from './registry.ts'

const hostile = [
  `<script>alert("1")</script>`,
  `"><img src=x onerror='alert(1)'>`,
  '&lt;b&gt; &amp; \\u003c',
  '👩‍👩‍👧‍👦 e\u0301 🇸🇪',
  'العربية \u202egnirts',
  '\u0000\u0007\ud800',
  `${'å'.repeat(50_000)}`,
]

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // A table whose rows become cards would lose its roles with its `display`.
  rules: { 'no-redundant-role': 'off' },
})

const sv = textsFor('sv', 'Europe/Stockholm')
const en = textsFor('en', 'Europe/Stockholm')

/** A form of one question, called "fraga". */
const formFor = (type: string, sample: Sample, common: object = {}) =>
  formOf([{ id: 'fraga', type, ...sample.settings, ...common }])

/** The step as it is shown: rules have been replaced by what they give. */
const stepOf = (form: FormDefinition, facts: Facts) => {
  const step = findStep(fillForm(form, {}, facts), 'steg-1')
  if (!step) throw new Error('The step is not visible')
  return step
}

/** The value with every text in it replaced. */
function withTexts(value: Json | undefined, text: string): Json {
  if (typeof value === 'string') return text
  if (value === null || value === undefined || typeof value !== 'object') return value ?? null
  if (Array.isArray(value)) return value.map((member: Json) => withTexts(member, text))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withTexts(member, text)]))
}

describe.each(questionTypes.map((type) => [type.type, type] as const))('%s', (name, type) => {
  const tried = samples[name] ?? []
  const each = tried.flatMap((sample) => {
    const form = formFor(name, sample)
    const facts = sample.facts ?? { today }
    const step = stepOf(form, facts)
    return [{ sample, form, step, question: questionIn(step), facts }]
  })

  it('has samples that show every problem it can have', () => {
    const shown = tried.flatMap(({ wrong }) => wrong.flatMap(({ problems }) => problems))
    expect(tried.length).toBeGreaterThan(0)
    expect([...new Set(shown)].toSorted()).toEqual([...type.problems].toSorted())
  })

  it('refuses a setting it does not know', () => {
    const [sample] = tried
    const read = FormDefinition.safeParse(writtenForm([{ type: name, ...sample?.settings, maxlength: 3 }]))
    expect(read.error?.issues).toMatchObject([
      { path: ['steps', 0, 'questions', 0], message: expect.stringContaining('maxlength') },
    ])
  })

  it('makes the canonical answer of what was typed, and back', () => {
    for (const { sample, question, facts } of each) {
      for (const { typed, answer } of sample.right) {
        expect(type.parse(typed, question, facts)).toEqual({ kind: 'answer', answer })
        expect(type.answerSchema(question).parse(answer)).toEqual(answer)
        expect(type.parse(type.toTyped(answer, question), question, facts)).toEqual({ kind: 'answer', answer })
        expect(canonicalJson(JSON.parse(JSON.stringify(answer)))).toBe(canonicalJson(answer))
        expect(JSON.parse(canonicalJson(type.exportValue(answer, question)))).toBeDefined()
      }
    }
  })

  it('has an answer that can be written as JSON Schema', () => {
    for (const { question } of each) expect(z.toJSONSchema(type.answerSchema(question))).toHaveProperty('$schema')
  })

  it('says what is wrong, in every language, at an element that takes the focus', () => {
    for (const { sample, form, step, facts } of each) {
      for (const { typed, problems } of sample.wrong) {
        const found = validateStep(fillForm(form, { fraga: typed }, facts), 'steg-1')
        expect(found.map(({ key }) => key)).toEqual(problems)
        for (const language of languages) {
          const texts = textsFor(language, 'Europe/Stockholm')
          const links = problemLinks(form, found, texts)
          const html = rendered(
            <StepQuestions step={step} typed={{ fraga: typed }} facts={facts} problems={found} />,
            language,
          )
          for (const { id, problem } of links) {
            expect(problem).not.toMatch(/[{}]|undefined/)
            // Boxes take the focus, and so does what has been made able to.
            expect(html).toMatch(
              new RegExp(
                `<(input|textarea|select|button)[^>]* id="${id}"|<(div|p) (class="[a-z-]+" )?id="${id}" tabindex="-1"`,
              ),
            )
          }
          expect(html).toContain(links[0]?.problem.replaceAll('"', '&quot;'))
        }
      }
    }
  })

  it('takes nothing for nothing, and asks for an answer only when it is mandatory', () => {
    for (const { sample } of each) {
      const optional = formFor(name, { ...sample, settings: { ...sample.settings, ...leastOf(name) } })
      const read = validateForm(fillForm(optional, {}, { today }))
      if (name === 'stop') expect(read.ok).toBe(false)
      else expect(read).toEqual({ ok: true, answers: {}, asked: ['fraga'] })
      if (type.missing === undefined) {
        expect(() => formFor(name, sample, { mandatory: true })).toThrow('mandatory')
        continue
      }
      const problems = validateStep(fillForm(formFor(name, sample, { mandatory: true }), {}, { today }), 'steg-1')
      expect(problems).toEqual([{ questionId: 'fraga', key: type.missing }])
    }
  })

  it('reads stored JSON of any shape as nothing typed, and never throws', () => {
    for (const { question, facts } of each) {
      const odd: readonly Json[] = [null, true, 7, [], {}, [[]], { day: 1 }, [{ id: '' }], { name: null }]
      for (const json of odd)
        expect(['nothing', 'answer', 'problems']).toContain(type.parse(json, question, facts).kind)
    }
  })

  it('gives rules a value of the type that it promises or none, and takes one back for a default', () => {
    const { rule } = type
    if (!rule) return
    for (const { sample, question, facts } of each) {
      const promised = rule.type(question)
      const tries = [undefined, ...[...sample.right, ...sample.wrong].map(({ typed }) => typed)]
      for (const value of tries.map((typed) => rule.value(typed, question, facts))) {
        expect(isOfType(value, promised), JSON.stringify(value)).toBe(true)
        const typed = value === null ? undefined : rule.typed?.(value, question)
        if (typed === undefined) continue
        const parsed = type.parse(typed, question, facts)
        // An option that asks for words of one's own is chosen, and lacks them.
        expect(parsed.kind).not.toBe('nothing')
        if (parsed.kind === 'answer') expect(rule.value(typed, question, facts)).toEqual(value)
      }
    }
  })

  it('refuses to read an answer that is not its own', () => {
    if (!type.asks) return
    for (const { question } of each) {
      expect(() => type.summarise({ wrong: [], name: 1, id: 2 }, question, sv)).toThrow(question.id)
    }
  })

  it('posts from its page what was typed', () => {
    for (const { sample, step, question, facts } of each) {
      const own = sample.right.filter(() => type.readPosted({}, 'q.fraga', question) !== undefined)
      for (const { typed } of own) {
        const html = rendered(<StepQuestions step={step} typed={{ fraga: typed }} facts={facts} problems={[]} />)
        const oneLine = typeof typed === 'string' && name !== 'long-text' ? typed : undefined
        // A browser takes line breaks out of a box of one line.
        const expected = oneLine === undefined || !oneLine.includes('\n') ? typed : undefined
        if (expected === undefined) continue
        const read = readPosted(step, postedFrom(html))
        expect(Object.keys(read)).toEqual(['fraga'])
        // What a register has told stands beside it and never comes from a page.
        expect(type.said(read.fraga)).toEqual(type.said(expected))
      }
      if (own.length > 0) {
        expect(readPosted(step, {})).toEqual({})
        expect(Object.keys(readPosted(step, { shown: 'fraga' }))).toEqual(['fraga'])
      }
    }
  })

  it('is unchanged when its page is posted as it was opened again, though a register fails by then', () => {
    for (const { sample, step, question, facts } of each) {
      if (type.readPosted({}, 'q.fraga', question) === undefined) continue
      for (const { answer } of sample.right) {
        const opened = { fraga: type.toTyped(answer, question) }
        for (const known of [facts, { today: facts.today }]) {
          const html = rendered(<StepQuestions step={step} typed={opened} facts={known} problems={[]} />)
          const posted = { ...opened, ...readPosted(step, postedFrom(html), opened) }
          expect(unchangedAnswer(question, posted, { answers: { fraga: answer }, asked: ['fraga'] })).toEqual(answer)
        }
      }
    }
  })

  it('keeps and shows whatever was typed, escaped', () => {
    for (const text of hostile) {
      for (const { sample, form, step, question, facts } of each) {
        const typed = withTexts(sample.right[0]?.typed, text)
        const kind = type.parse(typed, question, facts).kind
        expect(['nothing', 'answer', 'problems']).toContain(kind)
        const problems = validateStep(fillForm(form, { fraga: typed }, facts), 'steg-1')
        const html = rendered(<StepQuestions step={step} typed={{ fraga: typed }} facts={facts} problems={problems} />)
        expect(html).not.toMatch(/<script|<img/)
        if (freeTexts.includes(name)) expect(readPosted(step, postedFrom(html))).toEqual({ fraga: text })
      }
    }
  })

  it('is drawn as valid HTML', async () => {
    for (const { sample, form, step, facts } of each) {
      const typed = { fraga: sample.wrong[0]?.typed ?? null }
      const problems = validateStep(fillForm(form, typed, facts), 'steg-1')
      const html = rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={problems} />)
      const report = await validator.validateString(`<form>${html}<button type="submit">Nästa</button></form>`)
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    }
  })

  it('sums up an answer in both languages', () => {
    for (const { sample, form } of each) {
      for (const { answer } of sample.right) {
        for (const texts of [sv, en]) {
          const [group] = summarise(form, { answers: { fraga: answer }, asked: ['fraga'] }, texts)
          expect(group?.lines).toHaveLength(1)
          expect(group?.lines[0]?.value.kind).not.toBe('nothing')
        }
      }
    }
  })
})

/** Types in which anything can be typed, and stands in one box. */
const freeTexts = ['text', 'long-text', 'number']

/** Contact details say per field what is mandatory; the least they can ask for is nothing. */
const leastOf = (type: string) =>
  type === 'contact' ? { name: 'optional', email: 'optional', phone: 'optional', oneWay: false } : {}

const questionIn = ({ questions: [question] }: Step) => {
  if (!question) throw new Error('The step has no question')
  return question
}
