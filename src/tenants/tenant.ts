import { z } from 'zod'
import { LocalizedText } from '../platform/texts/localized.ts'

/** A group of staff, as the municipality calls it. Cases belong to groups. */
const StaffGroup = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: LocalizedText,
  /** What the municipality's identity provider calls the group. */
  providerGroup: z.string().min(1),
})

/** An OpenID provider. `simulators:` at the start of the issuer means this machine's simulators, whatever port they have. */
const OpenIdProvider = z.object({
  issuer: z.string().min(1),
  clientId: z.string().min(1),
  /** Levels (acr) that are accepted, and asked for. */
  levels: z.array(z.string().min(1)).min(1),
  scopes: z.array(z.string().min(1)).default([]),
})

/** Where in the hub's answer each fact stands; hubs differ. */
const ClaimNames = z.object({
  personNumber: z.string(),
  coordinationNumber: z.string(),
  foreignIdentifier: z.string(),
  givenName: z.string(),
  surname: z.string(),
  address: z.string(),
  protectedIdentity: z.string(),
})

/**
 * The population register (Navet) that the municipality asks, and its order there, which says what it may see. `simulators:` as above.
 * The organisation number has twelve digits.
 */
const PopulationRegisterOrder = z.object({
  address: z.string().regex(/^(https:\/\/|simulators:\/)/),
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
    sender: z.object({ name: z.string().min(1), email: z.email() }),
    groups: z.array(StaffGroup),
    session: z.object({ idleMinutes: z.number().int().min(5), absoluteMinutes: z.number().int().min(15) }),
    /** Without it, facts of people come from the login alone. */
    populationRegister: PopulationRegisterOrder.exactOptional(),
    citizenLogin: OpenIdProvider.extend({ claims: ClaimNames }),
    staffLogin: OpenIdProvider.extend({ groupsClaim: z.string(), administratorGroup: z.string() }),
  })
  .readonly()

export type TenantSettings = z.infer<typeof TenantSettings>

/** A municipality in the installation. */
export type Tenant = TenantSettings & { readonly id: string; readonly shortName: string }
