import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textsFor } from '../platform/texts/texts.ts'
import type { TypedValues } from './answers.ts'
import { canonicalJson } from './canonical-json.ts'
import { type FormDefinition, questionsOf } from './definition.ts'
import { fillForm } from './filled.ts'
import type { Json } from './json.ts'
import { findStep, nextStep, previousStep, reviewStep, stepNumber, visibleQuestions } from './navigation.ts'
import { readPosted } from './posted.ts'
import { StepQuestions } from './step-questions.tsx'
import { typedFrom } from './submitted.ts'
import { summarise } from './summary.ts'
import { arbitraryFilledForm, arbitraryFinishedForm } from './testing/arbitrary.ts'
import { postedFrom } from './testing/posted-from.ts'
import { rendered } from './testing/rendered.tsx'
import { today } from './testing/samples.ts'
import { validateForm } from './validation.ts'

const facts = { today }
const filled = (form: FormDefinition, typed: TypedValues) => fillForm(form, typed, facts)
const sv = textsFor('sv', 'Europe/Stockholm')

/** The draft after its page of a step was posted as it stands; the draft as it is when the step is hidden. */
function savedPage(form: FormDefinition, typed: TypedValues, stepId: string): TypedValues {
  const step = findStep(filled(form, typed), stepId)
  if (!step) return typed
  const html = rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />)
  return { ...typed, ...readPosted(step, postedFrom(html)) }
}

describe('any form, whatever was typed', () => {
  it('has a way through every visible step to the review page, and the same way back', () => {
    fc.assert(
      fc.property(arbitraryFilledForm, ([form, typed]) => {
        const now = filled(form, typed)
        const ids = [...now.steps.map(({ id }) => id), reviewStep]
        for (const [index, id] of ids.entries()) {
          expect(stepNumber(now, id)).toEqual({ number: index + 1, of: ids.length })
          if (id !== reviewStep) expect(nextStep(now, id)).toBe(ids[index + 1])
          expect(previousStep(now, id)).toBe(ids[index - 1])
        }
      }),
    )
  })

  it('leads on from a step that has just been hidden', () => {
    fc.assert(
      fc.property(arbitraryFilledForm, ([form, typed]) => {
        const now = filled(form, typed)
        const ids = new Set([...now.steps.map(({ id }) => id), reviewStep])
        for (const { id } of form.steps) expect(ids).toContain(nextStep(now, id))
      }),
    )
  })

  it('answers for visible questions only, and validates no others', () => {
    fc.assert(
      fc.property(arbitraryFilledForm, ([form, typed]) => {
        const now = filled(form, typed)
        const visible = visibleQuestions(now).map(({ id }) => id)
        const validated = validateForm(now)
        const named = validated.ok
          ? Object.keys(validated.answers)
          : validated.steps.flatMap(({ problems }) => problems.map(({ questionId }) => questionId))
        for (const id of named) expect(visible).toContain(id)
      }),
    )
  })

  it('posts from a page only what stands on it, so that what is hidden stays in the draft', () => {
    fc.assert(
      fc.property(arbitraryFilledForm, ([form, typed]) => {
        for (const step of filled(form, typed).steps) {
          const html = rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />)
          const posted = readPosted(step, postedFrom(html))
          expect(Object.keys(posted)).toEqual(step.questions.map(({ id }) => id))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is the same after a turn through JSON', () => {
    fc.assert(
      fc.property(arbitraryFilledForm, ([form, typed]) => {
        const stored = JSON.parse(canonicalJson(typed))
        expect(validateForm(filled(form, stored))).toEqual(validateForm(filled(form, typed)))
        expect(canonicalJson(stored)).toBe(canonicalJson(typed))
      }),
    )
  })
})

describe('any form with right answers', () => {
  it('is finished, and the same when its submitted answers are opened again', () => {
    fc.assert(
      fc.property(arbitraryFinishedForm, ([form, typed]) => {
        const sent = validateForm(filled(form, typed))
        if (!sent.ok) throw new Error(`Not finished: ${JSON.stringify(sent.steps)}`)
        const stored = JSON.parse(canonicalJson(sent.answers))
        expect(validateForm(filled(form, typedFrom(form, stored)))).toEqual(sent)
      }),
    )
  })

  it('loses nothing by hiding and showing: an answer is changed, every page is saved, and it is changed back', () => {
    const other = fc.constantFrom<Json>('a', 'b', 'yes', 'no', '', [], ['c'])
    fc.assert(
      fc.property(arbitraryFinishedForm, fc.nat(), other, ([form, typed], at, changed) => {
        const id = questionsOf(form)[at % questionsOf(form).length]?.id ?? ''
        const saved = form.steps.reduce((draft, step) => savedPage(form, draft, step.id), { ...typed, [id]: changed })
        const back = { ...saved, [id]: typed[id] ?? '' }
        expect(visibleQuestions(filled(form, back))).toEqual(visibleQuestions(filled(form, typed)))
        expect(validateForm(filled(form, back))).toEqual(validateForm(filled(form, typed)))
      }),
      { numRuns: 50 },
    )
  })

  it('has a line in the summary for each visible question, and nothing of hidden ones', () => {
    fc.assert(
      fc.property(arbitraryFinishedForm, ([form, typed]) => {
        const sent = validateForm(filled(form, typed))
        const lines = summarise(form, sent.ok ? sent : { answers: {}, asked: [] }, sv).flatMap((group) => group.lines)
        expect(lines.map(({ questionId }) => questionId)).toEqual(
          visibleQuestions(filled(form, typed)).map(({ id }) => id),
        )
      }),
    )
  })
})
