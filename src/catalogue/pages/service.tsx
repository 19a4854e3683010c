import { z } from 'zod'
import { Id } from '../../forms/question.ts'
import { notFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/page.ts'
import { findEntryByName } from '../queries/find-service-by-name.ts'
import { ServiceView } from './views/service-view.tsx'

/** A service's start page: what it is for, what is needed, what it costs, who handles it, and the way in. */
export const servicePage = page('/e-tjanster/:service', {
  area: 'public',
  keptFor: 2,
  params: z.object({ service: Id }),
  async get({ ctx, params }) {
    const entry = await findEntryByName(ctx, params.service)
    if (!entry) throw notFound()
    return <ServiceView entry={entry} loggedIn={ctx.actor.kind === 'citizen'} />
  },
})
