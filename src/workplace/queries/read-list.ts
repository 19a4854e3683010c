import { type CappedCount, type CaseRow, countCases, listCases } from '../../cases/public.ts'
import { listServicesOfGroups } from '../../catalogue/public.ts'
import { countUnread } from '../../messages/public.ts'
import type { StaffMember } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { LocalizedText } from '../../platform/texts/localized.ts'
import type { ListState, ViewName } from '../list-address.ts'

/** A case in the list, with how many of its messages are new to the reader. */
export type ListedCase = CaseRow & { readonly unread: number; readonly mine: boolean }

/** A page of the case worker's list, and what there is beside it. */
export type CaseList = {
  readonly state: ListState
  readonly cases: readonly ListedCase[]
  readonly total: CappedCount
  readonly pages: number
  readonly counts: Readonly<Record<ViewName, CappedCount>>
  /** What can be filtered by. */
  readonly services: readonly { readonly serviceId: string; readonly title: LocalizedText }[]
}

/** Reads a page of the list of a staff member's groups, in a fixed number of queries. */
export async function readList(ctx: Context, reader: StaffMember, state: ListState): Promise<CaseList> {
  const list = await listCases(ctx, state)
  const unread = await countUnread(
    ctx,
    list.rows.map(({ caseId }) => caseId),
  )
  return {
    state: { ...state, page: list.page },
    cases: list.rows.map((row) => ({
      ...row,
      unread: unread.get(row.caseId) ?? 0,
      mine: row.assignedTo?.id === reader.id,
    })),
    total: { count: list.total, capped: list.capped },
    pages: list.pages,
    counts: await countCases(ctx),
    services: await listServicesOfGroups(ctx, reader.groups),
  }
}
