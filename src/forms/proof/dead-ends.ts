import { expressionsOf } from '../expressions.ts'
import { resolve } from '../filled.ts'
import type { Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import { stop } from '../questions/stop/type.ts'
import { expressionIn } from '../ruled.ts'
import type { Expression } from '../rules/expression.ts'
import type { RuleParts } from '../rules/value.ts'
import { whyNoAnswer } from './answerable.ts'
import type { Example, Finding, Path } from './finding.ts'
import { conditionsOf, type QuestionPlace, type StepPlace, seeing } from './places.ts'
import type { Proving } from './proving.ts'

/**
 * Questions that somebody is shown and can't answer, so that those for whom they are mandatory never come further; and forms that nobody can send
 * at all. Who is stopped by a `stop` question is told so, and has come to no dead end.
 */
export function deadEnds({ places, seek }: Proving, isReached: (path: Path) => boolean): readonly Finding[] {
  const asked = places.flatMap((step) =>
    step.questions
      .filter(({ path }) => isReached(step.path) && isReached(path))
      .map((question) => ({ step, question })),
  )
  const found = asked.flatMap(({ step, question }) => unanswerable(step, question, seek))
  return [...found, ...(found.length > 0 ? [] : neverSent(places, seek))]
}

function unanswerable(step: StepPlace, place: QuestionPlace, seek: Proving['seek']): readonly Finding[] {
  const { question, path } = place
  const limits = limitsOf(place)
  // Constants that go together need no search; those that don't are refused when a definition is loaded, but for what lies between two whole numbers.
  if (limits.length === 0 && whyNoAnswer(question) === undefined) return []
  const why = (data: RuleParts) => whyNoAnswer(resolve(question, data))
  const conditions = [...seeing(place), ...conditionsOf(step.leaves)]
  const goal = {
    conditions,
    regarding: [...limits, ...constantLimits(question)],
    also: (data: RuleParts) => why(data) !== undefined,
  }
  const mandatory = expressionIn(question.mandatory)
  const forced =
    question.mandatory === false ? undefined : seek(path, { ...goal, conditions: [...conditions, mandatory ?? true] })
  if (forced?.kind === 'found')
    return [
      {
        code: 'dead-end',
        path,
        message: `nobody can go on from here: it must be answered, and ${because(why, forced.example)}`,
        example: forced.example,
      },
    ]
  const free = seek(path, goal)
  if (free.kind !== 'found') return []
  return [
    {
      code: 'limits-contradict',
      path,
      message: `every answer is refused: ${because(why, free.example)}`,
      example: free.example,
    },
  ]
}

const because = (why: (data: RuleParts) => string | undefined, example: Example): string =>
  why(dataOf(example)) ?? 'no answer is right'

/** What rules see of an example. */
const dataOf = ({ facts, answers }: Example): RuleParts => ({
  facts,
  ...Object.fromEntries(answers.map(({ question, value }) => [question, value])),
})

/** The expressions that decide which answers to a question are right. */
const limitsOf = ({ question }: QuestionPlace): readonly Expression[] =>
  expressionsOf(question, [])
    .filter(({ setting }) => setting !== 'when' && setting !== 'default')
    .map(({ expression }) => expression)

/** Limits that are constants, near which answers to other questions are tried. */
const constantLimits = (question: Question): readonly Expression[] =>
  Object.keys(typeOf(question).ruled)
    .map((name): unknown => Reflect.get(question, name))
    .filter((limit) => typeof limit === 'number' || typeof limit === 'string')

/** That everybody is stopped. */
function neverSent(places: readonly StepPlace[], seek: Proving['seek']): readonly Finding[] {
  const stops = places.flatMap(({ leaves }) => leaves)
  if (stops.length === 0) return []
  const path = ['steps']
  if (seek(path, { conditions: conditionsOf(stops) }).kind !== 'none') return []
  const [first] = places.flatMap(({ questions }) => questions).filter(({ question }) => stop.is(question))
  const stopped = first && seek(path, { conditions: seeing(first) })
  return [
    {
      code: 'never-sent',
      path,
      message: 'nobody can ever send this: every way through it ends at a stop',
      ...(stopped?.kind === 'found' ? { example: stopped.example } : {}),
    },
  ]
}
