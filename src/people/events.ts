declare module '../platform/events/event.ts' {
  interface EventData {
    /** A person changed their contact details or choices of notices. */
    'person.details-changed': Record<string, never>
  }
}

export type {}
