import { z } from 'zod'

const Wanted = z.enum(['hidden', 'optional', 'mandatory'])

/** The settings of a question for an organisation. Associations may lack a number, so a service for them lets it be optional. */
export const organisationSettings = {
  /** Whether "Mina organisationer" can be chosen from. */
  own: z.boolean().default(true),
  /** Whether the company register is asked. */
  register: z.boolean().default(true),
  number: z.enum(['optional', 'mandatory']).default('mandatory'),
  address: Wanted.default('optional'),
  /** What the person is in the organisation, in their own words. */
  role: Wanted.default('hidden'),
} as const
