import { system } from '../../platform/actor.ts'
import { actingAs } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { invitationPath, notFetchedPath } from '../paths.ts'
import { findRequest } from '../request.ts'
import { NotFetchedView } from '../views/not-fetched-view.tsx'
import { RequestParameters } from './parameters.ts'

/** Where whoever signs with others ends when not all could be fetched: the same page whether a register fails or somebody has protected identity (B1.4). */
export const notFetchedPage: Page = page(notFetchedPath(':request'), {
  area: 'citizen',
  params: RequestParameters,
  async get({ ctx, params: { request: draft } }) {
    const { actor } = ctx
    const asSystem = actingAs(ctx, system)
    // Of what is open again the actor may see nothing; that they were to sign it they know.
    const request = await inReading(asSystem, async (tx) => await findRequest(asSystem, tx, draft))
    const isPartOf = request?.parties.some(({ personId }) => actor.kind === 'citizen' && personId === actor.id)
    if (!isPartOf) throw notFound()
    return <NotFetchedView back={invitationPath(draft)} />
  },
})
