import { signingPath } from '../../drafts/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { remindParty } from '../commands/remind-party.ts'
import { done, remindPath } from '../paths.ts'
import type { FinishPorts } from '../ports.ts'
import { withOwnRequest } from './own-request.ts'
import { PartyParameters } from './parameters.ts'

const refusals = { 'too-soon': 'for-tidigt', 'too-many': 'for-manga' } as const

/** "Påminn". */
export const remindPage = (ports: Pick<FinishPorts, 'findSent'>): Page =>
  page(remindPath(':draft', ':party'), {
    area: 'citizen',
    params: PartyParameters,
    post: async ({ ctx, params }) =>
      await withOwnRequest(ctx, ports, params.draft, async ({ parties }) => {
        const path = signingPath(params.draft)
        const reminded = await remindParty(ctx, params)
        if (reminded.ok) {
          const { contact = {} } = parties.find(({ id }) => id === params.party) ?? {}
          return redirect(done(path, Object.keys(contact).length > 0 ? 'paminnelse' : 'paminnelse-mina-sidor'))
        }
        // Who has answered meanwhile stands there with their answer.
        return redirect(reminded.error === 'answered' ? path : done(path, refusals[reminded.error]))
      }),
  })
