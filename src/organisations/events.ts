declare module '../platform/events/event.ts' {
  interface EventData {
    /** A person wrote down an organisation that they act for. */
    'organisation.added': Record<string, never>
    'organisation.changed': Record<string, never>
    'organisation.removed': Record<string, never>
  }
}

export type {}
