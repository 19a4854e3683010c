import { signingPath } from '../../drafts/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { askAgain } from '../commands/ask-again.ts'
import { askAgainPath, done } from '../paths.ts'
import type { FinishPorts } from '../ports.ts'
import { withOwnRequest } from './own-request.ts'
import { PartyParameters } from './parameters.ts'

/** "Fråga igen", of who said no before the answers were changed. */
export const askAgainPage = (ports: Pick<FinishPorts, 'findSent'>): Page =>
  page(askAgainPath(':draft', ':party'), {
    area: 'citizen',
    params: PartyParameters,
    post: async ({ ctx, params }) =>
      await withOwnRequest(ctx, ports, params.draft, async ({ parties }) => {
        // Pressed twice, or from a page that was open before.
        if (!parties.some(({ id, mayAskAgain }) => id === params.party && mayAskAgain))
          return redirect(signingPath(params.draft))
        await askAgain(ctx, params)
        return redirect(done(signingPath(params.draft), 'tillfragad'))
      }),
  })
