import { z } from 'zod'
import { LocalizedText } from '../platform/texts/localized.ts'
import { anyQuestion } from './any-question.ts'
import { Id, type Question } from './question.ts'
import { findQuestionType, questionTypes } from './questions/registry.ts'
import { AnyExpression } from './ruled.ts'

/** Words that stand where a step's id stands in an address, so that no step may be called so. */
const takenIds: readonly string[] = ['granska', 'signering', 'ta-bort', 'andrat', 'skriv-ut']

const AnyTypeOfQuestion = anyQuestion(findQuestionType, { known: questionTypes.map(({ type }) => type) })

const Step = z
  .strictObject({
    id: Id.refine((id) => !takenIds.includes(id), 'is taken by a page of the form itself'),
    title: LocalizedText,
    intro: LocalizedText.optional(),
    /** The step is passed over when this doesn't hold. */
    when: AnyExpression.optional(),
    questions: z.array(AnyTypeOfQuestion).min(1).readonly(),
  })
  .readonly()

/** One page of a form. */
export type Step = z.infer<typeof Step>

/** The shape of a form; whether its parts fit together, `FormDefinition` says. */
export const FormShape = z.strictObject({ steps: z.array(Step).min(1).readonly() }).readonly()

export type FormShape = z.infer<typeof FormShape>

/** Every question of a form, in the order in which they are asked. */
export const questionsOf = (form: FormShape): readonly Question[] => form.steps.flatMap((step) => step.questions)
