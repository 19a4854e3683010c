import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { Link } from '../link.ts'

/** The settings of a stop: why one can't go on and what one can do instead. The label is its heading, said again beside "Nästa". */
export const stopSettings = { text: LocalizedText, links: z.array(Link).default([]).readonly() } as const
