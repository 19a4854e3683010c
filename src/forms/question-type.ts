import type { JSX } from 'preact'
import type { z } from 'zod'
import type { TextKey } from '../platform/texts/catalogue.ts'
import type { Texts } from '../platform/texts/texts.ts'
import type { FactName, Facts } from './facts.ts'
import type { Json } from './json.ts'
import type { KeptDetails } from './kept-details.ts'
import type { PaperField } from './paper-field.ts'
import type { PostedForm } from './posted-form.ts'
import type { AnswerProblem } from './problem.ts'
import type { Question, QuestionWith } from './question.ts'
import type { Reading } from './rules/reading.ts'
import type { RuleParts, RuleValue, ValueType } from './rules/value.ts'
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
  /**
   * Reads the typed value from a post in which the question was shown; fields are `name` and `name.<part>`. `before` is what is stored: a
   * type whose page shows only some of its value puts what was posted into it.
   */
  readonly readPosted?: (posted: PostedForm, name: string, question: Asked, before: Typed) => Typed
  /** Does what a button of the field says (`questionAction`); undefined for what none of its buttons says. */
  readonly act?: (typed: Typed, what: string, question: Asked) => Acted<Typed> | undefined
  /** The same value as a page must show it that says what is wrong in it: with a wrong row open, for instance. */
  readonly reveal?: (typed: Typed, question: Asked, facts: Facts) => Typed
  /** What of the typed value the person said; the rest only tells how the page looked. The whole value, when missing. */
  readonly said?: (typed: Typed) => Json
  /** What can be filled in beforehand. */
  readonly prefill?: (question: Asked, facts: Facts) => Typed | undefined
  /** Makes the canonical answer, or says what is wrong. Never throws, whatever was typed. */
  readonly parse: (typed: Typed, question: Asked, facts: Facts) => Parsed<Answer>
  /** What somebody would have typed to give this answer: opens a sent submission again. */
  readonly toTyped: (answer: Answer, question: Asked) => Typed
  /** For types whose answers rules may ask for. What is wrong or not answered is no value for rules. */
  readonly rule?: {
    readonly type: (question: Asked) => ValueType
    readonly of?: (answer: Answer, question: Asked) => RuleValue
    /** Instead of `of`, for a value some of whose parts may be wrong while the others count. */
    readonly seen?: (typed: Typed, question: Asked, facts: Facts) => RuleValue
    /** What somebody would have typed to give this value: makes a `default` possible. */
    readonly typed?: (value: RuleValue, question: Asked) => Typed
    /** How a browser reads the same value from the question's fields; without it, rules that ask for it wait for the server. Limits may be expressions here. */
    readonly reading?: (question: Asked, name: string) => Reading | undefined
  }
  /** Settings that may be expressions (their schema is made by `ruled`), and the kind of value that each is to give. */
  readonly ruled?: Readonly<Record<string, ValueType['kind'] | ((question: Asked) => ValueType['kind'])>>
  /** Whether a row of a table or a repeated group may hold such a question. */
  readonly inRows?: boolean
  /** For a type whose rows hold questions. */
  readonly inner?: Inner<Asked>
  /** What the answer holds on to outside the form. */
  readonly claims?: (answer: Answer, question: Asked) => readonly Claim[]
  /** What other parties of the application read of the answer; all of it, when missing. Must fit `answer`. */
  readonly shared?: (answer: Answer, question: Asked) => Answer
  /** What the person wants kept about themselves when the form is sent; it is no part of the answer. */
  readonly keeps?: (typed: Typed, question: Asked, facts: Facts) => KeptDetails
  readonly Field: (props: FieldProps<Typed, Asked>) => JSX.Element
  readonly summarise: (answer: Answer, question: Asked, texts: Texts) => SummaryValue
  /** What was typed in words, when it is no answer (yet); its words one after the other, when missing. */
  readonly summariseTyped?: (typed: Typed, question: Asked, known: Known) => SummaryValue
  /** How it is answered by hand, on paper; one line, when missing. Undefined for what doesn't stand on paper. Limits may be expressions here. */
  readonly paper?: (question: Asked, texts: Texts) => PaperField | undefined
  /** The answer for machines; the answer itself, unless the type says otherwise. */
  readonly exportValue?: (answer: Answer, question: Asked) => Json
  /** Shape of `exportValue`, where that isn't the answer's. Must be expressible as JSON Schema. */
  readonly exportSchema?: (question: Asked) => z.ZodType<Json>
}

/** The questions inside a question: the setting that holds them, and the same question with others in their place. */
export type Inner<Asked> = {
  readonly setting: string
  readonly of: (question: Asked) => readonly Question[]
  /** `outside`: what the rules of each row are to see beside it; none of them has a rule of its own, when missing. */
  readonly with: (question: Asked, questions: readonly Question[], outside?: RuleParts) => Asked
}

/** What came of pressing a button of a field; `part` is what the person is led to, the whole question when missing. */
export type Acted<Typed> = { readonly typed: Typed; readonly part?: string }

/** What it takes to put something typed into words. */
export type Known = { readonly facts: Facts; readonly texts: Texts }

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
  /** What is wrong with a question that its schema can't see, those in its rows left out. */
  readonly faults: (question: Question) => readonly SettingsFault[]
  readonly asks: boolean
  readonly needs: readonly FactName[]
  readonly problems: readonly TextKey[]
  readonly missing: TextKey | undefined
  /** Undefined when the typed value never comes from a form. */
  readonly readPosted: (posted: PostedForm, name: string, question: Question, before?: Json) => Json | undefined
  /** Undefined when the type has no such button. */
  readonly act: (typed: Json | undefined, what: string, question: Question) => Acted<Json> | undefined
  /** Undefined when any page of the question shows all that can be wrong in it. */
  readonly reveal: (typed: Json | undefined, question: Question, facts: Facts) => Json | undefined
  readonly said: (typed: Json | undefined) => Json | undefined
  readonly prefill: (question: Question, facts: Facts) => Json | undefined
  /** A typed value that doesn't fit the type (any more) counts as nothing typed. */
  readonly parse: (typed: Json | undefined, question: Question, facts: Facts) => Parsed<Json>
  /** Throws when the answer isn't one of this question's. So do the functions below that take one. */
  readonly toTyped: (answer: Json, question: Question) => Json
  readonly rule:
    | {
        readonly type: (question: Question) => ValueType
        readonly value: (typed: Json | undefined, question: Question, facts: Facts) => RuleValue
        readonly typed: ((value: RuleValue, question: Question) => Json) | undefined
        readonly reading: (question: Question, name: string) => Reading | undefined
      }
    | undefined
  readonly ruled: Readonly<Record<string, (question: Question) => ValueType['kind']>>
  readonly inRows: boolean
  readonly inner: Inner<Question> | undefined
  readonly answerSchema: (question: Question) => z.ZodType<Json>
  readonly claims: (answer: Json, question: Question) => readonly Claim[]
  readonly shared: (answer: Json, question: Question) => Json
  readonly keeps: (typed: Json | undefined, question: Question, facts: Facts) => KeptDetails
  readonly Field: (props: FieldProps<Json | undefined, Question>) => JSX.Element
  readonly summarise: (answer: Json, question: Question, texts: Texts) => SummaryValue
  /** Undefined when the type leaves it to whoever asks. */
  readonly summariseTyped: (typed: Json | undefined, question: Question, known: Known) => SummaryValue | undefined
  readonly paper: (question: Question, texts: Texts) => PaperField | undefined
  readonly exportValue: (answer: Json, question: Question) => Json
  readonly exportSchema: (question: Question) => z.ZodType<Json>
}

/** A question type as its own folder and those who know it by name see it. */
export type QuestionType<Settings extends z.ZodRawShape, Typed extends Json> = AnyQuestionType & {
  /** Whether a question is of this type, so that its own settings can be read. */
  readonly is: (question: Question) => question is QuestionWith<Settings>
  /** The typed value of such a question from stored JSON. */
  readonly readTyped: (stored: Json | undefined) => Typed
}
