declare module '../platform/events/event.ts' {
  interface EventData {
    /** Somebody filled in a form on paper on screen and made its PDF; the subject is the draft. What was written, and the print's code, are not told. */
    'form.printed': { readonly serviceId: string; readonly versionId: string }
  }
}

export type {}
