import { getServiceVersions } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import type { LocalizedText } from '../../platform/texts/localized.ts'
import { openKnown } from '../request.ts'
import '../tables.ts'

/** Something that somebody else asks the reader to sign. */
export type Invitation = {
  readonly draft: string
  readonly title: LocalizedText
  /** The applicant's name; undefined where it may not be shown. */
  readonly from: string | undefined
  readonly state: 'invited' | 'read' | 'signed'
  readonly dueAt: Date
}

/** What the logged-in person is asked to sign, and what they have signed that waits for others; the one that is due first comes first. None for everybody else. */
export async function listInvitations(ctx: Context): Promise<readonly Invitation[]> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return []
  const rows = await inReading(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('signing.party as p')
        .innerJoin('signing.request as r', (on) =>
          on.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.draft_id', '=', 'p.draft_id'),
        )
        .innerJoin('signing.party as a', (on) =>
          on.onRef('a.tenant_id', '=', 'p.tenant_id').onRef('a.draft_id', '=', 'p.draft_id').on('a.position', '=', 0),
        )
        .select(['p.draft_id', 'p.state', 'r.version_id', 'r.due_at'])
        .select(['a.party_id as applicant', 'a.known_sealed as applicant_known'])
        .where('p.tenant_id', '=', ctx.tenant.id)
        .where('p.person_id', '=', actor.id)
        .where('p.position', '>', 0)
        .where('r.state', '=', 'collecting')
        .orderBy('r.due_at')
        .orderBy('p.draft_id')
        .execute(),
  )
  const services = await getServiceVersions(
    ctx,
    rows.map(({ version_id }) => version_id),
  )
  return rows.flatMap((row): readonly Invitation[] => {
    const service = services.get(row.version_id)
    const { state } = row
    if (!service || (state !== 'invited' && state !== 'read' && state !== 'signed')) return []
    return [
      {
        draft: row.draft_id,
        title: service.definition.title,
        from: openKnown(ctx, row.applicant, row.applicant_known).name,
        state,
        dueAt: row.due_at,
      },
    ]
  })
}
