import type { Place } from '../support/installation/installation.ts'
import { asSuperuser } from '../support/installation/superuser.ts'

/** What the database holds of one draft that was sent. */
export type Traces = {
  readonly draft: string
  readonly state: string
  readonly number: string | null
  readonly visitor: boolean
  readonly submissions: number
  readonly parties: number
  readonly events: number
  readonly audits: number
  readonly notices: number
  readonly receipts: number
  readonly jobs: number
  /** Rows of the private space, which must be empty once it is sent. */
  readonly secrets: number
}

/** Everything that a submission leaves behind, counted for each draft. */
export const findTraces = async (place: Pick<Place, 'data'>, drafts: readonly string[]): Promise<readonly Traces[]> =>
  await asSuperuser<Traces>(
    place,
    `select d.draft_id as draft, d.state, c.number, d.visitor_id is not null as visitor,
       (select count(*) from cases.submission x where x.draft_id = d.draft_id)::int as submissions,
       (select count(*) from cases.case_party x where x.case_id = s.case_id and role = 'owner')::int as parties,
       (select count(*) from cases.event x where x.case_id = s.case_id and type = 'case.received')::int as events,
       (select count(*) from audit.entry x where x.subject = s.case_id::text and action = 'case.received')::int as audits,
       (select count(*) from notices.notice x where x.subject_id = s.case_id and kind = 'case-received')::int as notices,
       (select count(*) from cases.receipt x where x.case_id = s.case_id)::int as receipts,
       (select count(*) from pgboss.job x where x.name = 'render-submission-copy' and x.data::text like '%' || d.draft_id || '%')::int as jobs,
       (select count(*) from private_space.key x where x.draft_id = d.draft_id)::int
         + (select count(*) from private_space.content x where x.draft_id = d.draft_id)::int
         + (select count(*) from private_space.file x where x.draft_id = d.draft_id)::int
         + (select count(*) from private_space.sealed_copy x where x.draft_id = d.draft_id)::int
         + (select count(*) from private_space.signature x where x.draft_id = d.draft_id)::int
         + (select count(*) from private_space.party_answers x where x.draft_id = d.draft_id)::int as secrets
     from drafts.draft d
     left join cases.submission s on s.tenant_id = d.tenant_id and s.draft_id = d.draft_id
     left join cases.case c on c.tenant_id = s.tenant_id and c.case_id = s.case_id
     where d.draft_id = any($1::uuid[])`,
    [drafts],
  )

/** What a submission by a person, or by a visitor, must leave: a notice on Mina sidor and by mail, or a receipt and a mail. */
const whole = ({ draft, number, visitor }: Traces, notices = visitor ? 1 : 2): Traces => ({
  draft,
  state: 'sent',
  number,
  visitor,
  submissions: 1,
  parties: 1,
  events: 1,
  audits: 1,
  notices,
  receipts: visitor ? 1 : 0,
  jobs: 1,
  secrets: 0,
})

/** The sent drafts of which something is missing or there twice, in words. `notices` says how many there are to be of each, when others are told, too. */
export const findLosses = (traces: readonly Traces[], notices?: number): readonly string[] =>
  traces
    .filter((trace) => JSON.stringify(trace) !== JSON.stringify(whole(trace, notices)))
    .map((trace) => JSON.stringify(trace))
