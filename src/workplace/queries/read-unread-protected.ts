import { countUnreadProtected } from '../../cases/public.ts'
import type { Context } from '../../platform/context.ts'
import type { LocalizedText } from '../../platform/texts/localized.ts'
import { getTenant } from '../../tenants/public.ts'

/** How many cases nobody may read, and the names of the groups that they belong to. */
export type UnreadInGroups = { readonly count: number; readonly groups: readonly LocalizedText[] }

/** Reads what an administrator hears of cases with protected parties that nobody may read; none for everybody else. */
export async function readUnreadProtected(ctx: Context): Promise<UnreadInGroups> {
  const { count, groups } = await countUnreadProtected(ctx)
  if (count === 0) return { count, groups: [] }
  const known = (await getTenant(ctx)).groups
  // A group that the settings have lost since is told by its short name.
  return { count, groups: groups.map((name) => known.find((group) => group.name === name)?.title ?? { sv: name }) }
}
