import { z } from 'zod'
import type { TextKey } from '../../../platform/texts/catalogue.ts'

/** How an authentication stands at Freja. New statuses come without notice: they are `UNKNOWN`, and the person is waited for. */
export const FrejaStatus = z
  .enum(['STARTED', 'DELIVERED_TO_MOBILE', 'CANCELED', 'RP_CANCELED', 'EXPIRED', 'APPROVED', 'REJECTED', 'UNKNOWN'])
  .catch('UNKNOWN')

export type FrejaStatus = z.infer<typeof FrejaStatus>

/** Of the statuses that an authentication waits in. */
const texts: Readonly<Partial<Record<FrejaStatus, TextKey>>> = {
  STARTED: 'freja.started',
  DELIVERED_TO_MOBILE: 'freja.delivered-to-mobile',
}

/** What a person reads about an authentication that waits, by Freja's status. */
export const textOfStatus = (status: string): TextKey => texts[FrejaStatus.parse(status)] ?? 'freja.unknown'
