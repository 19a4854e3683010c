/** Addresses of the pages that lead through an identification; `loginAddress` of the design system leads to the first. */

/** A municipality's way in, by its name. */
export const methodPath = (name: string): string => `/logga-in/med/${name}`

/** Where a person waits for their app. */
export const waitingPath = '/logga-in/pagar'

/** Where whoever has shown who they are comes in. */
export const donePath = '/logga-in/klar'

/** Takes an order back. */
export const cancelPath = '/logga-in/avbryt'

/** Staff's way to their municipality's own provider. */
export const staffPath = '/logga-in/medarbetare'

/** Where an e-ID is tried. */
export const testPath = '/hjalp/testa-e-legitimation'
