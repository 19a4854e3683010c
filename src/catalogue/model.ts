import type { CatalogueDefinition, ServiceDefinition } from './definition/definition.ts'
import type { Listing } from './definition/listing.ts'
import type { Opening } from './opening/opening.ts'

/** One immutable published version of whatever stands in the catalogue. */
export type CatalogueEntry = {
  readonly serviceId: string
  readonly shortName: string
  readonly versionId: string
  readonly definition: CatalogueDefinition
}

/** One immutable published version of an e-service. */
export type Service = CatalogueEntry & { readonly definition: ServiceDefinition }

/** Whether an entry of the catalogue is an e-service, with a form of ours. */
export const isService = (entry: CatalogueEntry): entry is Service => entry.definition.kind === 'electronic'

/** A service as lists show it. */
export type ListedService = Omit<Listing, 'open'> & {
  readonly serviceId: string
  readonly shortName: string
  readonly kind: CatalogueDefinition['kind']
  /** Short name of its category. */
  readonly category: string
  /** Whether it can be begun now. */
  readonly opening: Opening
}

/** The page of a service. */
export const servicePath = (shortName: string): string => `/e-tjanster/${shortName}`
