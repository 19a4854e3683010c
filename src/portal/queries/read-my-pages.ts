import { listMyCases, type MyCaseRow } from '../../cases/public.ts'
import { getFilledInVersions, listOpenings, type Opening } from '../../catalogue/public.ts'
import { type ListedDraft, listMyDrafts } from '../../drafts/public.ts'
import { fillForm } from '../../forms/filled.ts'
import { stepNumber } from '../../forms/navigation.ts'
import { countUnread } from '../../messages/public.ts'
import { countMyUnreadNotices } from '../../notices/public.ts'
import { listOwnWarnings, type OwnWarning } from '../../people/public.ts'
import type { Context } from '../../platform/context.ts'
import type { LocalizedText } from '../../platform/texts/localized.ts'
import { type Invitation, listInvitations, listOwnRequests, type OwnRequestLine } from '../../signing/public.ts'

/** A case with how many of its messages are new. */
export type CaseOnMyPages = MyCaseRow & { readonly unread: number }

/** A draft with what it is called and how far its owner has come, as far as that can be told without opening it. */
export type DraftOnMyPages = ListedDraft & {
  readonly title: LocalizedText
  readonly stepNumber: { readonly number: number; readonly of: number } | undefined
  /** Whether it can be sent now, and until when; undefined for what supplements a case, which can be sent whenever. */
  readonly opening: Opening | undefined
  /** How it stands with its signatures, where it waits for them. */
  readonly signatures: OwnRequestLine | undefined
}

/** Everything that stands on the first page of Mina sidor. */
export type MyPagesView = {
  /** What others ask the reader to sign. */
  readonly toSign: readonly Invitation[]
  /** What the reader has signed, and others haven't yet. */
  readonly signed: readonly Invitation[]
  /** Those that wait for the reader, also among the ongoing. */
  readonly waiting: readonly CaseOnMyPages[]
  readonly ongoing: readonly CaseOnMyPages[]
  readonly saved: readonly DraftOnMyPages[]
  readonly finished: readonly CaseOnMyPages[]
  readonly unreadNotices: number
  /** What may hide a case from the reader. */
  readonly warnings: readonly OwnWarning[]
}

/** A draft isn't opened to be listed: its steps are counted as if nothing had been answered. */
const nothingKnown = { today: '' }

/** Reads Mina sidor for the logged-in person, in a fixed number of queries. Throws `not-found` for everybody else. */
export async function readMyPages(ctx: Context): Promise<MyPagesView> {
  const cases = await listMyCases(ctx)
  const drafts = await listMyDrafts(ctx)
  const services = await getFilledInVersions(
    ctx,
    drafts.map(({ versionId }) => versionId),
  )
  const openings = await listOpenings(
    ctx,
    drafts.flatMap(({ serviceId, caseId }) => (caseId === undefined ? [serviceId] : [])),
  )
  const requests = await listOwnRequests(
    ctx,
    drafts.flatMap(({ id, state }) => (state === 'sealed' ? [id] : [])),
  )
  const invitations = await listInvitations(ctx)
  const unread = await countUnread(
    ctx,
    [...cases.ongoing, ...cases.finished].map(({ caseId }) => caseId),
  )
  const withUnread = (row: MyCaseRow): CaseOnMyPages => ({ ...row, unread: unread.get(row.caseId) ?? 0 })
  const ongoing = cases.ongoing.map(withUnread)
  return {
    toSign: invitations.filter(({ state }) => state === 'invited' || state === 'read'),
    signed: invitations.filter(({ state }) => state === 'signed'),
    waiting: ongoing.filter(({ supplementUntil }) => supplementUntil !== undefined),
    ongoing,
    saved: drafts.flatMap((draft) => {
      const service = services.get(draft.versionId)
      if (!service) return []
      const { title, form } = service.definition
      const opening = draft.caseId === undefined ? openings.get(draft.serviceId) : undefined
      const signatures = requests.get(draft.id)
      const step = stepNumber(fillForm(form, {}, nothingKnown), draft.step)
      return [{ ...draft, title, opening, signatures, stepNumber: step }]
    }),
    finished: cases.finished.map(withUnread),
    unreadNotices: await countMyUnreadNotices(ctx),
    warnings: await listOwnWarnings(ctx),
  }
}
