import type { Party, Request } from './request.ts'

/** What the events say that ask somebody to sign, or remind them. */
export const toldParty = (
  { serviceId }: Pick<Request, 'serviceId'>,
  { id, personId }: Pick<Party, 'id' | 'personId'>,
) => ({
  partyId: id,
  ...(personId !== undefined && { personId }),
  serviceId,
})
