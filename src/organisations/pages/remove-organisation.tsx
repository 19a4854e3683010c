import { z } from 'zod'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { removeOrganisation } from '../commands/remove-organisation.ts'
import { organisationsPath, removePath } from '../paths.ts'
import { RemoveOrganisationView } from '../views/remove-organisation-view.tsx'
import { getOwn } from './change-organisation.tsx'

/** "Ta bort": asks, then takes one of one's own organisations away. */
export const removeOrganisationPage = page(removePath(':organisation'), {
  area: 'citizen',
  params: z.object({ organisation: Id }),
  async get({ ctx, params }) {
    const { name } = await getOwn(ctx, params.organisation)
    return <RemoveOrganisationView name={name} />
  },
  async post({ ctx, params }) {
    await removeOrganisation(ctx, params.organisation)
    return redirect(`${organisationsPath}?klart=borttagen`)
  },
})
