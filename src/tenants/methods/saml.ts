import { z } from 'zod'
import { LocalizedText } from '../../platform/texts/localized.ts'
import { PartnerAddress } from '../simulators.ts'
import { AttributeNames } from './attributes.ts'

/**
 * An identity provider of SAML 2.0, after Sweden Connect's deployment profile. `simulators:` at the start of an address or a name means this machine's
 * simulators, whatever port they have.
 */
export const SamlSettings = z.object({
  kind: z.literal('saml'),
  /** The provider's entityID. */
  provider: z.string().min(1),
  metadata: z.object({
    address: PartnerAddress,
    /** Folder with the certificate (`metadata.pem`, one or several) that the metadata is signed with. */
    certificate: z.string().regex(/^[a-z][a-z0-9-]*$/),
  }),
  /** Our own entityID, where it is not the address of our metadata. */
  entityId: z.string().min(1).exactOptional(),
  /** What the provider's pages call us. */
  displayName: LocalizedText,
  /** Entity categories, service types and general categories in our metadata. */
  entityCategories: z.array(z.url()),
  /** Levels (AuthnContextClassRef) that are accepted, and asked for. */
  levels: z.array(z.string().min(1)).min(1),
  attributes: AttributeNames,
})

export type SamlSettings = z.infer<typeof SamlSettings>
