import { notFound } from '../../platform/errors.ts'
import { data } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import { samlKeys } from '../methods/saml/keys.ts'
import { ownMetadata, samlMetadataPath } from '../methods/saml/own-metadata.ts'

/** `/saml/metadata`: the municipality as the identity federation reads it, where it has a login by SAML. */
export const samlMetadataPage: Page = page(samlMetadataPath, {
  area: 'public',
  get: async ({ ctx, request }) => {
    const { citizenLogin, contactCentre } = await getTenant(ctx)
    const [first, ...others] = citizenLogin.methods.filter((method) => method.kind === 'saml')
    if (!first) throw notFound()
    const entityCategories = [...new Set([first, ...others].flatMap((method) => method.entityCategories))]
    return data(
      'application/samlmetadata+xml',
      ownMetadata(
        { ...first, entityCategories },
        { origin: request.origin, keys: await samlKeys(ctx), contact: contactCentre.email, now: ctx.clock.now() },
      ),
    )
  },
})
