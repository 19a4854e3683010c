import jsonLogic, { type RulesLogic } from 'json-logic-js'
import type { Expression } from './expression.ts'
import { operations } from './operations.ts'
import type { RuleParts, RuleValue } from './value.ts'

/**
 * Looks up a name in what the answers themselves hold: JSON Logic's own `var` would find what every object inherits for a question that
 * is called "constructor" and hasn't been answered.
 */
function lookUp(this: RuleValue, name: string): RuleValue {
  return name.split('.').reduce<RuleValue>(partOf, this)
}

const partOf = (value: RuleValue, name: string): RuleValue =>
  isParts(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null

const isParts = (value: RuleValue): value is RuleParts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

jsonLogic.add_operation('var', lookUp)
for (const [name, apply] of Object.entries(operations)) jsonLogic.add_operation(name, apply)

/** The value of an expression for answers and facts; the same on the server and in the browser. Checked expressions never throw. */
// The library's type lists its own operations; `faultsInExpression` has let pass only ours.
export const evaluate = (expression: Expression, data: RuleParts): RuleValue =>
  jsonLogic.apply(expression as RulesLogic, data) ?? null

/** Whether a condition holds. What has no answer doesn't. */
export const holds = (expression: Expression, data: RuleParts): boolean => evaluate(expression, data) === true
