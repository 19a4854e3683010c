import type { Area } from './tables.ts'

/** A session and how it came about: `method` is the municipality's name for the way in, `level` the level of assurance (acr) that the issuer vouched for. */
export type SessionFacts = {
  readonly session: string
  readonly area: Area
  readonly method: string
  readonly level: string
}

/** What the issuer calls the transaction that somebody identified themselves in, where it has a name for it: it can be asked about it by that. */
export type IssuersReference = { readonly reference?: string | undefined }

/**
 * Why a session was ended before its time. By its own person: "Logga ut" in it (`logged-out`), in the list of sessions (`from-list`) or for all at
 * once (`everywhere`); a new one took its place when they showed once more who they are (`renewed`). By the staff's provider: no rights are left
 * (`rights-gone`), it doesn't vouch any more (`refused`), it can't be reached (`unconfirmed`).
 */
export type EndedHow = 'logged-out' | 'renewed' | 'from-list' | 'everywhere' | 'rights-gone' | 'refused' | 'unconfirmed'

declare module '../platform/events/event.ts' {
  interface EventData {
    /** Somebody logged in; the subject is the person or staff member. */
    'session.started': SessionFacts & IssuersReference
    /** A session was ended before its time; the subject is whose it was. */
    'session.ended': SessionFacts & { readonly how: EndedHow }
    /** A staff member's provider gives them other groups than before: the municipality's own names for them. */
    'staff.rights-changed': { readonly groups: readonly string[]; readonly rights: readonly string[] }
  }
}
