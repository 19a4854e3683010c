import { z } from 'zod'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { FrejaService } from './client.ts'

/** How an order stands at Freja. New statuses come without notice: they are `UNKNOWN`, and the person is waited for. */
export const FrejaStatus = z
  .enum(['STARTED', 'DELIVERED_TO_MOBILE', 'CANCELED', 'RP_CANCELED', 'EXPIRED', 'APPROVED', 'REJECTED', 'UNKNOWN'])
  .catch('UNKNOWN')

export type FrejaStatus = z.infer<typeof FrejaStatus>

const texts: Readonly<Record<FrejaStatus, TextKey>> = {
  STARTED: 'freja.started',
  DELIVERED_TO_MOBILE: 'freja.delivered-to-mobile',
  CANCELED: 'freja.canceled',
  RP_CANCELED: 'freja.rp-canceled',
  EXPIRED: 'freja.expired',
  APPROVED: 'freja.approved',
  REJECTED: 'freja.rejected',
  UNKNOWN: 'freja.unknown',
}

/** Where it is said otherwise of signatures. */
const textsOfSigning: Readonly<Partial<Record<FrejaStatus, TextKey>>> = {
  STARTED: 'freja.sign.started',
  DELIVERED_TO_MOBILE: 'freja.sign.delivered-to-mobile',
  RP_CANCELED: 'freja.sign.rp-canceled',
  EXPIRED: 'freja.sign.expired',
  UNKNOWN: 'freja.sign.unknown',
}

/** What a person reads about an order in one of Freja's statuses. */
export function textOfStatus(status: string, service: FrejaService): TextKey {
  const known = FrejaStatus.parse(status)
  return (service === 'sign' ? textsOfSigning[known] : undefined) ?? texts[known]
}
