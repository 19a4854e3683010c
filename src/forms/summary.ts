import type { Texts } from '../platform/texts/texts.ts'
import type { Answers } from './answers.ts'
import type { FormDefinition } from './definition.ts'
import { readAnswer, type Typed } from './filled.ts'
import { held, type Json } from './json.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import type { SummaryValue } from './summary-value.ts'

/** One question and its answer in words. */
export type SummaryLine = {
  readonly questionId: string
  readonly label: string
  readonly value: SummaryValue
  /** Other parties of the application never see the answer. */
  readonly hiddenFromParties?: true
}

/** The lines of one step. */
export type SummaryGroup = { readonly stepId: string; readonly title: string; readonly lines: readonly SummaryLine[] }

/** What was sent: the answers, and the questions that were asked, whether they were answered or not. */
export type Sent = { readonly answers: Answers; readonly asked: readonly string[] }

/**
 * A whole form in words, step by step: the one source of the review page, the case page, the PDF and the exports. Questions that were asked
 * and not answered have the value `nothing`. Rules are not asked again: what was sent stays, though its senders grow older.
 */
export function summarise(form: FormDefinition, { answers, asked }: Sent, texts: Texts): readonly SummaryGroup[] {
  const isAsked = new Set(asked)
  return form.steps
    .map((step) => ({
      stepId: step.id,
      title: texts.pick(step.title),
      lines: step.questions
        .filter((question) => isAsked.has(question.id) && typeOf(question).asks)
        .map((question) => lineOf(question, answerInWords(question, held(answers, question.id), texts), texts)),
    }))
    .filter((group) => group.lines.length > 0)
}

/** A question and what has been made of its answer. */
export const lineOf = (question: Question, value: SummaryValue, texts: Texts): SummaryLine => ({
  questionId: question.id,
  label: texts.pick(question.label),
  value,
  ...(question.hiddenFromParties && { hiddenFromParties: true }),
})

const answerInWords = (question: Question, answer: Json | undefined, texts: Texts): SummaryValue =>
  answer === undefined ? { kind: 'nothing' } : typeOf(question).summarise(answer, question, texts)

/** What was typed in one question, in words: as its answer when it is one, else as it was typed. */
export function summariseTyped(question: Question, standing: Typed, texts: Texts): SummaryValue {
  const type = typeOf(question)
  const { typed, facts } = standing
  const value = held(typed, question.id)
  const parsed = readAnswer(standing, question)
  if (parsed.kind === 'answer') return type.summarise(parsed.answer, question, texts)
  const words = type.summariseTyped(value, question, { facts, texts })
  if (words) return words
  const text = wordsIn(value).join(' ')
  return parsed.kind === 'nothing' || text === '' ? { kind: 'nothing' } : { kind: 'text', text }
}

function wordsIn(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null || value === '') return []
  if (typeof value !== 'object') return [String(value)]
  return Object.values(value).flatMap(wordsIn)
}
