import { z } from 'zod'
import type { FindPlaces } from '../drafts/ports.ts'
import type { PlacesQuery } from '../forms/questions/address-search/query.ts'
import type { PlacesAnswer, RegisteredPlace } from '../forms/questions/address-search/registered-place.ts'
import type { Configuration } from '../platform/configuration/configuration.ts'
import type { Log } from '../platform/log.ts'

/** Milliseconds that a search may take: a person waits for it. */
const longestWait = 3_000

/** As many as can be chosen among with radio buttons. */
const mostPlaces = 10

const Place = z.object({
  id: z.string().min(1),
  address: z.string().nullish(),
  postalCode: z.string().nullish(),
  city: z.string().nullish(),
  designation: z.string().nullish(),
  municipality: z.object({ code: z.string().regex(/^\d{4}$/), name: z.string() }),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})

const Answer = z.object({ places: z.array(Place), more: z.boolean() })

/** The address register of the installation: its own, else the simulators', else none. `wait` in milliseconds. */
export function addressRegister(
  { addressRegisterUrl, simulators }: Pick<Configuration, 'addressRegisterUrl' | 'simulators'>,
  log: Log,
  wait = longestWait,
): FindPlaces {
  const url = addressRegisterUrl ?? (simulators && `${simulators}/address-register`)
  if (!url) return async () => ({ kind: 'unavailable' })
  return async (query): Promise<PlacesAnswer> => {
    try {
      const response = await fetch(`${url}/places?${parametersOf(query)}`, { signal: AbortSignal.timeout(wait) })
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const { places, more } = Answer.parse(await response.json())
      const found = places.slice(0, mostPlaces).map(readPlace)
      return found.length > 0
        ? { kind: 'found', places: found, more: more || places.length > found.length }
        : { kind: 'not-found' }
    } catch (error) {
      // What was searched for is not logged: an address is personal data.
      const reason = error instanceof z.ZodError ? 'an answer of another shape' : String(error)
      log.warn({ code: 'address-register-unavailable', reason })
      return { kind: 'unavailable' }
    }
  }
}

const parametersOf = (query: PlacesQuery): URLSearchParams =>
  new URLSearchParams({
    ...(query.kind === 'words' ? { q: query.words } : { near: `${query.latitude},${query.longitude}` }),
    limit: String(mostPlaces),
  })

function readPlace({
  address,
  postalCode,
  city,
  designation,
  municipality,
  ...place
}: z.infer<typeof Place>): RegisteredPlace {
  return {
    ...place,
    ...(address && { address }),
    ...(postalCode && { postalCode }),
    ...(city && { city }),
    ...(designation && { designation }),
    municipality: municipality.code,
    municipalityName: municipality.name,
  }
}
