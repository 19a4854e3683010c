import { z } from 'zod'
import type { Kept } from '../identity/public.ts'
import { SignedText } from './methods/method.ts'
import { OwnPart, Role } from './model.ts'

/** What a signature is of, in the program; more kinds of things will be signed, by others than citizens. */
const SigningSubject = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('application'),
      draft: z.string(),
      party: z.string(),
      /** The round of the sealed copy. */
      round: z.int().min(1),
      person: z.string(),
      /** What they sign as: also where it is refused, it says which page is theirs. */
      role: Role,
    })
    .readonly(),
])

const toSign = {
  text: SignedText,
  signer: z.object({ scheme: z.enum(['swedish-number', 'prid']), number: z.string() }).readonly(),
}

/** All that an app's way of signing needs: it neither knows nor asks what the words are of, nor who works for whom. */
export const WordsToSign = z.object(toSign).readonly()

/** What is kept, sealed, from the moment in which a signature is asked for: what it is of, the words, and whose alone counts. */
export const SigningWhat = z
  .object({
    subject: SigningSubject,
    ...toSign,
    /** What the signer has filled in themselves, as it is signed. */
    own: OwnPart.exactOptional(),
  })
  .readonly()

export type SigningWhat = z.infer<typeof SigningWhat>

/** What is signed in the shape in which identity keeps it: as JSON whose content it doesn't know. */
export const keptWhat = (what: SigningWhat): Kept => ({ ...what })
