/** A party of a request, and who they are once they have logged in. */
type ToldParty = { readonly partyId: string; readonly personId?: string | undefined }

declare module '../platform/events/event.ts' {
  interface EventData {
    /**
     * Somebody is asked to sign; `again` where they were before the answers were changed, `quiet` where nothing is sent to them now.
     * The subject of this and all that follow is the draft's id.
     */
    'signing.invited': ToldParty & { readonly serviceId: string; readonly again?: true; readonly quiet?: true }
    /** Somebody who has been asked is reminded, by the applicant or by the calendar. */
    'signing.reminded': ToldParty & { readonly serviceId: string; readonly again?: true }
    /** Somebody has signed; `reference` is what the issuer calls it. */
    'signing.signed': {
      readonly partyId: string
      readonly ownerId: string
      readonly method: string
      readonly level: string
      readonly reference: string
    }
    /** Somebody won't sign. */
    'signing.declined': { readonly partyId: string; readonly ownerId: string }
    /** The applicant changes the answers: what was signed counts no more, and who had been asked is told. */
    'signing.voided': { readonly parties: readonly ToldParty[] }
    /** The applicant has taken the request back: who had been asked is told. */
    'signing.withdrawn': { readonly parties: readonly ToldParty[] }
    /** Those who were asked have had their time, and not all have signed. */
    'signing.overdue': { readonly ownerId: string }
  }
}

export type {}
