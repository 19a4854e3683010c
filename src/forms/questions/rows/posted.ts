import type { FindQuestionType } from '../../any-question.ts'
import { canonicalJson } from '../../canonical-json.ts'
import { held, type Json } from '../../json.ts'
import { type PostedForm, postedText, postedTexts } from '../../posted-form.ts'
import type { Question } from '../../question.ts'
import { cellName, pageField, rowsField, shownCell, shownCellsField, typeIn } from './cell.ts'
import { isRowId, numberIn, type Row, type TypedRows } from './typed.ts'

/** What rows are read from. `oneOpen`: the page shows the list and one row, not all of them. */
export type PostedRows = {
  readonly posted: PostedForm
  readonly name: string
  readonly questions: readonly Question[]
  readonly find: FindQuestionType
  readonly most: number
  readonly oneOpen: boolean
}

/**
 * The stored rows with those of the page in their places. A page never takes rows away (buttons do): rows that another window has made
 * stay, and a row of the page that is stored no more is put last, so that nothing typed in it is lost.
 */
export function readRows(from: PostedRows, before: TypedRows): TypedRows {
  const { posted, name, most, oneOpen } = from
  const ids = [...new Set(postedTexts(posted, rowsField(name)).filter(isRowId))].slice(0, oneOpen ? 1 : most)
  const stored = new Map(before.rows.map((row) => [row.id, row]))
  const rows = ids.map((id) => rowFrom(from, id, stored.get(id)))
  const page = pageFrom(posted, name)
  const { open: _open, page: _page, ...kept } = before
  const look = { ...kept, ...(page > 1 ? { page } : {}) }
  if (before.rows.length === 0 && rows.every((row) => isBlank(row, from))) return look

  const byId = new Map(rows.map((row) => [row.id, row]))
  const added = rows.filter(({ id }) => !stored.has(id)).slice(0, Math.max(0, most - before.rows.length))
  const [first] = ids
  return {
    ...look,
    rows: [...before.rows.map((row) => byId.get(row.id) ?? row), ...added],
    made: Math.max(before.made, ...added.map(({ id }) => numberIn(id))),
    ...(oneOpen && first !== undefined ? { open: first } : {}),
  }
}

/** What was hidden on the page by a rule of the row keeps what is stored. */
function rowFrom({ posted, name, questions, find }: PostedRows, id: string, stored: Row | undefined): Row {
  const shown = new Set(postedTexts(posted, shownCellsField(name)))
  const values = valuesFrom(questions, (question) =>
    question.when === undefined || shown.has(shownCell(id, question))
      ? typeIn(find, question).readPosted(posted, cellName(name, id, question), question)
      : stored && held(stored.values, question.id),
  )
  return { id, values }
}

const valuesFrom = (questions: readonly Question[], read: (question: Question) => Json | undefined): Row['values'] =>
  Object.fromEntries(
    questions.flatMap((question): readonly (readonly [string, Json])[] => {
      const typed = read(question)
      return typed === undefined ? [] : [[question.id, typed]]
    }),
  )

/** Whether nothing was typed in a row: its cells are as those of a page that was left alone. */
export function isBlank({ values }: Row, { questions, find }: Pick<PostedRows, 'questions' | 'find'>): boolean {
  const nothing = untouched({ questions, find })
  return Object.entries(values).every(([id, typed]) => canonicalJson(typed) === canonicalJson(nothing[id] ?? null))
}

/** The cells of a row in which nobody has typed. */
export const untouched = ({ questions, find }: Pick<PostedRows, 'questions' | 'find'>): Row['values'] =>
  valuesFrom(questions, (question) => typeIn(find, question).readPosted({}, '', question))

function pageFrom(posted: PostedForm, name: string): number {
  const page = postedText(posted, pageField(name))
  return /^\d{1,3}$/.test(page) ? Number(page) : 1
}
