import { holds } from './evaluate.ts'
import { type Expression, rowScope } from './expression.ts'
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
  /** The rules inside its rows, when they have any. */
  readonly rows?: RowRules | undefined
}

/** The rules of the questions in rows; those of every row on the page are the same. */
export type RowRules = {
  /** The fields that say which rows are on the page. */
  readonly listed: string
  /** What the fields of a row begin with, before the row's id: `<name>.<row>.<cell>`. */
  readonly name: string
  /** Their readings name their fields as from the row. */
  readonly cells: readonly RuledQuestion[]
}

/** What rules make of a question; `mandatory` is undefined where they have no say. A cell's id is `<question>.<row>.<cell>`. */
type Outcome = { readonly id: string; readonly shown: boolean; readonly mandatory: boolean | undefined }

/** What the rules of a step come to for what stands in its fields. A hidden question's answer is no answer for those after it. */
export function outcomesOf({ data, questions }: StepRules, fields: Fields): readonly Outcome[] {
  const known: Record<string, RuleValue> = { ...data }
  return follow(questions, { fields, known, own: known })
}

/** `own`: where answers are put for the rules that ask for them, in what is known or beside it. */
type Following = { readonly fields: Fields; readonly known: RuleParts; readonly own: Record<string, RuleValue> }

function follow(questions: readonly RuledQuestion[], following: Following): readonly Outcome[] {
  const { fields, known, own } = following
  return questions.flatMap(({ id, when, mandatory, reading, rows }) => {
    const shown = when === undefined || holds(when, known)
    const outcome = { id, shown, mandatory: mandatory === undefined ? undefined : holds(mandatory, known) }
    if (!shown) own[id] = null
    else if (reading) own[id] = readValue(reading, fields, known)
    return rows ? [outcome, ...followRows(id, rows, following)] : [outcome]
  })
}

/** Each row's own answers are all that its rules see as `row`. */
const followRows = (id: string, { listed, name, cells }: RowRules, { fields, known }: Following): readonly Outcome[] =>
  fields(listed).flatMap((row) => {
    const own: Record<string, RuleValue> = {}
    const ofRow: Fields = (field) => fields(`${name}.${row}.${field}`)
    const outcomes = follow(cells, { fields: ofRow, known: { ...known, [rowScope]: own }, own })
    return outcomes.map((outcome) => ({ ...outcome, id: `${id}.${row}.${outcome.id}` }))
  })
