import { z } from 'zod'
import { LocalizedText } from '../../platform/texts/localized.ts'
import { BankIdSettings } from './bankid.ts'
import { FrejaSettings } from './freja.ts'
import { OidcSettings } from './oidc.ts'
import { SamlSettings } from './saml.ts'

/** What every way to identify oneself has: a name for addresses, and one for people, as it stands after "Logga in med". */
const named = {
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: LocalizedText,
}

const MethodSettings = z.discriminatedUnion('kind', [
  OidcSettings.extend(named),
  SamlSettings.extend(named),
  BankIdSettings.extend(named),
  FrejaSettings.extend(named),
])

export type MethodSettings = z.infer<typeof MethodSettings>

/** The ways in which a municipality's residents may identify themselves, in the order that they are offered. */
export const CitizenLogin = z.object({
  methods: z
    .array(MethodSettings)
    .min(1)
    .refine((methods) => new Set(methods.map(({ name }) => name)).size === methods.length, 'names must differ'),
  /** Processes (URI) by which a Swedish number may have been bound to an e-ID of another country. */
  acceptedBindingProcesses: z.array(z.url()).default([]),
})
