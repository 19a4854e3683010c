import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languages } from '../../platform/texts/catalogue.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { FormDefinition } from '../definition.ts'
import { canonicalJson } from '../export.ts'
import type { Json } from '../json.ts'
import { findStep } from '../navigation.ts'
import { readPosted } from '../posted.ts'
import { problemLinks } from '../problem-links.ts'
import { StepQuestions } from '../step-questions.tsx'
import { summarise } from '../summary.ts'
import { aQuestion, formOf, writtenForm } from '../testing/forms.ts'
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

const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })

const sv = textsFor('sv', 'Europe/Stockholm')
const en = textsFor('en', 'Europe/Stockholm')

/** A form of one question, called "fraga". */
const formFor = (type: string, sample: Sample, common: object = {}) =>
  formOf([{ id: 'fraga', type, ...sample.settings, ...common }])

const stepOf = (form: FormDefinition) => {
  const step = findStep(form, {}, 'steg-1')
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
    return [{ sample, form, question: aQuestion({ type: name, ...sample.settings }), facts: sample.facts ?? { today } }]
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
    for (const { sample, form, facts } of each) {
      for (const { typed, problems } of sample.wrong) {
        const found = validateStep(form, 'steg-1', { typed: { fraga: typed }, facts })
        expect(found.map(({ key }) => key)).toEqual(problems)
        for (const language of languages) {
          const texts = textsFor(language, 'Europe/Stockholm')
          const links = problemLinks(form, found, texts)
          const html = rendered(
            <StepQuestions step={stepOf(form)} typed={{ fraga: typed }} facts={facts} problems={found} />,
            language,
          )
          for (const { id, problem } of links) {
            expect(problem).not.toMatch(/[{}]|undefined/)
            expect(html).toMatch(new RegExp(`<(input|textarea|select)[^>]* id="${id}"`))
          }
          expect(html).toContain(links[0]?.problem.replaceAll('"', '&quot;'))
        }
      }
    }
  })

  it('takes nothing for nothing, and asks for an answer only when it is mandatory', () => {
    for (const { sample } of each) {
      const optional = formFor(name, { ...sample, settings: { ...sample.settings, ...leastOf(name) } })
      expect(validateForm(optional, {}, { today })).toEqual({ ok: true, answers: {} })
      if (type.missing === undefined) {
        expect(() => formFor(name, sample, { mandatory: true })).toThrow('mandatory')
        continue
      }
      const problems = validateStep(formFor(name, sample, { mandatory: true }), 'steg-1', {
        typed: {},
        facts: { today },
      })
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

  it('refuses to read an answer that is not its own', () => {
    if (!type.asks) return
    for (const { question } of each) {
      expect(() => type.summarise({ wrong: [], name: 1, id: 2 }, question, sv)).toThrow(question.id)
    }
  })

  it('posts from its page what was typed', () => {
    for (const { sample, form, facts } of each) {
      const own = sample.right.filter(() => type.readPosted({}, 'q.fraga', stepQuestion(form)) !== undefined)
      for (const { typed } of own) {
        const html = rendered(
          <StepQuestions step={stepOf(form)} typed={{ fraga: typed }} facts={facts} problems={[]} />,
        )
        const oneLine = typeof typed === 'string' && name !== 'long-text' ? typed : undefined
        // A browser takes line breaks out of a box of one line.
        const expected = oneLine === undefined || !oneLine.includes('\n') ? typed : undefined
        if (expected !== undefined) expect(readPosted(stepOf(form), postedFrom(html))).toEqual({ fraga: expected })
      }
      if (own.length > 0) {
        expect(readPosted(stepOf(form), {})).toEqual({})
        expect(Object.keys(readPosted(stepOf(form), { shown: 'fraga' }))).toEqual(['fraga'])
      }
    }
  })

  it('keeps and shows whatever was typed, escaped', () => {
    for (const text of hostile) {
      for (const { sample, form, question, facts } of each) {
        const typed = withTexts(sample.right[0]?.typed, text)
        const kind = type.parse(typed, question, facts).kind
        expect(['nothing', 'answer', 'problems']).toContain(kind)
        const problems = validateStep(form, 'steg-1', { typed: { fraga: typed }, facts })
        const html = rendered(
          <StepQuestions step={stepOf(form)} typed={{ fraga: typed }} facts={facts} problems={problems} />,
        )
        expect(html).not.toMatch(/<script|<img/)
        if (freeTexts.includes(name)) expect(readPosted(stepOf(form), postedFrom(html))).toEqual({ fraga: text })
      }
    }
  })

  it('is drawn as valid HTML', async () => {
    for (const { sample, form, facts } of each) {
      const typed = { fraga: sample.wrong[0]?.typed ?? null }
      const problems = validateStep(form, 'steg-1', { typed, facts })
      const html = rendered(<StepQuestions step={stepOf(form)} typed={typed} facts={facts} problems={problems} />)
      const report = await validator.validateString(`<form>${html}<button type="submit">Nästa</button></form>`)
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    }
  })

  it('sums up an answer in both languages', () => {
    for (const { sample, form } of each) {
      for (const { answer } of sample.right) {
        for (const texts of [sv, en]) {
          const [group] = summarise(form, { fraga: answer }, texts)
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

const stepQuestion = (form: FormDefinition) => {
  const [question] = stepOf(form).questions
  if (!question) throw new Error('The step has no question')
  return question
}
