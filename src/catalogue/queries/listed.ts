import { sql } from 'kysely'
import { z } from 'zod'
import type { Language } from '../../platform/texts/catalogue.ts'
import { Listing } from '../definition/listing.ts'
import type { ListedService } from '../model.ts'
import '../tables.ts'

/** What a list reads of a service. */
export const listedColumns = [
  'catalogue.service.service_id',
  'catalogue.service.short_name',
  'catalogue.service.kind',
  'catalogue.service.category',
  'catalogue.service.listing',
] as const

const Kind = z.enum(['electronic', 'paper-form', 'external'])

type ListedRow = {
  readonly service_id: string
  readonly short_name: string
  readonly kind: string
  readonly category: string
  readonly listing: unknown
}

/** A row of the catalogue as lists show it. */
export const toListed = (row: ListedRow): ListedService => ({
  ...Listing.parse(row.listing),
  serviceId: row.service_id,
  shortName: row.short_name,
  kind: Kind.parse(row.kind),
  category: row.category,
})

/** The title in the reader's language, sorted as Swedish sorts letters: å, ä and ö last. */
export const byTitle = (language: Language) =>
  sql`coalesce(catalogue.service.listing -> 'title' ->> ${language}, catalogue.service.listing -> 'title' ->> 'sv') collate "sv-x-icu"`
