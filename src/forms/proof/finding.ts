import type { RuleParts, RuleValue } from '../rules/value.ts'

/** Where something stands in a definition: names of settings and places in lists. */
export type Path = readonly (string | number)[]

/** What the proof of a definition can find; `docs/form-language.md` says what each means and what to do. */
export type FindingCode =
  | 'definition'
  | 'step-never-reached'
  | 'question-never-shown'
  | 'never-sent'
  | 'dead-end'
  | 'limits-contradict'
  | 'rule-always-true'
  | 'rule-never-true'
  | 'rule-part-never-true'
  | 'rule-without-value'
  | 'group-never-chosen'
  | 'too-many-steps'
  | 'too-many-questions'
  | 'text-missing'
  | 'text-empty'
  | 'text-same'
  | 'help-missing'
  | 'shuts-out'
  | 'gives-away'
  | 'hard-to-read'

/** Something in a definition that nobody can have meant, or that people would stumble on; nothing that stops it from being published. */
export type Finding = {
  readonly code: FindingCode
  readonly path: Path
  readonly message: string
  /** Answers that show it. Without one the message says it all. */
  readonly example?: Example
}

/** What is known and answered on a way through a form, as far as it matters; what is not there is not answered, or not asked. */
export type Example = {
  /** As expressions see them, by their names after `facts.`; `null` is not known. */
  readonly facts: RuleParts
  /** In the form's order, as expressions see them. */
  readonly answers: readonly { readonly question: string; readonly value: RuleValue }[]
}

/** An example in a line: `facts.age: 17, vem: "ombud", barn: not answered`. */
export function exampleInWords({ facts, answers }: Example): string {
  const known = Object.entries(facts).map(([name, value]) => `facts.${name}: ${valueInWords(value, 'not known')}`)
  const answered = answers.map(({ question, value }) => `${question}: ${valueInWords(value, 'not answered')}`)
  return [...known, ...answered].join(', ')
}

const valueInWords = (value: RuleValue, nothing: string): string => (value === null ? nothing : JSON.stringify(value))
