/** An address or a property in the register, as it is sent. Coordinates are WGS 84, in decimal degrees. */
export type Place = {
  readonly id: string
  readonly address?: string
  readonly postalCode?: string
  readonly city?: string
  /** The property's block or tract and its unit, without the municipality. */
  readonly designation: string
  readonly municipality: { readonly code: string; readonly name: string }
  readonly latitude: number
  readonly longitude: number
}

const exempelkoping = { code: '2499', name: 'Exempelköping' } as const
const nordby = { code: '2498', name: 'Nordby' } as const

type Street = {
  readonly id: string
  readonly name: string
  readonly postalCode: string
  readonly city: string
  readonly municipality: Place['municipality']
  /** Where number 1 stands, and how far it is to the next. */
  readonly from: readonly [latitude: number, longitude: number]
  readonly step: readonly [latitude: number, longitude: number]
  /** Number → property. */
  readonly numbers: Readonly<Record<string, string>>
}

const streets: readonly Street[] = [
  {
    id: 'storgatan',
    name: 'Storgatan',
    postalCode: '900 01',
    city: 'Exempelköping',
    municipality: exempelkoping,
    from: [63.8258, 20.263],
    step: [0, 0.0004],
    numbers: {
      1: 'LÖNNEN 1',
      2: 'LÖNNEN 2',
      3: 'TALLEN 2',
      4: 'LÖNNEN 3',
      5: 'TALLEN 3',
      '5 A': 'TALLEN 3',
      12: 'ALMEN 1',
    },
  },
  {
    id: 'ekvagen',
    name: 'Ekvägen',
    postalCode: '900 03',
    city: 'Exempelköping',
    municipality: exempelkoping,
    from: [63.832, 20.251],
    step: [0.0003, 0.0002],
    numbers: { 2: 'EKEN 1', 4: 'EKEN 2', 6: 'EKEN 3', 8: 'EKEN 4', 10: 'EKEN 5', 12: 'EKEN 6' },
  },
  {
    id: 'hamngatan',
    name: 'Hamngatan',
    postalCode: '950 01',
    city: 'Nordby',
    municipality: nordby,
    from: [65.584, 22.154],
    step: [0, 0.0005],
    numbers: { 3: 'GÄDDAN 7' },
  },
]

const addresses: readonly Place[] = streets.flatMap(
  ({ id, name, postalCode, city, municipality, from, step, numbers }) =>
    // Whole numbers come first in an object, "5 A" after all of them.
    Object.entries(numbers)
      .toSorted(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
      .map(([number, designation]) => {
        const steps = Number.parseInt(number, 10) - 1
        return {
          id: `${id}-${number.toLowerCase().replace(' ', '')}`,
          address: `${name} ${number}`,
          postalCode,
          city,
          designation,
          municipality,
          latitude: rounded(from[0] + steps * step[0]),
          longitude: rounded(from[1] + steps * step[1]),
        }
      }),
)

/** Each property once, where its first address stands. */
const properties: readonly Place[] = addresses
  .filter(({ designation }, index) => addresses.findIndex((one) => one.designation === designation) === index)
  .map(({ designation, municipality, latitude, longitude }) => ({
    id: `fastighet-${designation.toLowerCase().replace(' ', '-')}`,
    designation,
    municipality,
    latitude,
    longitude,
  }))

/** Everything in the register: addresses, then properties. */
export const places: readonly Place[] = [...addresses, ...properties]

/** Five decimals are about a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}
