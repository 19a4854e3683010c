import type { Texts } from '../platform/texts/texts.ts'
import type { FormDefinition } from './definition.ts'
import { conditionInWords } from './paper-condition.ts'
import type { PaperField } from './paper-field.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'

/** A question as it stands on paper. */
export type PaperQuestion = {
  readonly label: string
  readonly mandatory: boolean
  readonly help?: string
  /** When to answer it at all; in words, since paper hides nothing. */
  readonly only?: string
  readonly field: PaperField
}

/** A step of the form: a part of the paper with a heading of its own. */
export type PaperSection = {
  readonly title: string
  readonly intro?: string
  readonly only?: string
  readonly questions: readonly PaperQuestion[]
}

/** The whole form as it is filled in by hand: every question there is, in the reader's language, with words for when to answer it. */
export const onPaper = (form: FormDefinition, texts: Texts): readonly PaperSection[] =>
  form.steps.map((step) => ({
    title: texts.pick(step.title),
    ...(step.intro && { intro: texts.pick(step.intro) }),
    ...(step.when === undefined ? {} : { only: conditionInWords(form, step.when, texts) }),
    questions: step.questions.flatMap((question) => questionOnPaper(form, question, texts)),
  }))

function questionOnPaper(form: FormDefinition, question: Question, texts: Texts): readonly PaperQuestion[] {
  const field = typeOf(question).paper(question, texts)
  if (!field) return []
  return [
    {
      label: texts.pick(question.label),
      mandatory: question.mandatory === true,
      ...(question.help && { help: texts.pick(question.help) }),
      ...(question.when === undefined ? {} : { only: conditionInWords(form, question.when, texts) }),
      field,
    },
  ]
}
