import { fieldName } from './names.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { rowsField } from './questions/rows/cell.ts'
import { askedOutsideRows } from './row-rules.ts'
import { expressionIn } from './ruled.ts'
import { asksFor, type Expression, questionAsked, rowScope } from './rules/expression.ts'
import { expressionsRead } from './rules/reading.ts'
import type { RowRules, RuledQuestion } from './rules/step-rules.ts'

/**
 * What the browser needs to follow the rules inside a question's rows, as written; undefined when there are none. Cells over which something
 * decides that only the server can read are left out, and so are those that ask for them: they wait for the server.
 */
export function rowRules(question: Question): RowRules | undefined {
  if (!askedOutsideRows(question)) return undefined
  const name = fieldName(question.id)
  const readable = new Set<string>()
  const cells = (typeOf(question).inner?.of(question) ?? []).flatMap((cell): readonly RuledQuestion[] => {
    const { id, when } = cell
    const mandatory = expressionIn(cell.mandatory)
    const reading = typeOf(cell).rule?.reading(cell, id)
    if (!canFollow(when, readable)) return []
    const isRead = reading !== undefined && expressionsRead(reading).every((one) => canFollow(one, readable))
    if (isRead) readable.add(id)
    const follows = mandatory !== undefined && canFollow(mandatory, readable)
    return [
      {
        id,
        ...(when === undefined ? {} : { when }),
        ...(follows ? { mandatory } : {}),
        ...(isRead ? { reading } : {}),
      },
    ]
  })
  return { listed: rowsField(name), name, cells }
}

const canFollow = (expression: Expression | undefined, readable: ReadonlySet<string>): boolean =>
  expression === undefined ||
  asksFor(expression).every((name) => questionAsked(name) !== rowScope || readable.has(name.split('.')[1] ?? ''))
