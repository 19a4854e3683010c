import type { Facts } from './facts.ts'
import type { RuleParts, ValueType } from './rules/value.ts'

/** What expressions may ask of the outside world, as `facts.<name>`. Without value when it isn't known, or mustn't be. */
export const ruleFacts = {
  /** The day in the municipality. */
  today: { kind: 'date' },
  loggedIn: { kind: 'boolean' },
  /** Whole years of who fills in the form. */
  age: { kind: 'number' },
  /** Code of the municipality in which they are registered. */
  municipality: { kind: 'text' },
  /** Whether that is this municipality. */
  livesHere: { kind: 'boolean' },
} as const satisfies Readonly<Record<string, ValueType>>

/** The facts as expressions see them. */
export const factsForRules = ({ today, person }: Facts): RuleParts => ({
  today,
  loggedIn: person !== undefined,
  age: person?.age ?? null,
  municipality: person?.municipality ?? null,
  livesHere: person?.livesHere ?? null,
})
