import type { FactName, PersonFacts } from '../../forms/facts.ts'
import type { Open } from '../definition/open.ts'

/** Why somebody can't use a service, however open it is. */
export type Unmet = { readonly kind: 'too-young'; readonly minimumAge: number } | { readonly kind: 'lives-elsewhere' }

/**
 * What a person is known not to fulfil. What isn't known shuts nobody out: it is missing when the register fails and for those with
 * protected identity, and the two must look the same (B1.4); the case worker looks then.
 */
export function unmetBy(open: Open | undefined, person: PersonFacts | undefined): Unmet | undefined {
  const { minimumAge, residence } = open ?? {}
  if (minimumAge !== undefined && person?.age !== undefined && person.age < minimumAge) {
    return { kind: 'too-young', minimumAge }
  }
  return residence === 'here' && person?.livesHere === false ? { kind: 'lives-elsewhere' } : undefined
}

/** The facts that `unmetBy` asks for. */
export const factsForOpen = (open: Open | undefined): readonly FactName[] =>
  open?.minimumAge !== undefined || open?.residence !== undefined ? ['person'] : []
