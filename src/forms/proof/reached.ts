import { typeOf } from '../questions/registry.ts'
import type { Finding, Path } from './finding.ts'
import { type QuestionPlace, type StepPlace, seeing } from './places.ts'
import { type Proving, pathKey } from './proving.ts'
import type { Seek } from './ways.ts'

type Place = Pick<QuestionPlace, 'path' | 'own' | 'before'>

/** Steps and questions that nobody comes to, each with what keeps people from it; and whether somebody may come to a place. */
export function reached({ places, seek }: Proving): {
  readonly findings: readonly Finding[]
  readonly isReached: (path: Path) => boolean
} {
  const unreached = new Set<string>()
  const never = (place: Place, open: ReadonlySet<string> = new Set()): Omit<Finding, 'code'> | undefined => {
    if (seek(place.path, { conditions: seeing(place), open }).kind !== 'none') return undefined
    unreached.add(pathKey(place.path))
    return whyNever(place, (goal) => seek(place.path, { ...goal, open }))
  }
  const findings = places.flatMap((step): readonly Finding[] => {
    const ofStep = never(step)
    if (ofStep) return [{ code: 'step-never-reached', ...ofStep }]
    return step.questions.flatMap((question): readonly Finding[] => {
      // What only tells may be for those who have yet to answer the page's mandatory questions.
      const found = never(question, typeOf(question.question).asks ? undefined : openIn(step))
      return found ? [{ code: 'question-never-shown', ...found }] : []
    })
  })
  return { findings, isReached: (path) => !unreached.has(pathKey(path)) }
}

/** The questions of a step, while somebody is filling it in. */
export const openIn = ({ questions }: StepPlace): ReadonlySet<string> =>
  new Set(questions.map(({ question }) => question.id))

/** What it would take, and the one condition that is in the way of it, if it is one. */
function whyNever({ path, own, before }: Place, seek: Seek): Omit<Finding, 'code'> {
  const ownOnly = own === undefined ? [] : [own]
  for (const hindrance of before) {
    const others = before.filter((one) => one !== hindrance).map(({ condition }) => condition)
    const sought = seek({ conditions: [...others, ...ownOnly] })
    if (sought.kind !== 'found') continue
    const place = hindrance.path.join('.')
    const message =
      hindrance.path.at(-1) === 'when'
        ? `nobody ever comes here: its condition never holds together with ${place}`
        : `nobody ever comes here: whoever would is stopped by ${place}`
    return { path, message, example: sought.example }
  }
  // Those who come nearest.
  const near = seek({ conditions: before.map(({ condition }) => condition), regarding: ownOnly })
  return {
    path,
    message: 'nobody who answers what is mandatory ever comes here: its condition can never hold',
    ...(near.kind === 'found' ? { example: near.example } : {}),
  }
}
