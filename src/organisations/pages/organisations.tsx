import { z } from 'zod'
import { page } from '../../platform/http/page.ts'
import { organisationsPath } from '../paths.ts'
import { listMyOrganisations } from '../queries/list-my-organisations.ts'
import { OrganisationsView } from '../views/organisations-view.tsx'

/** "Mina organisationer". */
export const organisationsPage = page(organisationsPath, {
  area: 'citizen',
  query: z.object({ klart: z.enum(['tillagd', 'sparad', 'borttagen']).optional().catch(undefined) }),
  async get({ ctx, query }) {
    return <OrganisationsView organisations={await listMyOrganisations(ctx)} done={query.klart} />
  },
})
