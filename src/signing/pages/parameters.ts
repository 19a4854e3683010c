import { z } from 'zod'
import { Id } from '../../platform/ids.ts'
import { Done } from '../done.ts'
import { FailureWord } from '../failure-word.ts'

/** Of the owner's pages. */
export const DraftParameters = z.object({ draft: Id })

/** Of what the owner does with one of the parties. */
export const PartyParameters = z.object({ draft: Id, party: Id })

/** Of the pages of who has been asked to sign: the request is known by its draft. */
export const RequestParameters = z.object({ request: Id })

/** What a page tells of what came before it. */
export const Told = z.object({
  fel: FailureWord.optional().catch(undefined),
  klart: Done.optional().catch(undefined),
})
