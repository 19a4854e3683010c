declare module '../platform/events/event.ts' {
  interface EventData {
    /** A new version of an e-service is the one that is used from now on. The subject is the service's id. */
    'service.published': { readonly versionId: string; readonly number: number }
  }
}

export type {}
