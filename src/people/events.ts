import type { IdentityScheme } from './tables.ts'

declare module '../platform/events/event.ts' {
  interface EventData {
    /** A person changed their contact details or choices of notices. */
    'person.details-changed': Record<string, never>
    /** A login tied one more identity to a person who was known already, such as a new number. */
    'person.identity-linked': { readonly scheme: IdentityScheme }
    /** Somebody of whom nothing was held turned out to be this person, and is no more. */
    'person.handed-over': { readonly from: string }
    /** A login showed that somebody is or was also known as others, whom they aren't taken for: they stay as they are. */
    'person.kept-apart': { readonly others: readonly string[] }
  }
}
