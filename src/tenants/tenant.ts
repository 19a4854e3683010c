import { z } from 'zod'
import { LocalizedText } from '../platform/texts/localized.ts'
import { CitizenLogin } from './methods/login-methods.ts'
import { OpenIdProvider } from './methods/oidc.ts'
import { PartnerAddress } from './simulators.ts'

/** A group of staff, as the municipality calls it. Cases belong to groups. */
const StaffGroup = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: LocalizedText,
  /** What the municipality's identity provider calls the group. */
  providerGroup: z.string().min(1),
})

/**
 * The population register (Navet) that the municipality asks, and its order there, which says what it may see. The organisation
 * number has twelve digits.
 */
const PopulationRegisterOrder = z.object({
  address: PartnerAddress,
  organisationNumber: z.string().regex(/^\d{12}$/),
  orderId: z.string().regex(/^[0-9A-Z-]+$/),
})

/** The settings of one municipality, as stored and as written in `content/<municipality>/municipality.json`. */
export const TenantSettings = z
  .object({
    schemaVersion: z.literal(1),
    name: z.string().min(1),
    theme: z.string().regex(/^[a-z][a-z0-9-]*$/),
    timeZone: z.string().min(1),
    region: z.string().min(1),
    /** County and municipality as Statistics Sweden numbers them, four digits. Without it nobody is known to live in the municipality. */
    municipalityCode: z
      .string()
      .regex(/^\d{4}$/)
      .exactOptional(),
    contactCentre: z.object({
      phone: z.string().min(1),
      hours: LocalizedText,
      email: z.email(),
      visit: LocalizedText,
    }),
    sender: z.object({
      name: z.string().min(1),
      email: z.email(),
      /** What messages to phones are from, as the phone shows it. Without it the municipality sends none. */
      sms: z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9]{0,10}$/)
        .exactOptional(),
    }),
    groups: z.array(StaffGroup),
    session: z.object({
      idleMinutes: z.number().int().min(5),
      absoluteMinutes: z.number().int().min(15),
      /** How long after having shown who they are a person may change where notices go. */
      reidentifyAfterMinutes: z.number().int().min(1).default(5),
    }),
    /** Without it, facts of people come from the login alone. */
    populationRegister: PopulationRegisterOrder.exactOptional(),
    citizenLogin: CitizenLogin,
    staffLogin: OpenIdProvider.extend({
      groupsClaim: z.string(),
      administratorGroup: z.string(),
      /** Whose members see the cases of people with protected identity, in the groups that they are in. Without it nobody does. */
      protectedGroup: z.string().min(1).exactOptional(),
    }),
  })
  .readonly()

export type TenantSettings = z.infer<typeof TenantSettings>

/** A municipality in the installation. */
export type Tenant = TenantSettings & { readonly id: string; readonly shortName: string }
