import type { JSX } from 'preact'
import type { z } from 'zod'
import type { TextKey } from '../platform/texts/catalogue.ts'
import type { Texts } from '../platform/texts/texts.ts'
import type { FactName, Facts } from './facts.ts'
import type { Json } from './json.ts'
import type { PostedForm } from './posted-form.ts'
import type { AnswerProblem } from './problem.ts'
import type { Question, QuestionWith } from './question.ts'
import type { SummaryValue } from './summary-value.ts'

/**
 * What a type of question is. Three values live in it:
 * - *typed*: exactly what the person typed or chose, kept in the draft even when it is wrong;
 * - *answer*: the canonical value that is submitted, exported and never changed again;
 * - *facts*: what the outside world knows, given by whoever calls.
 *
 * Everything here is pure. A type whose typed value is made by the server (a file, a held time, a payment) has no
 * `readPosted`; the commands of its domain write its typed value, and `claims` says what submit takes over.
 */
export type QuestionTypeParts<
  Settings extends z.ZodRawShape,
  Typed extends Json,
  Answer extends Json,
  Asked = QuestionWith<Settings>,
> = {
  readonly type: string
  /** The type's own settings, beside the common ones in the definition. */
  readonly settings: Settings
  /** What a schema of single settings can't see, such as a lower limit above the upper one. */
  readonly check?: (question: Asked) => readonly SettingsFault[]
  /** False for a block that only informs: it has no line in the summary. */
  readonly asks?: boolean
  /** Which facts the type uses; only these are fetched. */
  readonly needs?: readonly FactName[]
  /** Reads a typed value from stored JSON. */
  readonly typed: z.ZodType<Typed>
  /** The typed value of somebody who has typed nothing. */
  readonly empty: Typed
  /** Shape of the canonical answer, without limits that move with time. Must be expressible as JSON Schema. */
  readonly answer: (question: Asked) => z.ZodType<Answer>
  /** Every text that a problem of this type can have, besides `missing`. */
  readonly problems: readonly TextKey[]
  /** The problem of a mandatory question without an answer; without it no question of the type can be mandatory. */
  readonly missing?: TextKey
  /** Reads the typed value from a post in which the question was shown; fields are `name` and `name.<part>`. */
  readonly readPosted?: (posted: PostedForm, name: string, question: Asked) => Typed
  /** What can be filled in beforehand. */
  readonly prefill?: (question: Asked, facts: Facts) => Typed | undefined
  /** Makes the canonical answer, or says what is wrong. Never throws, whatever was typed. */
  readonly parse: (typed: Typed, question: Asked, facts: Facts) => Parsed<Answer>
  /** What somebody would have typed to give this answer: opens a sent submission again. */
  readonly toTyped: (answer: Answer, question: Asked) => Typed
  /** For types that `when` may ask about. */
  readonly comparable?: {
    /** Every value that can be chosen. */
    readonly values: (question: Asked) => readonly string[]
    /** The values chosen; those that don't exist are left out. */
    readonly chosen: (typed: Typed, question: Asked) => readonly string[]
  }
  /** What the answer holds on to outside the form. */
  readonly claims?: (answer: Answer, question: Asked) => readonly Claim[]
  readonly Field: (props: FieldProps<Typed, Asked>) => JSX.Element
  readonly summarise: (answer: Answer, question: Asked, texts: Texts) => SummaryValue
  /** The answer for machines; the answer itself, unless the type says otherwise. */
  readonly exportValue?: (answer: Answer, question: Asked) => Json
}

/** A fault in a question's settings and its place within the question. */
export type SettingsFault = { readonly path: readonly (string | number)[]; readonly message: string }

/** What came of reading what was typed. `nothing` is right unless the question is mandatory. */
export type Parsed<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problems'; readonly problems: readonly AnswerProblem[] }

/** The canonical answer. */
export const answer = <Answer>(value: Answer): Parsed<Answer> => ({ kind: 'answer', answer: value })

/** Nothing was typed. */
export const nothing: Parsed<never> = { kind: 'nothing' }

/** What was typed is wrong. */
export const wrong = (...problems: readonly AnswerProblem[]): Parsed<never> => ({ kind: 'problems', problems })

/** Something outside the form that an answer refers to and that goes with the submission. */
export type Claim = { readonly kind: 'file'; readonly id: string }

/** What a field is drawn from. `id` is the element that the error summary links to; parts have `partId(id, part)`. */
export type FieldProps<Typed, Asked> = {
  readonly question: Asked
  readonly name: string
  readonly id: string
  readonly typed: Typed
  readonly problems: readonly AnswerProblem[]
  readonly facts: Facts
}

/** A question type with its own values hidden behind JSON: what the rest of the house sees. */
export type AnyQuestionType = {
  readonly type: string
  readonly schema: z.ZodType<Question>
  readonly asks: boolean
  readonly needs: readonly FactName[]
  readonly problems: readonly TextKey[]
  readonly missing: TextKey | undefined
  /** Undefined when the typed value never comes from a form. */
  readonly readPosted: (posted: PostedForm, name: string, question: Question) => Json | undefined
  readonly prefill: (question: Question, facts: Facts) => Json | undefined
  /** A typed value that doesn't fit the type (any more) counts as nothing typed. */
  readonly parse: (typed: Json | undefined, question: Question, facts: Facts) => Parsed<Json>
  /** Throws when the answer isn't one of this question's. So do the functions below that take one. */
  readonly toTyped: (answer: Json, question: Question) => Json
  readonly comparable:
    | {
        readonly values: (question: Question) => readonly string[]
        readonly chosen: (typed: Json | undefined, question: Question) => readonly string[]
      }
    | undefined
  readonly answerSchema: (question: Question) => z.ZodType<Json>
  readonly claims: (answer: Json, question: Question) => readonly Claim[]
  readonly Field: (props: FieldProps<Json | undefined, Question>) => JSX.Element
  readonly summarise: (answer: Json, question: Question, texts: Texts) => SummaryValue
  readonly exportValue: (answer: Json, question: Question) => Json
}

/** A question type as its own folder and those who know it by name see it. */
export type QuestionType<Settings extends z.ZodRawShape, Typed extends Json> = AnyQuestionType & {
  /** Whether a question is of this type, so that its own settings can be read. */
  readonly is: (question: Question) => question is QuestionWith<Settings>
  /** The typed value of such a question from stored JSON. */
  readonly readTyped: (stored: Json | undefined) => Typed
}
