import type { FormShape } from '../form.ts'
import type { Path } from './finding.ts'
import { placesIn, type StepPlace } from './places.ts'
import type { Reader } from './reader.ts'
import { type Goal, type Sought, waysThrough } from './ways.ts'

/** What each check of a form is given: its places, and what looks for ways to them. */
export type Proving = {
  readonly places: readonly StepPlace[]
  /** Looks for a way, on behalf of a place. */
  readonly seek: (path: Path, goal: Goal) => Sought
}

/** Begins to prove a form; `sampled` then tells the places of which only some ways could be tried. */
export function proving(form: FormShape, reader: Reader): Proving & { readonly sampled: () => readonly Path[] } {
  const seek = waysThrough(form, reader)
  const sampled = new Map<string, Path>()
  return {
    places: placesIn(form),
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
