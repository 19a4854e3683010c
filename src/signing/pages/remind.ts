import { signingPath } from '../../drafts/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { remindParty } from '../commands/remind-party.ts'
import { done, remindPath } from '../paths.ts'
import type { FinishPorts } from '../ports.ts'
import { withOwnRequest } from './own-request.ts'
import { PartyParameters } from './parameters.ts'

/** "Påminn". */
export const remindPage = (ports: Pick<FinishPorts, 'findSent'>): Page =>
  page(remindPath(':draft', ':party'), {
    area: 'citizen',
    params: PartyParameters,
    post: async ({ ctx, params }) =>
      await withOwnRequest(ctx, ports, params.draft, async () => {
        const reminded = await remindParty(ctx, params)
        return redirect(done(signingPath(params.draft), reminded.ok ? 'paminnelse' : 'for-tidigt'))
      }),
  })
