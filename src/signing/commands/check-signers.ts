import { lockSealed } from '../../drafts/public.ts'
import { checkProtection, mayNameOthers, type PopulationRegisters, type SetLimit } from '../../people/public.ts'
import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading, inTransaction, type Reading } from '../../platform/database/transaction.ts'
import { silentLog } from '../../platform/log.ts'
import { may } from '../policy.ts'
import { reopenRequest } from '../reopen-request.ts'
import { findRequest, openKnown, type Request } from '../request.ts'

type Checked = {
  readonly draft: string
  /** What the actor is about to do. */
  readonly verb: 'sign' | 'send-missing'
  readonly setLimit?: SetLimit
}

/**
 * Asks again, before somebody signs together with others, what `checkParties` asked before it was sealed: of the applicant and of all who are named, and
 * answers in the same words and time. Where the applicant may not sign, the draft is open again, as it is where it is refused at once; nobody has been asked then.
 * Who applies alone may always, and is only asked about. `fine` for who has nothing to sign there: that is for others to say. Never inside a transaction.
 */
export async function checkSigners(
  ctx: Context,
  registers: PopulationRegisters,
  { draft, verb, setLimit }: Checked,
): Promise<'fine' | 'not-fetched'> {
  const asSystem = actingAs(ctx, system)
  const { request, numbers } = await inReading(asSystem, async (tx) => ({
    request: await findRequest(asSystem, tx, draft),
    numbers: await namedNumbers(asSystem, tx, draft),
  }))
  if (!request || !may(ctx.actor, verb, { request, now: ctx.clock.now() })) return 'fine'
  // What the register says of who signs is kept: of somebody protected the database then ends what they were to sign with others. It is over before a no is
  // answered, and so tells nothing.
  const kept = checkProtection({ ...ctx, log: silentLog }, registers)
  if (request.parties.length === 1) {
    await kept
    return 'fine'
  }
  const persons = [request.ownerId, ...request.parties.flatMap(({ personId }) => personId ?? [])]
  const [mayTogether] = await Promise.all([
    mayNameOthers(ctx, registers, { numbers, persons: [...new Set(persons)], ...(setLimit && { setLimit }) }),
    kept,
  ])
  if (mayTogether) return 'fine'
  if (isFirst(ctx, request)) await reopen(asSystem, request)
  return 'not-fetched'
}

/** Whether it is the applicant who is to sign, before anybody else is asked. */
const isFirst = ({ actor }: Context, { ownerId, parties }: Request): boolean =>
  actor.kind === 'citizen' && actor.id === ownerId && parties[0]?.state !== 'signed'

async function reopen(asSystem: Context, { draft, round }: Request): Promise<void> {
  await inTransaction(asSystem, async (tx) => {
    const held = await lockSealed(asSystem, tx, draft)
    const request = await findRequest(asSystem, tx, draft)
    // Meanwhile it may have been signed in another window, or changed.
    if (held?.state !== 'sealed' || request?.round !== round || request.parties[0]?.state === 'signed') return
    await reopenRequest(asSystem, tx, request)
  })
}

async function namedNumbers(ctx: Context, { db }: Reading, draft: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('signing.party')
    .select(['party_id', 'known_sealed'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('position', '>', 0)
    .execute()
  return rows.flatMap(({ party_id, known_sealed }) => {
    const { identity } = openKnown(ctx, party_id, known_sealed)
    return identity && 'number' in identity ? [identity.number] : []
  })
}
