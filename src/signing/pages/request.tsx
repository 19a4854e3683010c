import { signingPath } from '../../drafts/public.ts'
import { type Page, page } from '../../platform/http/page.ts'
import type { SigningPorts } from '../ports.ts'
import { RequestView } from '../views/request-view.tsx'
import { failureOf } from './failure.ts'
import { withOwnRequest } from './own-request.ts'
import { DraftParameters, Told } from './parameters.ts'

/** How it stands with the signatures of an own application, the applicant's own first. */
export const requestPage = (ports: Pick<SigningPorts, 'findSent' | 'identity'>): Page =>
  page(signingPath(':draft'), {
    area: 'citizen',
    params: DraftParameters,
    query: Told,
    get: async ({ ctx, params, query, request: asked }) =>
      await withOwnRequest(ctx, ports, params.draft, async ({ service, ways, region, ...request }) => (
        <RequestView
          request={{ ...request, service: ctx.texts.pick(service.definition.title) }}
          ways={ways}
          region={region}
          failure={await failureOf(ctx, ports, { word: query.fel, request: asked })}
          done={query.klart}
        />
      )),
  })
