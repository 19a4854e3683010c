import type { z } from 'zod'
import { FormShape } from './form.ts'
import { partyFaults } from './party-faults.ts'
import { neverShown } from './proof/never-shown.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { type RuleFault, ruleFaults } from './rule-faults.ts'
import { rowScope } from './rules/expression.ts'

export { questionsOf, type Step } from './form.ts'

/**
 * A form as data: its steps and their questions, checked as a whole. An issue's path names the place. What has been published is read by
 * `FormShape` alone: it was checked then, and no check that is added later may shut anybody out of what they have begun or sent.
 */
export const FormDefinition = FormShape.superRefine((form, context) => {
  for (const fault of faultsIn(form))
    context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message })
})

export type FormDefinition = z.infer<typeof FormDefinition>

/**
 * Settings that don't fit together; ids given twice and expressions that mean nothing; and what nobody will ever see: each only where what is
 * before it is right.
 */
function faultsIn(form: FormShape): readonly RuleFault[] {
  const ofQuestions = form.steps.flatMap(({ questions }, step) =>
    questions.flatMap((question, index) => questionFaults(question, ['steps', step, 'questions', index])),
  )
  if (ofQuestions.length > 0) return ofQuestions
  const faults = [...idFaults(form), ...ruleFaults(form)]
  return faults.length > 0 ? faults : neverShown(form)
}

/** What is wrong with the settings of a question and of those in its rows. */
function questionFaults(question: Question, path: RuleFault['path']): readonly RuleFault[] {
  const { faults, inner } = typeOf(question)
  const cells =
    inner?.of(question).flatMap((cell, index) => questionFaults(cell, [...path, inner.setting, index])) ?? []
  const own = [...faults(question), ...partyFaults(question)]
  return [...cells, ...own.map((fault) => ({ ...fault, path: [...path, ...fault.path] }))]
}

function idFaults(form: FormShape): readonly RuleFault[] {
  const faults: RuleFault[] = []
  const steps = new Set<string>()
  const questions = new Set<string>(['facts', rowScope])
  for (const [stepIndex, step] of form.steps.entries()) {
    if (steps.has(step.id)) faults.push({ path: ['steps', stepIndex, 'id'], message: `"${step.id}" is used twice` })
    steps.add(step.id)
    for (const [index, question] of step.questions.entries()) {
      const path = ['steps', stepIndex, 'questions', index, 'id']
      if (questions.has(question.id)) faults.push({ path, message: `"${question.id}" is used twice` })
      questions.add(question.id)
    }
  }
  return [...faults, ...replacedFaults(form, questions)]
}

/** A question that is replaced is no longer there, and has one successor. */
function replacedFaults(form: FormShape, present: ReadonlySet<string>): readonly RuleFault[] {
  const replaced = new Set<string>()
  return form.steps.flatMap((step, stepIndex) =>
    step.questions.flatMap((question, index) =>
      question.replaces.flatMap((id, place): readonly RuleFault[] => {
        const message = present.has(id)
          ? `"${id}" is still a question`
          : replaced.has(id)
            ? `"${id}" is replaced twice`
            : ''
        replaced.add(id)
        const path = ['steps', stepIndex, 'questions', index, 'replaces', place]
        return message === '' ? [] : [{ path, message }]
      }),
    ),
  )
}
