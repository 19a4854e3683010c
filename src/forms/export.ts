import type { Answers } from './answers.ts'
import type { FormDefinition } from './definition.ts'
import type { JsonObject } from './json.ts'
import { typeOf } from './questions/registry.ts'
import { answered } from './submitted.ts'

/** The answers for machines: question id → the type's export value. */
export const exportAnswers = (form: FormDefinition, answers: Answers): JsonObject =>
  Object.fromEntries(
    answered(form, answers).map(([question, answer]) => [question.id, typeOf(question).exportValue(answer, question)]),
  )
