import type { Status, StatusKind } from './status.ts'

/** How a resident supplements a case: in the form, by a message, or not at all. */
export type Supplement = 'form' | 'message' | 'none'

/** A fault in a definition and its place within it. */
export type DefinitionFault = { readonly path: readonly (string | number)[]; readonly message: string }

/** What is wrong with a service's statuses as a whole: every case must be able to begin, to end and, when it can be supplemented, to wait. */
export function statusFaults(statuses: readonly Status[], supplement: Supplement): readonly DefinitionFault[] {
  const count = (kind: StatusKind) => statuses.filter((status) => status.kind === kind).length
  const repeated = statuses.flatMap(({ id }, index): readonly DefinitionFault[] =>
    statuses.findIndex((status) => status.id === id) === index
      ? []
      : [{ path: ['statuses', index, 'id'], message: `"${id}" is used twice` }],
  )
  const wrong = (message: string): readonly DefinitionFault[] => [{ path: ['statuses'], message }]
  const waits = count('waiting-for-citizen') > 0 && count('supplemented') > 0
  const mentionsWaiting = count('waiting-for-citizen') + count('supplemented') > 0
  return [
    ...repeated,
    ...(count('received') === 1 ? [] : wrong('exactly one must be of the kind received')),
    ...(count('closed') > 0 ? [] : wrong('one must be of the kind closed')),
    ...(supplement !== 'none' && !waits
      ? wrong('a case that can be supplemented needs the kinds waiting-for-citizen and supplemented')
      : []),
    ...(supplement === 'none' && mentionsWaiting
      ? wrong('a case that can not be supplemented never waits for the citizen')
      : []),
  ]
}
