import type { Step } from './definition.ts'
import { expressionsOf } from './expressions.ts'
import { type FilledForm, resolve } from './filled.ts'
import { fieldName } from './names.ts'
import { findStep } from './navigation.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { expressionIn } from './ruled.ts'
import { couldHold } from './rules/could-hold.ts'
import { asksFor, type Expression, questionAsked, rowScope } from './rules/expression.ts'
import { expressionsRead } from './rules/reading.ts'
import type { RuledQuestion, StepRules } from './rules/step-rules.ts'
import type { RuleParts, RuleValue } from './rules/value.ts'
import { rowRules } from './step-row-rules.ts'

/** A question as a step's page draws it. */
export type DrawnQuestion = {
  /** Its rules replaced by what they give now. */
  readonly question: Question
  /** False for one that answers in this very step may show. */
  readonly isShown: boolean
  /** Whether answers in this very step decide over that. */
  readonly canChange: boolean
}

/** The questions of a step that are shown, and those that answers in this very step may show; no others. */
export function drawnQuestions(filled: FilledForm, stepId: string): readonly DrawnQuestion[] {
  const whole = wholeStep(filled, stepId)
  const shown = new Map(findStep(filled, stepId)?.questions.map((question) => [question.id, question]))
  const open = new Set<string>()
  const drawn: DrawnQuestion[] = []
  for (const question of whole.questions) {
    const now = shown.get(question.id)
    const canAppear = () => question.when !== undefined && couldHold(question.when, filled.data, open)
    if (!now && (question.filledInBy === 'party' || !canAppear())) continue
    open.add(question.id)
    drawn.push({
      question: now ?? resolve(question, filled.data),
      isShown: now !== undefined,
      canChange: asksWithin(whole, question.when),
    })
  }
  return drawn
}

/** What the browser needs to follow the rules of a step by itself; undefined when no answer in the step changes anything in it. */
export function stepRules(filled: FilledForm, stepId: string): StepRules | undefined {
  const whole = wholeStep(filled, stepId)
  const drawn = new Set(drawnQuestions(filled, stepId).map(({ question }) => question.id))
  // As written, since the browser must work out anew what they give.
  const written = whole.questions.filter(({ id }) => drawn.has(id))
  const asked = namesAsked(
    written.flatMap((question) => expressionsOf(question, []).map(({ expression }) => expression)),
  )
  const askedQuestions = new Set(asked.map(questionAsked))
  const questions = written.flatMap((question): readonly RuledQuestion[] => {
    const { id, when } = question
    const mandatory = expressionIn(question.mandatory)
    // What asks for a secret waits for the server.
    const follows = canTell(filled, when)
    const ruled = {
      ...(follows && asksWithin(whole, when) ? { when } : {}),
      ...(canTell(filled, mandatory) && asksWithin(whole, mandatory) ? { mandatory } : {}),
    }
    const rows = rowRules(question)
    const isAsked = askedQuestions.has(id)
    const read = follows && isAsked ? typeOf(question).rule?.reading(question, fieldName(id)) : undefined
    const reading = read && expressionsRead(read).every((one) => canTell(filled, one)) ? read : undefined
    if (!isAsked && !rows && Object.keys(ruled).length === 0) return []
    return [{ id, ...ruled, ...(reading ? { reading } : {}), ...(rows ? { rows } : {}) }]
  })
  if (questions.every(({ when, mandatory, rows }) => (when ?? mandatory ?? rows) === undefined)) return undefined
  const read = new Set(questions.flatMap(({ id, reading }) => (reading ? [id] : [])))
  const elsewhere = namesAsked(questions.flatMap(expressionsFollowed)).filter(
    (name) => !read.has(questionAsked(name) ?? '') && questionAsked(name) !== rowScope,
  )
  return { data: only(filled.data, elsewhere), questions }
}

function wholeStep({ form }: FilledForm, stepId: string): Step {
  const step = form.steps.find(({ id }) => id === stepId)
  if (!step) throw new Error(`The form has no step ${stepId}`)
  return step
}

/** Whether all that an expression asks for may be known to whoever fills in the form. */
const canTell = ({ isSecret }: FilledForm, expression: Expression | undefined): boolean =>
  !isSecret || expression === undefined || !asksFor(expression).some(isSecret)

/** Whether an expression asks for an answer of the step. */
function asksWithin({ questions }: Step, expression: Expression | undefined): boolean {
  if (expression === undefined) return false
  const names = new Set(asksFor(expression).map(questionAsked))
  return questions.some(({ id }) => names.has(id))
}

/** Every expression that the browser evaluates for a question. */
function expressionsFollowed({ when, mandatory, reading, rows }: RuledQuestion): readonly Expression[] {
  const own = [when, mandatory, ...(reading ? expressionsRead(reading) : [])]
  return [...own.filter((expression) => expression !== undefined), ...(rows?.cells.flatMap(expressionsFollowed) ?? [])]
}

const namesAsked = (expressions: readonly Expression[]): readonly string[] => expressions.flatMap(asksFor)

/** Of what expressions see no more than they ask for: `facts.age` takes nothing else of the facts along. */
function only(data: RuleParts, names: readonly string[]): RuleParts {
  const paths = Map.groupBy(names, (name) => name.split('.')[0] ?? '')
  return Object.fromEntries(
    [...paths].map(([first, asked]): readonly [string, RuleValue] => {
      const value = Object.hasOwn(data, first) ? (data[first] ?? null) : null
      if (!isParts(value) || asked.includes(first)) return [first, value]
      return [
        first,
        only(
          value,
          asked.map((name) => name.slice(first.length + 1)),
        ),
      ]
    }),
  )
}

const isParts = (value: RuleValue): value is RuleParts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
