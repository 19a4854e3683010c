import type { CatalogueDefinition, ServiceDefinition } from './definition/definition.ts'
import type { Listing } from './definition/listing.ts'
import type { PaperFormDefinition } from './definition/paper-form.ts'
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

/** One immutable published version of a form on paper. */
export type PaperForm = CatalogueEntry & { readonly definition: PaperFormDefinition }

/** Whatever is filled in on screen: what is written in an e-service becomes a case, a form on paper is printed. */
export type FilledInService = Service | PaperForm

/** Whether an entry of the catalogue is a form on paper. */
export const isPaperForm = (entry: CatalogueEntry): entry is PaperForm => entry.definition.kind === 'paper-form'

/** Whether somebody can fill in an entry of the catalogue on screen. */
export const isFilledIn = (entry: CatalogueEntry): entry is FilledInService =>
  isService(entry) || (isPaperForm(entry) && entry.definition.fillable)

/** Whether nobody but somebody logged in can fill it in. */
export const needsLogin = ({ definition }: FilledInService): boolean =>
  definition.kind === 'electronic' && definition.login === 'required'

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

/** The page where an administrator closes an e-service by hand, and opens it again. */
export const openingPath = (shortName: string): string => `/admin/e-tjanster/${shortName}/oppet`
