declare module '../platform/events/event.ts' {
  interface EventData {
    /** A new version of an e-service is the one that is used from now on. The subject is the service's id. */
    'service.published': {
      readonly versionId: string
      readonly number: number
      /** What happens with drafts of the version before. */
      readonly drafts: 'finish' | 'move'
    }
    /** An administrator closed an e-service, until an instant (ISO 8601) or until further notice. The subject is its id. */
    'service.closed': { readonly until: string | null }
    /** An administrator took that back. */
    'service.reopened': Record<string, never>
  }
}

export type {}
