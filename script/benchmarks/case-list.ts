import type { Client } from '../../tests/support/client/client.ts'
import { aStaffMember } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { asSuperuser } from '../../tests/support/installation/superuser.ts'
import { limitRow, median, percentile, type Row } from './row.ts'

const few = 10_000
const looks = 12

/** The case worker's list by every view, filter and order, with ten thousand cases and then with many. */
export async function measureList(place: Place, many: number): Promise<readonly Row[]> {
  const hugo = await aStaffMember(place.origin, 'hugo')
  await addCases(place, few)
  const paths = await listPaths(place)
  const before = await lookAt(hugo, paths)
  await addCases(place, many - few)
  const after = await lookAt(hugo, paths)
  const growths = paths.map((path) => ({ path, growth: medianOf(after, path) / medianOf(before, path) }))
  const worst = growths.toSorted((a, b) => b.growth - a.growth)[0] ?? { path: '', growth: Number.NaN }
  const slowest = paths.toSorted((a, b) => medianOf(after, b) - medianOf(after, a))[0] ?? ''
  const p95 = percentile([...after.values()].flat(), 0.95)
  return [
    limitRow(
      `case list, ${few} → ${many} cases: time of the filter that grows most (${queryOf(worst.path)})`,
      worst.growth,
      2,
      '×',
    ),
    limitRow(`case list, ${many} cases: p95 over all filters`, p95, 150, 'ms'),
    {
      what: `case list, ${many} cases: median of the slowest filter (${queryOf(slowest)})`,
      measured: `${medianOf(after, slowest).toFixed(1)} ms`,
      target: '',
      reached: undefined,
    },
  ]
}

const queryOf = (path: string): string => path.split('?')[1] || 'none'
const medianOf = (times: ReadonlyMap<string, readonly number[]>, path: string): number => median(times.get(path) ?? [])

/** Views × filters × orders × pages. */
async function listPaths(place: Place): Promise<readonly string[]> {
  const [service] = await asSuperuser<{ id: string }>(
    place,
    `select service_id as id from catalogue.service where short_name = 'parkeringstillstand'`,
  )
  const filters = ['', 'status=received', 'status=closed', 'status=waiting-for-citizen', `tjanst=${service?.id}`]
  const orders = ['', 'sortera=andrat', 'ordning=stigande', 'sida=4']
  return ['', 'vy=mina', 'vy=ej-fordelade', 'vy=alla'].flatMap((view) =>
    filters.flatMap((filter) =>
      orders.map((order) => `/handlaggning/arenden?${[view, filter, order].filter((part) => part !== '').join('&')}`),
    ),
  )
}

/** Milliseconds of each look at each list, in turn, after one that nobody counts. */
async function lookAt(worker: Client, paths: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(paths.map((path) => [path, []]))
  for (let look = 0; look <= looks; look++) {
    for (const path of paths) {
      const began = performance.now()
      const { status } = await worker.get(path)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      if (look > 0) times.get(path)?.push(performance.now() - began)
    }
  }
  return times
}

/**
 * Writes cases as years of work leave them: of all services and groups, one of ten still open, some with somebody who has taken
 * them, come in over three years.
 */
async function addCases(place: Place, count: number): Promise<void> {
  await asSuperuser(place, 'create sequence if not exists public.bench_number')
  await asSuperuser(
    place,
    `insert into cases.case (tenant_id, case_id, number, service_id, version_id, group_name, status, status_kind, assigned_to, anonymous,
       applicant, received_at, changed_at, latest_event)
     select t.tenant_id, gen_random_uuid(), 'MATNING-' || nextval('public.bench_number'), s.service_id, s.current_version_id, s.group_name,
       k.status, k.kind, case when n % 3 = 0 then hugo.staff_id end, false, 'Sökande ' || n, at, at + n % 30 * interval '1 day', 'case.received'
     from generate_series(1, $1::int) n
     cross join (select tenant_id from tenants.tenant where short_name = 'exempelkoping') t
     cross join (select staff_id from identity.staff_member where name = 'Hugo Berg') hugo
     join (select tenant_id, service_id, current_version_id, row_number() over () as place,
         case short_name when 'parkeringstillstand' then 'parkeringstillstand' when 'felanmalan' then 'gata-park' else 'registrator' end as group_name
       from catalogue.service where short_name in ('parkeringstillstand', 'felanmalan', 'synpunkt')) s
       on s.tenant_id = t.tenant_id and s.place = n % 3 + 1
     cross join lateral (select case when n % 10 > 0 then 'avslutat' when n % 40 = 0 then 'inkommet' else 'under-handlaggning' end as status,
       case when n % 10 > 0 then 'closed' when n % 40 = 0 then 'received' else 'in-progress' end as kind) k
     cross join lateral (select now() - n * interval '94608000 seconds' / $1::int as at) a`,
    [count],
  )
  await asSuperuser(place, 'vacuum (analyze) cases.case')
}
