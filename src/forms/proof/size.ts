import { typeOf } from '../questions/registry.ts'
import type { Expression } from '../rules/expression.ts'
import type { Finding, Path } from './finding.ts'
import { seeing } from './places.ts'
import type { Proving } from './proving.ts'
import type { Sought } from './ways.ts'

/**
 * What one person is asked at most: pages of a form, and questions of a page. No law says how many. Twelve is twice the longest form of the
 * demonstration and what the list of steps shows on a screen; 25 questions are what a page's speed is measured with (`docs/testing.md`).
 */
const mostAtOnce = { steps: 12, questions: 25 } as const

/** More steps on one way, or more questions on one page, than people get through. */
export function sizeFindings({ places, seek }: Proving): readonly Finding[] {
  const ways = (path: Path) => (conditions: readonly Expression[]) => seek(path, { conditions })
  const steps = together(places.filter(({ questions }) => questions.length > 0).map(seeing), {
    more: mostAtOnce.steps,
    seek: ways(['steps']),
  })
  const pages = places.flatMap((step): readonly Finding[] => {
    const asking = step.questions.filter(({ question }) => typeOf(question).asks)
    const path = [...step.path, 'questions']
    const found = together(asking.map(seeing), { more: mostAtOnce.questions, seek: ways(path) })
    return found
      ? [
          {
            code: 'too-many-questions',
            path,
            message: `one person is asked ${found.count} questions on this page; at most ${mostAtOnce.questions} are good`,
            ...found.shown,
          },
        ]
      : []
  })
  if (!steps) return pages
  const message = `one person goes through ${steps.count} steps; at most ${mostAtOnce.steps} are good`
  return [{ code: 'too-many-steps', path: ['steps'], message, ...steps.shown }, ...pages]
}

type Together = { readonly more: number; readonly seek: (conditions: readonly Expression[]) => Sought }

/** How many of these places one person sees, when it is more than so many: as many as go together with those before them, which may not be all. */
function together(
  places: readonly (readonly Expression[])[],
  { more, seek }: Together,
): { readonly count: number; readonly shown: Pick<Finding, 'example'> } | undefined {
  if (places.length <= more) return undefined
  let conditions: readonly Expression[] = []
  let count = 0
  let shown: Pick<Finding, 'example'> = {}
  for (const place of places) {
    const added = [...new Set([...conditions, ...place])]
    const sought = added.length === conditions.length ? undefined : seek(added)
    if (sought && sought.kind !== 'found') continue
    conditions = added
    count += 1
    if (sought) shown = { example: sought.example }
  }
  return count > more ? { count, shown } : undefined
}
