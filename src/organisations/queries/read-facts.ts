import type { CompanyLookUp, OrganisationFacts } from '../../forms/facts.ts'
import type { Context } from '../../platform/context.ts'
import type { Organisation } from '../model.ts'
import { listLookUps } from './list-look-ups.ts'
import { listMyOrganisations } from './list-my-organisations.ts'

/** The person's own organisations as forms know them. */
export const readOrganisationFacts = async (ctx: Context): Promise<readonly OrganisationFacts[]> =>
  (await listMyOrganisations(ctx)).map(factsOf)

/** What the company register answered the person lately, as forms know it. */
export const readLookUpFacts = async (ctx: Context): Promise<readonly CompanyLookUp[]> =>
  (await listLookUps(ctx)).map(({ number, at, answer }) => ({ number, at: at.toISOString(), answer }))

const factsOf = ({ id, number, name, form, address, role, checkedAt }: Organisation): OrganisationFacts => ({
  id,
  ...(number && { number }),
  name,
  ...(form && { form }),
  ...(address && { address }),
  ...(role && { role }),
  ...(checkedAt && { checkedAt: checkedAt.toISOString() }),
})
