import type { Service } from '../../catalogue/public.ts'
import type { StaffMember } from '../../platform/actor.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { testTenants } from '../../platform/testing/database.ts'

/**
 * Writes many cases at once, without submissions: of two services and two groups, of all kinds of status, a third of them assigned to
 * each worker and a third to nobody, a minute between one and the next. Their numbers begin with the given word.
 */
export async function manyCases(
  database: TestDatabase,
  given: {
    readonly count: number
    readonly prefix: string
    readonly services: readonly [Service, Service]
    readonly groups: readonly [string, string]
    readonly workers: readonly [StaffMember, StaffMember]
  },
): Promise<void> {
  const { count, prefix, services, groups, workers } = given
  const statuses = services[0].definition.statuses
  await database.query(
    `insert into cases.case (tenant_id, case_id, number, service_id, version_id, group_name, status, status_kind,
       assigned_to, anonymous, received_at, changed_at, latest_event)
     select $1, gen_random_uuid(), $2 || n, ($3::uuid[])[1 + n % 2], ($4::uuid[])[1 + n % 2],
       ($5::text[])[1 + (n / 2) % 2], ($6::text[])[1 + n % $10], ($7::text[])[1 + n % $10],
       ($8::uuid[])[1 + n % 3], false, timestamptz '2026-01-01' + n * interval '1 minute',
       timestamptz '2026-01-01' + ((n::bigint * 7919) % $9) * interval '1 minute', 'case.received'
     from generate_series(1, $9::int) n`,
    [
      testTenants.exempelkoping,
      prefix,
      services.map(({ serviceId }) => serviceId),
      services.map(({ versionId }) => versionId),
      groups,
      statuses.map(({ id }) => id),
      statuses.map(({ kind }) => kind),
      workers.map(({ id }) => id),
      count,
      statuses.length,
    ],
  )
  await database.query('analyze cases.case')
}
