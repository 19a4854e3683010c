const swedish = 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3'
const foreign = 'http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub'

/** An e-legitimation that the hub offers: its name in addresses, on the screen, and the level of assurance it gives. */
export type Method = {
  readonly id: string
  readonly label: string
  readonly acr: string
  readonly holders: 'swedish' | 'foreign'
}

/** What the hub offers, in the order of its page. */
export const methods: readonly Method[] = [
  { id: 'bankid', label: 'BankID', acr: swedish, holders: 'swedish' },
  { id: 'mobilt-bankid', label: 'Mobilt BankID', acr: swedish, holders: 'swedish' },
  { id: 'freja', label: 'Freja eID+', acr: swedish, holders: 'swedish' },
  { id: 'foreign-id', label: 'Foreign ID', acr: foreign, holders: 'foreign' },
]

/** The levels of assurance that the hub can give. */
export const levels: readonly string[] = [swedish, foreign]
