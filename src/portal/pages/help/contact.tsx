import { page } from '../../../platform/http/page.ts'
import { getTenant } from '../../../tenants/public.ts'
import { ContactView } from '../../views/contact-view.tsx'
import { contactPath } from './information.ts'

/** How to reach the contact centre. */
export const contactPage = page(contactPath, {
  area: 'public',
  async get({ ctx }) {
    const { contactCentre } = await getTenant(ctx)
    return <ContactView {...contactCentre} />
  },
})
