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

/** Those who are told that what they were asked to sign is so no more: who has had it before them, or been told of it. Who hasn't has nothing to be told of. */
export const whoHasBeenTold = ({ parties }: Pick<Request, 'parties'>) =>
  parties
    .filter(({ position, state, toldAt, invitedAt }) => {
      if (position === 0) return false
      const isTold = toldAt !== undefined && invitedAt !== undefined && toldAt >= invitedAt
      return state === 'read' || state === 'signed' || (state === 'invited' && isTold)
    })
    .map(({ id, personId }) => ({ partyId: id, ...(personId !== undefined && { personId }) }))
