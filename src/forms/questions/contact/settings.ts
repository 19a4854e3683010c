import { z } from 'zod'

const Wanted = z.enum(['hidden', 'optional', 'mandatory'])

/**
 * The settings of contact details. Name and address of somebody logged in come from the register; a visitor may type a
 * name. Neither e-mail nor phone is mandatory unless the definition says so: some have only one of them, some none.
 */
export const contactSettings = {
  name: Wanted.default('optional'),
  address: z.enum(['hidden', 'shown']).default('hidden'),
  email: Wanted.default('optional'),
  phone: Wanted.default('optional'),
  /** True when one of e-mail and phone must be given, whichever the person has. */
  oneWay: z.boolean().default(false),
} as const
