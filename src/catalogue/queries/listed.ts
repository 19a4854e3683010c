import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/texts/catalogue.ts'
import { Listing } from '../definition/listing.ts'
import type { ListedService } from '../model.ts'
import { type ClosedByHand, openingAt } from '../opening/opening.ts'
import '../tables.ts'

/** What a list reads of a service. */
export const listedColumns = [
  'catalogue.service.service_id',
  'catalogue.service.short_name',
  'catalogue.service.kind',
  'catalogue.service.category',
  'catalogue.service.listing',
  'catalogue.service.closed_since',
  'catalogue.service.closed_until',
] as const

const Kind = z.enum(['electronic', 'paper-form', 'external'])

type ListedRow = ClosedRow & {
  readonly service_id: string
  readonly short_name: string
  readonly kind: string
  readonly category: string
  readonly listing: unknown
}

type ClosedRow = { readonly closed_since: Date | null; readonly closed_until: Date | null }

/** Whether somebody has closed a service, by its row. */
export const closedByHand = ({ closed_since, closed_until }: ClosedRow): ClosedByHand | undefined =>
  closed_since === null ? undefined : { until: closed_until ?? undefined }

/** Makes of a row of the catalogue what lists show of it. */
export const toListed =
  ({ tenant: { timeZone }, clock }: Context) =>
  (row: ListedRow): ListedService => {
    const { open, ...listing } = Listing.parse(row.listing)
    return {
      ...listing,
      serviceId: row.service_id,
      shortName: row.short_name,
      kind: Kind.parse(row.kind),
      category: row.category,
      opening: openingAt({ open, closed: closedByHand(row), timeZone }, clock.now()),
    }
  }

/** The title in the reader's language, sorted as Swedish sorts letters: å, ä and ö last. */
export const byTitle = (language: Language) =>
  sql`coalesce(catalogue.service.listing -> 'title' ->> ${language}, catalogue.service.listing -> 'title' ->> 'sv') collate "sv-x-icu"`
