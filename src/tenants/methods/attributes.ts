import { z } from 'zod'

const name = z.string().min(1)

/**
 * What an identity provider calls each fact in its answer: a claim of OpenID Connect or an attribute of SAML. Providers differ, so names are
 * settings; what has no name is never read. `mapped…` are Swedish numbers bound to an e-ID of another country, `binding` tells by which processes.
 */
export const AttributeNames = z
  .object({
    personNumber: name.exactOptional(),
    coordinationNumber: name.exactOptional(),
    /** A number that the person had before. */
    earlierNumber: name.exactOptional(),
    foreignIdentifier: name.exactOptional(),
    persistence: name.exactOptional(),
    eidasIdentifier: name.exactOptional(),
    mappedNumber: name.exactOptional(),
    mappedCoordinationNumber: name.exactOptional(),
    binding: name.exactOptional(),
    givenName: name,
    surname: name,
    birthDate: name.exactOptional(),
    address: name.exactOptional(),
    protectedIdentity: name.exactOptional(),
  })
  .readonly()

export type AttributeNames = z.infer<typeof AttributeNames>
