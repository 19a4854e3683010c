import type { Citizen } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { may } from '../policy.ts'
import '../tables.ts'

/** How it stands with the signatures of an own sealed draft. */
export type OwnRequestLine = {
  /** How many have signed, of all who are to. */
  readonly signed: number
  readonly of: number
  /** Whether the applicant, who signs first, hasn't yet. */
  readonly isOwnTurn: boolean
  /** Why the applicant must choose how to go on: somebody has declined, and waiting for the others won't help; or the time is over. Undefined while there is somebody to wait for. */
  readonly stuckBy: 'declined' | 'overdue' | undefined
}

/** How it stands with the signatures of the logged-in person's own drafts, by draft, in one query; those that nobody is to sign are not in it. */
export async function listOwnRequests(
  ctx: Context,
  drafts: readonly string[],
): Promise<ReadonlyMap<string, OwnRequestLine>> {
  const { actor } = ctx
  if (drafts.length === 0 || actor.kind !== 'citizen') return new Map()
  const rows = await readRows(ctx, actor, drafts)
  const byDraft = Map.groupBy(rows, ({ draft_id }) => draft_id)
  return new Map([...byDraft].map(([draft, parties]) => [draft, lineOf(ctx, parties)]))
}

type Row = Awaited<ReturnType<typeof readRows>>[number]

const readRows = async (ctx: Context, owner: Citizen, drafts: readonly string[]) =>
  await inReading(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('signing.party as p')
        .innerJoin('signing.request as r', (on) =>
          on.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.draft_id', '=', 'p.draft_id'),
        )
        .select(['p.draft_id', 'p.position', 'p.person_id', 'p.state', 'p.declined_at', 'p.reminded_at'])
        .select(['r.owner_id', 'r.state as request_state', 'r.may_miss', 'r.opened_at', 'r.due_at'])
        .where('p.tenant_id', '=', ctx.tenant.id)
        .where('p.draft_id', 'in', drafts)
        .where('r.owner_id', '=', owner.id)
        .orderBy('p.position')
        .execute(),
  )

function lineOf(ctx: Context, rows: readonly Row[]): OwnRequestLine {
  const isOwnTurn = rows.some(({ position, state }) => position === 0 && state !== 'signed')
  return {
    signed: rows.filter(({ state }) => state === 'signed').length,
    of: rows.length,
    isOwnTurn,
    stuckBy: isOwnTurn ? undefined : whyStuck(ctx, rows),
  }
}

function whyStuck(ctx: Context, rows: readonly Row[]): OwnRequestLine['stuckBy'] {
  const [request] = rows
  if (!request) return undefined
  const parties = rows.map((row) => ({
    position: row.position,
    personId: row.person_id ?? undefined,
    state: row.state,
    remindedAt: row.reminded_at ?? undefined,
    declinedAt: row.declined_at ?? undefined,
  }))
  const { owner_id: ownerId, request_state: state, opened_at: openedAt, due_at: dueAt } = request
  // Whether there is anybody left to wait for doesn't depend on what the service takes.
  const asked = { ownerId, state, openedAt, dueAt, mayMiss: true, parties }
  const isOver = may(ctx.actor, 'send-missing', { request: asked, now: ctx.clock.now() })
  const hasDeclined = rows.some((row) => row.state === 'declined')
  if (hasDeclined && (isOver || !request.may_miss)) return 'declined'
  return isOver ? 'overdue' : undefined
}
