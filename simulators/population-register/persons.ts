/** A person as Navet, the Swedish Tax Agency's register for authorities, holds them. Numbers have twelve digits. */
export type RegisteredPerson = {
  readonly number: string
  /** All first names; `calledBy` is Tilltalsnamnsmarkering, which points out those that the person goes by: `20` is the second. */
  readonly firstNames: string
  readonly calledBy?: string
  readonly familyName: string
  readonly address?: RegisteredAddress
  /** County and municipality, two digits each. Nobody with a coordination number is registered in a municipality. */
  readonly municipality?: string
  /** Relations of type VF: the children that the person is a guardian of. */
  readonly guardianFor?: readonly string[]
  /** Relations of type V: the person's guardians. */
  readonly guardians?: readonly string[]
  /** Relations of type B: the person's children by birth or adoption, whoever is their guardian. */
  readonly children?: readonly string[]
  readonly protection?: 'sekretessmarkering' | 'skyddad-folkbokforing'
  /** Code of the reason, as AV (dead), UV (emigrated) and GN (old number), and the day as `YYYYMMDD`. */
  readonly deregistered?: { readonly reason: string; readonly day: string }
  /** HanvisningsPersonNr: the number after a change, on the post of the old one, and the number before, on that of the new. */
  readonly refersTo?: string
}

/** An address as Navet writes it: the postal code has five digits without a space. */
export type RegisteredAddress = {
  readonly careOf?: string
  readonly street: string
  readonly postalCode: string
  readonly locality: string
}

/** The codes of Exempelköping and Nordby, in a county that does not exist. */
const exempelkoping = '2499'
const nordby = '2498'

const adas: RegisteredAddress = { street: 'Storgatan 1', postalCode: '90001', locality: 'Exempelköping' }
const canary: RegisteredAddress = { street: 'Röjda gränden 13', postalCode: '99913', locality: 'Kanariehamn' }

/**
 * Everybody in the register, in agreement with the eID hub's persons; Frans, the guardian of Ada's son Nils, and the children can't log in.
 * Numbers are test numbers published by the Swedish Tax Agency. What is told of the protected persons are canaries: the real register
 * sends name and address with the mark of secrecy, and the product must keep none of it.
 */
export const registeredPersons: readonly RegisteredPerson[] = [
  {
    number: '199001012385',
    firstNames: 'Eva Ada',
    calledBy: '20',
    familyName: 'Exempel',
    address: adas,
    municipality: exempelkoping,
    guardianFor: ['201701012393', '202201012396'],
    children: ['201401012396', '201701012393', '202201012396'],
  },
  {
    number: '198001139297',
    firstNames: 'Bo',
    calledBy: '10',
    familyName: 'Exempel',
    address: { street: 'Kyrkogatan 7', postalCode: '90002', locality: 'Exempelköping' },
    municipality: exempelkoping,
    guardianFor: ['201701012393', '202201012396'],
    children: ['201701012393', '202201012396'],
  },
  {
    number: '201701012393',
    firstNames: 'Otto',
    calledBy: '10',
    familyName: 'Exempel',
    address: adas,
    municipality: exempelkoping,
    guardians: ['199001012385', '198001139297'],
  },
  {
    number: '202201012396',
    firstNames: 'Alve',
    familyName: 'Exempel',
    address: adas,
    municipality: exempelkoping,
    guardians: ['199001012385', '198001139297'],
  },
  {
    number: '201401012396',
    firstNames: 'Nils',
    calledBy: '10',
    familyName: 'Exempel',
    address: { street: 'Ringvägen 4', postalCode: '90003', locality: 'Exempelköping' },
    municipality: exempelkoping,
    guardians: ['198501139995'],
  },
  {
    number: '198501139995',
    firstNames: 'Frans',
    calledBy: '10',
    familyName: 'Annan',
    address: { street: 'Ringvägen 4', postalCode: '90003', locality: 'Exempelköping' },
    municipality: exempelkoping,
    guardianFor: ['201401012396'],
    children: ['201401012396'],
  },
  {
    number: '199501012380',
    firstNames: 'Cecilia Maria',
    calledBy: '10',
    familyName: 'Prov',
    address: { street: 'Hamngatan 3', postalCode: '95001', locality: 'Nordby' },
    municipality: nordby,
  },
  {
    number: '195501142284',
    firstNames: 'Dagny',
    calledBy: '10',
    familyName: 'Test',
    address: { street: 'Ekvägen 12', postalCode: '90003', locality: 'Exempelköping' },
    municipality: exempelkoping,
  },
  {
    number: '200801012386',
    firstNames: 'Elsa',
    calledBy: '10',
    familyName: 'Prov',
    address: { careOf: 'Karlsson', street: 'Skolgatan 5', postalCode: '90001', locality: 'Exempelköping' },
    municipality: exempelkoping,
  },
  {
    number: '200001252386',
    firstNames: 'Kanarina',
    calledBy: '10',
    familyName: 'Röjdsson',
    address: canary,
    municipality: exempelkoping,
    guardianFor: ['202301012395'],
    children: ['202301012395'],
    protection: 'sekretessmarkering',
  },
  {
    number: '202301012395',
    firstNames: 'Kanarino',
    calledBy: '10',
    familyName: 'Röjdsson',
    address: canary,
    municipality: exempelkoping,
    guardians: ['200001252386'],
    protection: 'sekretessmarkering',
  },
  {
    number: '197001782395',
    firstNames: 'Gustav',
    calledBy: '10',
    familyName: 'Samuelsson',
    address: { street: 'Verkstadsgatan 9', postalCode: '90004', locality: 'Exempelköping' },
  },
  {
    number: '200504282385',
    firstNames: 'Nadja',
    calledBy: '10',
    familyName: 'Nyström',
    address: { street: 'Björkvägen 2', postalCode: '90005', locality: 'Exempelköping' },
    municipality: exempelkoping,
    refersTo: '200500882394',
  },
  {
    number: '200500882394',
    firstNames: 'Nadja',
    familyName: 'Nyström',
    deregistered: { reason: 'GN', day: '20260302' },
    refersTo: '200504282385',
  },
  {
    number: '197503259280',
    firstNames: 'Maria',
    calledBy: '10',
    familyName: 'Ejemplo',
    address: { street: 'Ringvägen 21', postalCode: '90003', locality: 'Exempelköping' },
    municipality: exempelkoping,
  },
]
