import { z } from 'zod'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { FrejaService } from './client.ts'

/** How an order stands at Freja. New statuses come without notice: they are `UNKNOWN`, and the person is waited for. */
export const FrejaStatus = z
  .enum(['STARTED', 'DELIVERED_TO_MOBILE', 'CANCELED', 'RP_CANCELED', 'EXPIRED', 'APPROVED', 'REJECTED', 'UNKNOWN'])
  .catch('UNKNOWN')

export type FrejaStatus = z.infer<typeof FrejaStatus>

/** Of the statuses that an order waits in; one that has ended has words of its own (`endings.ts`). */
const texts: Readonly<Record<FrejaService, Readonly<Partial<Record<FrejaStatus, TextKey>> & { UNKNOWN: TextKey }>>> = {
  authentication: {
    STARTED: 'freja.started',
    DELIVERED_TO_MOBILE: 'freja.delivered-to-mobile',
    UNKNOWN: 'freja.unknown',
  },
  sign: {
    STARTED: 'freja.sign.started',
    DELIVERED_TO_MOBILE: 'freja.sign.delivered-to-mobile',
    UNKNOWN: 'freja.sign.unknown',
  },
}

/** What a person reads about an order that waits, by Freja's status. */
export const textOfStatus = (status: string, service: FrejaService): TextKey =>
  texts[service][FrejaStatus.parse(status)] ?? texts[service].UNKNOWN
