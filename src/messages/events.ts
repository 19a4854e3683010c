declare module '../platform/events/event.ts' {
  interface EventData {
    /** A message was written in a case. The subject is the case's id. */
    'message.sent': { readonly messageId: string; readonly sender: 'citizen' | 'staff' }
  }
}

export type {}
