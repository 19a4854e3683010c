import { z } from 'zod'
import { cleanLine } from '../../plain-text.ts'
import type { WithOther } from '../other-option.ts'

const WithText = z.object({ options: z.array(z.string()).readonly(), other: z.string() }).readonly()

/** Reads what was ticked; with the text of the other option, where there is one. */
export const TypedOptions = z.union([z.array(z.string()).readonly(), WithText])

export type TypedOptions = z.infer<typeof TypedOptions>

/** The two parts of what was typed. Who writes beside the other option without ticking anything has ticked it. */
export function partsOf(typed: TypedOptions, { otherOption }: WithOther): z.infer<typeof WithText> {
  const parts = 'options' in typed ? typed : { options: typed, other: '' }
  const isWritten = otherOption !== undefined && parts.options.length === 0 && cleanLine(parts.other) !== ''
  return isWritten ? { ...parts, options: [otherOption.id] } : parts
}
