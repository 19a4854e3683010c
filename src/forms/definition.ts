import type { z } from 'zod'
import { FormShape } from './form.ts'
import { neverShown } from './proof/never-shown.ts'
import { type RuleFault, ruleFaults } from './rule-faults.ts'

export { questionsOf, type Step } from './form.ts'

/** A form as data: its steps and their questions, checked as a whole. An issue's path names the place. */
export const FormDefinition = FormShape.superRefine((form, context) => {
  for (const fault of faultsIn(form))
    context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message })
})

export type FormDefinition = z.infer<typeof FormDefinition>

/** Ids given twice, expressions that mean nothing, and what nobody will ever see; the last only of expressions that can be evaluated. */
function faultsIn(form: FormShape): readonly RuleFault[] {
  const faults = [...idFaults(form), ...ruleFaults(form)]
  return faults.length > 0 ? faults : neverShown(form)
}

function idFaults(form: FormShape): readonly RuleFault[] {
  const faults: RuleFault[] = []
  const steps = new Set<string>()
  const questions = new Set<string>(['facts'])
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
