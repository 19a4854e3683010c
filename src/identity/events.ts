import type { Area } from './tables.ts'

declare module '../platform/events/event.ts' {
  interface EventData {
    /** Somebody logged in; `level` is the level of assurance (acr) that the provider vouched for. */
    'session.started': { readonly area: Area; readonly level: string }
    /** Somebody logged out. */
    'session.ended': { readonly area: Area }
  }
}
