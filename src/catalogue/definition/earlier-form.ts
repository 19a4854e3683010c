import { z } from 'zod'
import type { Expression } from '../../forms/rules/expression.ts'

/** A condition as definitions had it before rules were expressions. */
type EarlierCondition =
  | { readonly question: string; readonly in: readonly string[] }
  | { readonly all: readonly EarlierCondition[] }
  | { readonly any: readonly EarlierCondition[] }
  | { readonly not: EarlierCondition }

const EarlierCondition: z.ZodType<EarlierCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ all: z.array(EarlierCondition).min(1) }),
    z.strictObject({ any: z.array(EarlierCondition).min(1) }),
    z.strictObject({ not: EarlierCondition }),
  ]),
)

const EarlierDay = z.union([z.strictObject({ days: z.int() }), z.strictObject({ months: z.int() })])

const AnyQuestion = z.looseObject({ id: z.string(), type: z.string(), when: z.unknown().optional() })
const AnyStep = z.looseObject({ questions: z.array(AnyQuestion) })
const WithForm = z.looseObject({ form: z.looseObject({ steps: z.array(AnyStep) }) })

/**
 * A stored definition with what it says in the earlier language of conditions and days said in expressions: a published version never
 * changes, and its cases and drafts are read for years. Everything else is left as it is.
 */
export function withExpressions(stored: unknown): unknown {
  const read = WithForm.safeParse(stored)
  if (!read.success) return stored
  const definition = read.data
  const types = new Map(definition.form.steps.flatMap(({ questions }) => questions.map(({ id, type }) => [id, type])))
  const steps = definition.form.steps.map((step) => ({
    ...step,
    questions: step.questions.map((question) => ({ ...question, ...saidAnew(question, types) })),
  }))
  return { ...definition, form: { ...definition.form, steps } }
}

type Types = ReadonlyMap<string | undefined, string | undefined>

function saidAnew(question: z.infer<typeof AnyQuestion>, types: Types): Readonly<Record<string, Expression>> {
  const condition = EarlierCondition.safeParse(question.when)
  const days = ['min', 'max'].flatMap((limit) => {
    const day = EarlierDay.safeParse(question[limit])
    return day.success ? [[limit, fromToday(day.data)] as const] : []
  })
  return { ...(condition.success ? { when: holding(condition.data, types) } : {}), ...Object.fromEntries(days) }
}

function holding(condition: EarlierCondition, types: Types): Expression {
  if ('all' in condition) return { and: condition.all.map((one) => holding(one, types)) }
  if ('any' in condition) return { or: condition.any.map((one) => holding(one, types)) }
  if ('not' in condition) return { '!': [holding(condition.not, types)] }
  const asked = { var: condition.question }
  switch (types.get(condition.question)) {
    case 'yes-no':
      return { or: condition.in.map((answer) => ({ '==': [asked, answer === 'yes'] })) }
    case 'checkboxes':
      return { or: condition.in.map((option) => ({ has: [asked, option] })) }
    default:
      return { in: [asked, condition.in] }
  }
}

const fromToday = (day: z.infer<typeof EarlierDay>): Expression =>
  'days' in day
    ? { 'plus-days': [{ var: 'facts.today' }, day.days] }
    : { 'plus-months': [{ var: 'facts.today' }, day.months] }
