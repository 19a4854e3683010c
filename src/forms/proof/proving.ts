import type { FormShape } from '../form.ts'
import type { Path } from './finding.ts'
import { partyPlaceIn, placesIn, type StepPlace, withPartyQuestions } from './places.ts'
import type { Reader } from './reader.ts'
import { type Goal, type Seek, type Sought, waysThrough } from './ways.ts'

/** What each check of a form is given: its places, and what looks for ways to them. */
export type Proving = {
  readonly places: readonly StepPlace[]
  /** Looks for a way, on behalf of a place. */
  readonly seek: (path: Path, goal: Goal) => Sought
}

/** A proof that has begun; `sampled` then tells the places of which only some ways could be tried. */
type Begun = Proving & { readonly sampled: () => readonly Path[] }

/** Begins to prove what the applicant fills in of a form. */
export const proving = (form: FormShape, reader: Reader): Begun => begin(placesIn(form), waysThrough(form, reader))

/** Begins to prove what another party fills in of it; undefined when that is nothing. */
export function provingOfParty(form: FormShape, reader: Reader): Begun | undefined {
  const place = partyPlaceIn(form)
  return place && begin([place], waysThrough(withPartyQuestions(form), reader))
}

function begin(places: readonly StepPlace[], seek: Seek): Begun {
  const sampled = new Map<string, Path>()
  return {
    places,
    seek: (path, goal) => {
      const sought = seek(goal)
      if (sought.kind === 'unknown') sampled.set(pathKey(path), path)
      return sought
    },
    sampled: () => [...sampled.values()],
  }
}

/** A path as a text that no other path has. */
export const pathKey = (path: Path): string => path.join('.')
