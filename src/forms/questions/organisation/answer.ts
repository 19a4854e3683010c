import { z } from 'zod'
import { LegalForm } from './legal-form.ts'

const Address = z
  .object({ careOf: z.string().exactOptional(), street: z.string(), postalCode: z.string(), city: z.string() })
  .readonly()

const Proceeding = z.object({ name: z.string(), from: z.string().exactOptional() }).readonly()

/** An organisation as submitted. What the company register told is marked by `fetched`; without it nothing has been checked. */
export const OrganisationAnswer = z
  .object({
    /** 10 digits, or 12 for a sole trader: personal data. */
    number: z.string().exactOptional(),
    name: z.string(),
    form: LegalForm.exactOptional(),
    /** The legal form in the register's words. */
    formName: z.string().exactOptional(),
    address: Address.exactOptional(),
    role: z.string().exactOptional(),
    /** False when it is deregistered, bankrupt, in liquidation or not in business. */
    active: z.boolean().exactOptional(),
    proceedings: z.array(Proceeding).readonly().exactOptional(),
    fetched: z
      .object({ at: z.iso.datetime(), from: z.literal('company-register') })
      .readonly()
      .exactOptional(),
  })
  .readonly()

export type OrganisationAnswer = z.infer<typeof OrganisationAnswer>
