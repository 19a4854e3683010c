import { z } from 'zod'
import { LegalForm } from '../../forms/questions/organisation/legal-form.ts'

/** A postal address; the register leaves parts out. */
export const OrganisationAddress = z
  .object({ careOf: z.string().exactOptional(), street: z.string(), postalCode: z.string(), city: z.string() })
  .readonly()

export type OrganisationAddress = z.infer<typeof OrganisationAddress>

/** Who produces a piece of data for the register. */
const Producer = z.enum(['Bolagsverket', 'SCB'])

/** What is known of a firm, each part only when its source answered; `producers` says whose each is. */
export const RegisteredOrganisation = z
  .object({
    name: z.string(),
    form: LegalForm.exactOptional(),
    /** The legal form in the register's words. */
    formName: z.string().exactOptional(),
    address: OrganisationAddress.exactOptional(),
    /** False when it is deregistered, bankrupt, in liquidation or not in business. */
    active: z.boolean().exactOptional(),
    /** What goes on with it or has ended it, in the register's words: "Konkurs" since a day (`YYYY-MM-DD`). */
    proceedings: z.array(z.object({ name: z.string(), from: z.string().exactOptional() }).readonly()).readonly(),
    producers: z
      .object({
        name: Producer,
        form: Producer.exactOptional(),
        address: Producer.exactOptional(),
        active: Producer.exactOptional(),
      })
      .readonly(),
  })
  .readonly()

export type RegisteredOrganisation = z.infer<typeof RegisteredOrganisation>

/** What a company register answers. One number can hold several firms. */
export const RegisterAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), organisations: z.array(RegisteredOrganisation).min(1).readonly() }).readonly(),
  z.object({ kind: z.literal('not-found') }).readonly(),
  z.object({ kind: z.literal('unavailable') }).readonly(),
])

export type RegisterAnswer = z.infer<typeof RegisterAnswer>

/** Where data of companies comes from. */
export type CompanyRegister = {
  /** Looks up 10 digits of an organisation, or 12 of a sole trader. Never throws: a register that fails is `unavailable`. */
  readonly lookUp: (number: string) => Promise<RegisterAnswer>
}

/** For an installation without a company register: people write themselves. */
export const noCompanyRegister: CompanyRegister = { lookUp: async () => ({ kind: 'unavailable' }) }
