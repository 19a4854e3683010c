import { z } from 'zod'
import { Id } from '../../forms/question.ts'
import { notFound } from '../../platform/errors.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { type CatalogueEntry, isPaperForm, servicePath } from '../model.ts'
import type { Unmet } from '../opening/requirements.ts'
import type { CataloguePorts } from '../ports.ts'
import { findEntryByName } from '../queries/find-service-by-name.ts'
import { getStanding, type Standing } from '../queries/get-standing.ts'
import { ServiceView } from './views/service-view.tsx'

/** A service's start page: what it is for, what is needed, what it costs, who handles it, and the way in. */
export const servicePage = ({ describeBlankForms }: CataloguePorts): Page =>
  page('/e-tjanster/:service', {
    area: 'public',
    keptFor: 2,
    params: z.object({ service: Id }),
    query: z.object({ hinder: z.enum(['alder', 'bostad']).optional().catch(undefined) }),
    async get({ ctx, params, query }) {
      const entry = await findEntryByName(ctx, params.service)
      if (!entry) throw notFound()
      const standing = await getStanding(ctx, entry)
      return (
        <ServiceView
          entry={entry}
          standing={standing}
          unmet={unmetBy(query.hinder, standing)}
          loggedIn={ctx.actor.kind === 'citizen'}
          blanks={isPaperForm(entry) ? await describeBlankForms(ctx, entry) : []}
        />
      )
    },
  })

/** What the address says stood in the way of somebody who wanted to begin, when the service does ask for it. */
function unmetBy(hindrance: 'alder' | 'bostad' | undefined, { open }: Standing): Unmet | undefined {
  if (hindrance === 'alder' && open?.minimumAge !== undefined) return { kind: 'too-young', minimumAge: open.minimumAge }
  return hindrance === 'bostad' && open?.residence === 'here' ? { kind: 'lives-elsewhere' } : undefined
}

/** The start page that tells somebody why they can't begin. */
export const unmetPath = (shortName: CatalogueEntry['shortName'], { kind }: Unmet): string =>
  `${servicePath(shortName)}?hinder=${kind === 'too-young' ? 'alder' : 'bostad'}`
