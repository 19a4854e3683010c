import type { Place } from './installation.ts'
import { asSuperuser } from './superuser.ts'

/** The series of case numbers that have a gap or give a number twice, in words; none is right. */
export async function findNumberFaults(place: Place): Promise<readonly string[]> {
  const series = await asSuperuser<{ series: string; given: number; highest: number; different: number }>(
    place,
    `select tenant_id || ' ' || left(number, -7) as series, count(*)::int as given, max(right(number, 6))::int as highest,
       count(distinct number)::int as different
     from cases.case group by 1`,
  )
  return series
    .filter(({ given, highest, different }) => given !== highest || given !== different)
    .map((found) => JSON.stringify(found))
}
