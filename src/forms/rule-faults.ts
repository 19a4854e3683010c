import { expressionsIn, type PlacedExpression } from './expressions.ts'
import { type FormShape, questionsOf } from './form.ts'
import { held } from './json.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { ruleFacts } from './rule-facts.ts'
import { faultsInExpression } from './rules/check.ts'
import { rowScope } from './rules/expression.ts'
import type { Scope } from './rules/part.ts'
import type { ValueType } from './rules/value.ts'

/** Something in a form that doesn't fit, and its place. */
export type RuleFault = { readonly path: readonly (string | number)[]; readonly message: string }

const boolean: ValueType = { kind: 'boolean' }

/** Expressions that ask for what isn't there, mix types or give the wrong one. Since one asks for earlier questions alone, no circle can arise. */
export function ruleFaults(form: FormShape): readonly RuleFault[] {
  return expressionsIn(form).flatMap((placed) => {
    const gives = wanted(placed)
    if (gives === undefined)
      return [{ path: placed.path, message: `a ${placed.question?.type} question can't have one` }]
    const found = faultsInExpression(placed.expression, { scope: scopeBefore(form, placed), gives })
    return found.map(({ path, message }) => ({ path: [...placed.path, ...path], message }))
  })
}

/** Everything that is wrong with an expression of the service that asks for a whole form. */
export const faultsAfter = (form: FormShape, expression: PlacedExpression['expression'], gives: ValueType) =>
  faultsInExpression(expression, { scope: formScope(form), gives })

/** What the names stand for that an expression about the whole form may ask for. */
export const formScope = (form: FormShape): Scope => scopeOf(questionsOf(form), new Set())

/** The kind of value that a setting is to give; undefined when its question can't have that setting. */
function wanted({ setting, question }: PlacedExpression): ValueType | undefined {
  if (question === undefined || setting === 'when' || setting === 'mandatory') return boolean
  const { rule, ruled } = typeOf(question)
  if (setting === 'default') return rule?.typed && rule.type(question)
  const kind = ruled[setting]?.(question)
  return kind === undefined ? undefined : ({ kind } as ValueType)
}

/**
 * What an expression of a question may ask for: the questions before it, or before the one that holds it in its rows, and then those before it
 * in the row. A step's rule sees those of earlier steps.
 */
function scopeBefore(form: FormShape, { path, question, within = question }: PlacedExpression): Scope {
  const all = questionsOf(form)
  const [, step] = path
  const before =
    within === undefined
      ? form.steps.slice(0, Number(step)).flatMap(({ questions }) => questions)
      : all.slice(0, all.indexOf(within))
  const outside = scopeOf(before, new Set(all.map(({ id }) => id)))
  if (within === undefined || question === undefined || question === within) return outside
  const cells = typeOf(within).inner?.of(within) ?? []
  const inRow = cellScope(cells.slice(0, cells.indexOf(question)), cells)
  return (name) => (name.startsWith(`${rowScope}.`) ? inRow(name) : outside(name))
}

/** What the names of a row stand for, `row.<cell>` each: of these cells, out of all. */
export function cellScope(cells: readonly Question[], all: readonly Question[] = cells): Scope {
  const scope = scopeOf(cells, new Set(all.map(({ id }) => id)))
  return (name) => scope(name.slice(rowScope.length + 1))
}

function scopeOf(questions: readonly Question[], all: ReadonlySet<string>): Scope {
  const byId = new Map(questions.map((question) => [question.id, question]))
  return (name) => {
    const [first = '', ...parts] = name.split('.')
    if (first === 'facts') return part({ kind: 'parts', parts: ruleFacts }, parts, name)
    const question = byId.get(first)
    if (!question)
      return {
        refused: all.has(first) ? `"${first}" comes later, and can't be asked for` : `there is no question "${first}"`,
      }
    const { rule } = typeOf(question)
    if (!rule) return { refused: `a ${question.type} question can't be asked for` }
    return part(rule.type(question), parts, name)
  }
}

function part(type: ValueType, [first, ...more]: readonly string[], name: string): ReturnType<Scope> {
  if (first === undefined) return type
  const inner = type.kind === 'parts' ? held(type.parts, first) : undefined
  return inner ? part(inner, more, name) : { refused: `there is no "${name}"` }
}
