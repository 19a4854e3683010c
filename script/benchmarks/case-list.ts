import type { Client } from '../../tests/support/client/client.ts'
import { aStaffMember } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { asSuperuser } from '../../tests/support/installation/superuser.ts'
import { limitRow, median, percentile, type Row } from './row.ts'

const few = 10_000
const rounds = 10
const yardstick = '/utloggad'

/** The case worker's list by every view, filter and order, with ten thousand cases and then with many. */
export async function measureList(place: Place, many: number): Promise<readonly Row[]> {
  const hugo = await aStaffMember(place.origin, 'hugo')
  await addCases(place, few)
  const paths = await listPaths(place)
  const before = await lookAt(hugo, paths)
  await addCases(place, many - few)
  const after = await lookAt(hugo, paths)
  const growthOf = (path: string) => besideYardstick(after, path) / besideYardstick(before, path)
  const worst = paths.toSorted((a, b) => growthOf(b) - growthOf(a))[0] ?? ''
  const slowest = paths.toSorted((a, b) => medianOf(after, b) - medianOf(after, a))[0] ?? ''
  const p95 = percentile(
    [...after.values()].flatMap(({ list }) => list),
    0.95,
  )
  return [
    limitRow(
      `case list, ${few} → ${many} cases: time of the filter that grows most (${queryOf(worst)})`,
      growthOf(worst),
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

/** Milliseconds of each look at a list, and of a page that has nothing to do with cases, asked for right after it. */
type Looks = { readonly list: number[]; readonly yardstick: number[] }

const queryOf = (path: string): string => path.split('?')[1] || 'none'
const medianOf = (looks: ReadonlyMap<string, Looks>, path: string): number => median(looks.get(path)?.list ?? [])

/** How many times longer a list takes than the other page, by the quicker looks at both: what else the machine does slows some. */
const besideYardstick = (looks: ReadonlyMap<string, Looks>, path: string): number => {
  const { list = [], yardstick: other = [] } = looks.get(path) ?? {}
  return percentile(list, 0.2) / percentile(other, 0.2)
}

/** Views × filters × orders × pages. */
async function listPaths(place: Place): Promise<readonly string[]> {
  const [service] = await asSuperuser<{ id: string }>(
    place,
    `select service_id as id from catalogue.service where short_name = 'parkeringstillstand'`,
  )
  const filters = ['', 'status=received', 'status=closed', 'status=waiting-for-citizen', `tjanst=${service?.id}`]
  const orders = ['', 'sortera=andrat', 'ordning=stigande', 'sida=2']
  return ['', 'vy=mina', 'vy=ej-fordelade', 'vy=alla'].flatMap((view) =>
    filters.flatMap((filter) =>
      orders.map((order) => `/handlaggning/arenden?${[view, filter, order].filter((part) => part !== '').join('&')}`),
    ),
  )
}

/** Looks at each list in turn, again and again; the first round counts for nothing. */
async function lookAt(worker: Client, paths: readonly string[]): Promise<ReadonlyMap<string, Looks>> {
  const looks = new Map<string, Looks>(paths.map((path) => [path, { list: [], yardstick: [] }]))
  for (let round = 0; round <= rounds; round++) {
    for (const path of paths) {
      const list = await timeOf(worker, path)
      const other = await timeOf(worker, yardstick)
      if (round === 0) continue
      looks.get(path)?.list.push(list)
      looks.get(path)?.yardstick.push(other)
    }
  }
  return looks
}

async function timeOf(worker: Client, path: string): Promise<number> {
  const began = performance.now()
  const { status } = await worker.get(path)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  return performance.now() - began
}

/**
 * Writes cases as years of work leave them: of three services and groups, four of ten still open, a quarter taken by Hugo, come in evenly
 * over three years.
 */
async function addCases(place: Place, count: number): Promise<void> {
  await asSuperuser(place, 'create sequence if not exists public.bench_number')
  await asSuperuser(
    place,
    `insert into cases.case (tenant_id, case_id, number, service_id, version_id, group_name, status, status_kind, assigned_to, anonymous,
       applicant, received_at, changed_at, latest_event)
     select t.tenant_id, gen_random_uuid(), 'MATNING-' || nextval('public.bench_number'), s.service_id, s.current_version_id, s.group_name,
       k.status, k.kind, case when n % 4 = 0 then hugo.staff_id end, false, 'Sökande ' || n, at, at + n % 30 * interval '1 day', 'case.received'
     from generate_series(1, $1::int) n
     cross join (select tenant_id from tenants.tenant where short_name = 'exempelkoping') t
     cross join (select staff_id from identity.staff_member where name = 'Hugo Berg') hugo
     join (select tenant_id, service_id, short_name, current_version_id, row_number() over () as place,
         case short_name when 'parkeringstillstand' then 'parkeringstillstand' when 'felanmalan' then 'gata-park' else 'registrator' end as group_name
       from catalogue.service where short_name in ('parkeringstillstand', 'felanmalan', 'synpunkt')) s
       on s.tenant_id = t.tenant_id and s.place = n % 3 + 1
     cross join lateral (select case
         when n % 10 = 0 then array['inkommet', 'received']
         when n % 10 = 1 and short_name = 'parkeringstillstand' then array['vantar-pa-komplettering', 'waiting-for-citizen']
         when n % 10 < 4 then array['under-handlaggning', 'in-progress']
         else array['avslutat', 'closed'] end as state) chosen
     cross join lateral (select state[1] as status, state[2] as kind) k
     cross join lateral (select now() - make_interval(secs => n::float8 / $1::int * 94608000) as at) a`,
    [count],
  )
  await asSuperuser(place, 'vacuum (analyze) cases.case')
}
