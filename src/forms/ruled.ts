import { z } from 'zod'
import type { Expression } from './rules/expression.ts'

/** The schema of an expression's shape; `faultsInExpression` says whether it means anything. */
export const AnyExpression: z.ZodType<Expression> = z.lazy(() =>
  z.union([z.boolean(), z.number(), z.string(), z.array(AnyExpression).readonly(), Operation]),
)

const Operation: z.ZodType<Expression> = z.record(z.string(), AnyExpression).readonly()

/**
 * A setting that is a constant or an expression. Types see the constant alone: `fillForm` puts the expression's value in its place, or
 * leaves the setting out while it has none. That is what makes the schema's type true.
 */
export const ruled = <Constant>(constant: z.ZodType<Constant>): z.ZodType<Constant> =>
  z.union([constant, Operation]) as z.ZodType<Constant>

/** The expression that a setting holds before the form is filled; undefined when it is a constant. */
// Its shape was checked when the definition was read, and no constant is an object: each request asks for hundreds.
export const expressionIn = (setting: unknown): Expression | undefined => (isOperation(setting) ? setting : undefined)

const isOperation = (setting: unknown): setting is Expression =>
  typeof setting === 'object' && setting !== null && !Array.isArray(setting)
