import { type Page, page } from '../../platform/http/page.ts'
import { invitationPath, notFetchedPath } from '../paths.ts'
import { requireSigner } from '../queries/require-signer.ts'
import { NotFetchedView } from '../views/not-fetched-view.tsx'
import { RequestParameters } from './parameters.ts'

/** Where whoever signs with others ends when not all could be fetched: the same page whether a register fails or somebody has protected identity (B1.4). */
export const notFetchedPage: Page = page(notFetchedPath(':request'), {
  area: 'citizen',
  params: RequestParameters,
  async get({ ctx, params: { request: draft } }) {
    await requireSigner(ctx, draft)
    return <NotFetchedView back={invitationPath(draft)} />
  },
})
