import { holds } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { type Fields, type Reading, readValue } from './reading.ts'
import type { RuleParts, RuleValue } from './value.ts'

/** What the browser must know to follow a step's rules while somebody answers. It goes to the page as JSON. */
export type StepRules = {
  /** What the rules ask for that no field of the step tells: facts, answers of other steps, and what only the server can read. */
  readonly data: RuleParts
  /** In the form's order, so that each sees what those before it come to. */
  readonly questions: readonly RuledQuestion[]
}

/** A question of the step on which rules decide, or that they ask for. */
export type RuledQuestion = {
  readonly id: string
  /** Left out when nothing in the step decides whether it's shown. */
  readonly when?: Expression | undefined
  /** Left out when nothing in the step decides whether it's mandatory. */
  readonly mandatory?: Expression | undefined
  /** Left out when nobody asks for it, or only the server can read it: its value in `data` is then that of the last save. */
  readonly reading?: Reading | undefined
}

/** What rules make of a question; `mandatory` is undefined where they have no say. */
type Outcome = { readonly id: string; readonly shown: boolean; readonly mandatory: boolean | undefined }

/** What the rules of a step come to for what stands in its fields. A hidden question's answer is no answer for those after it. */
export function outcomesOf({ data, questions }: StepRules, fields: Fields): readonly Outcome[] {
  const known: Record<string, RuleValue> = { ...data }
  return questions.map(({ id, when, mandatory, reading }) => {
    const shown = when === undefined || holds(when, known)
    const outcome = { id, shown, mandatory: mandatory === undefined ? undefined : holds(mandatory, known) }
    if (!shown) known[id] = null
    else if (reading) known[id] = readValue(reading, fields, known)
    return outcome
  })
}
