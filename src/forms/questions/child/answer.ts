import { z } from 'zod'
import type { ChildFacts } from '../../facts.ts'
import type { ChildQuestion } from './settings.ts'

/** A child as submitted: what the population register told when the form was sent. Never an address. */
export const ChildAnswer = z
  .object({
    /** Ours; the same in each answer about the child in a municipality. */
    id: z.string(),
    name: z.string(),
    /** Twelve digits: for the municipality that handles the case. */
    number: z.string(),
    birthDate: z.iso.date(),
    /** Where every guardian takes part: the others' names. */
    otherGuardians: z
      .array(z.object({ name: z.string() }).readonly())
      .readonly()
      .exactOptional(),
  })
  .readonly()

export type ChildAnswer = z.infer<typeof ChildAnswer>

/** What a form keeps of a child: the other guardians only where they take part. */
export const answerOf = (
  { id, name, number, birthDate, otherGuardians }: ChildFacts,
  { guardians }: ChildQuestion,
): ChildAnswer => ({
  id,
  name,
  number,
  birthDate,
  // Names alone: their numbers are nobody's answer.
  ...(guardians === 'all' && otherGuardians && { otherGuardians: otherGuardians.map(({ name }) => ({ name })) }),
})
