import { z } from 'zod'
import { LocalizedText } from '../platform/texts/localized.ts'
import { Id, type Question } from './question.ts'
import type { AnyQuestionType } from './question-type.ts'
import { findQuestionType, questionTypes } from './questions/registry.ts'
import { comparisonsIn } from './rules/condition.ts'

/** Words that stand where a step's id stands in an address, so that no step may be called so. */
const takenIds: readonly string[] = ['granska', 'signering', 'ta-bort']

const AnyTypeOfQuestion: z.ZodType<Question> = z.looseObject({ type: z.string() }).transform((raw, context) => {
  const type = findQuestionType(raw.type)
  if (!type) {
    const known = questionTypes.map((known) => known.type).join(', ')
    context.addIssue({ code: 'custom', path: ['type'], message: `"${raw.type}" is none of ${known}` })
    return z.NEVER
  }
  const read = type.schema.safeParse(raw)
  if (read.success) return read.data
  for (const issue of read.error.issues) {
    context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
  }
  return z.NEVER
})

const Step = z
  .strictObject({
    id: Id.refine((id) => !takenIds.includes(id), 'is taken by a page of the form itself'),
    title: LocalizedText,
    intro: LocalizedText.optional(),
    questions: z.array(AnyTypeOfQuestion).min(1).readonly(),
  })
  .readonly()

/** One page of a form. */
export type Step = z.infer<typeof Step>

/** A form as data: its steps and their questions, checked as a whole. An issue's path names the place. */
export const FormDefinition = z
  .strictObject({ steps: z.array(Step).min(1).readonly() })
  .readonly()
  .superRefine((form, context) => {
    for (const fault of faultsIn(form))
      context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message })
  })

export type FormDefinition = z.infer<typeof FormDefinition>

/** Every question of a form, in the order in which they are asked. */
export const questionsOf = (form: FormDefinition): readonly Question[] => form.steps.flatMap((step) => step.questions)

/** The type of a question. Throws for one that no definition has parsed. */
export function typeOf(question: Question): AnyQuestionType {
  const type = findQuestionType(question.type)
  if (!type) throw new Error(`No question type is called ${question.type}`)
  return type
}

type Fault = { readonly path: readonly (string | number)[]; readonly message: string }

/** Ids given twice, and conditions that ask about something other than an earlier question's choices. Since a condition sees earlier questions only, no circle can arise. */
function faultsIn(form: FormDefinition): readonly Fault[] {
  const faults: Fault[] = []
  const steps = new Set<string>()
  const earlier = new Map<string, Question>()
  const all = new Set(questionsOf(form).map((question) => question.id))
  for (const [stepIndex, step] of form.steps.entries()) {
    if (steps.has(step.id)) faults.push({ path: ['steps', stepIndex, 'id'], message: `"${step.id}" is used twice` })
    steps.add(step.id)
    for (const [index, question] of step.questions.entries()) {
      const path = ['steps', stepIndex, 'questions', index]
      if (earlier.has(question.id)) faults.push({ path: [...path, 'id'], message: `"${question.id}" is used twice` })
      faults.push(
        ...conditionFaults(question, earlier, all).map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
      )
      earlier.set(question.id, question)
    }
  }
  return faults
}

function conditionFaults(
  question: Question,
  earlier: ReadonlyMap<string, Question>,
  all: ReadonlySet<string>,
): readonly Fault[] {
  if (!question.when) return []
  return comparisonsIn(question.when).flatMap((comparison): readonly Fault[] => {
    const path = ['when', ...comparison.path]
    const asked = earlier.get(comparison.question)
    if (!asked) {
      const message = all.has(comparison.question)
        ? `"${comparison.question}" must come before "${question.id}"`
        : `there is no question "${comparison.question}"`
      return [{ path: [...path, 'question'], message }]
    }
    const { comparable } = typeOf(asked)
    if (!comparable) return [{ path: [...path, 'question'], message: `a ${asked.type} question can't be compared` }]
    const values = comparable.values(asked)
    return comparison.in.flatMap((value, index) =>
      values.includes(value)
        ? []
        : [{ path: [...path, 'in', index], message: `"${value}" is none of ${values.join(', ')}` }],
    )
  })
}
