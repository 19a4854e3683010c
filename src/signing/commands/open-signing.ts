import type { Service, SigningSettings } from '../../catalogue/public.ts'
import { findPerson, findPersonsByKeys, keyOfNamed, listIdentityKeys, nameOf } from '../../people/public.ts'
import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { enterActor, enterSystem } from '../hold-request.ts'
import { timeToSign } from '../invite-next.ts'
import type { NamedParty } from '../model.ts'
import { requireCitizen } from '../policy.ts'
import { sealOfParty } from '../request.ts'
import '../tables.ts'

type OpenSigning = {
  readonly draft: string
  /** As `sealDraft` answered it. */
  readonly round: number
  readonly service: Service
  readonly signing: SigningSettings
  /** By `namedParties`, contacts as the applicant typed them. Already checked by `checkParties`. */
  readonly parties: readonly NamedParty[]
}

/**
 * Opens the request for signatures of a draft that has just been sealed, in its transaction: the applicant is the first to sign, and nobody else is told before.
 * Who was named in an earlier round stays who they are, with what they have filled in. Leaves the transaction in the actor's role.
 */
export async function openSigning(ctx: Context, tx: Transaction, given: OpenSigning): Promise<void> {
  const actor = requireCitizen(ctx.actor)
  await enterSystem(ctx, tx)
  await writeRequest(ctx, tx, { ...given, owner: actor.id })
  const own = new Set((await listIdentityKeys(ctx, tx, actor.id)).map((key) => key.toString('hex')))
  const named = given.parties
    .map((party) => ({ party, key: keyOf(ctx, party) }))
    // Who has named themselves signs once, as the applicant.
    .filter(({ key }) => !own.has(key.toString('hex')))
  await writeApplicant(ctx, tx, { ...given, owner: actor.id })
  await writeNamed(ctx, tx, { draft: given.draft, named })
  await enterActor(ctx, tx)
}

const keyOf = (ctx: Context, { identity, name }: NamedParty): Buffer =>
  keyOfNamed(ctx, 'born' in identity ? { born: identity.born, name } : identity)

async function writeRequest(
  ctx: Context,
  { db }: Transaction,
  { draft, round, service, signing, owner }: OpenSigning & { readonly owner: string },
): Promise<void> {
  const now = ctx.clock.now()
  const columns = {
    service_id: service.serviceId,
    version_id: service.versionId,
    round,
    state: 'collecting' as const,
    in_order: signing.order === 'in-order',
    may_miss: signing.missing === 'may-send',
    opened_at: now,
    due_at: later(now, timeToSign),
    overdue_told_at: null,
  }
  await db
    .insertInto('signing.request')
    .values({ tenant_id: ctx.tenant.id, draft_id: draft, owner_id: owner, ...columns })
    .onConflict((on) => on.columns(['tenant_id', 'draft_id']).doUpdateSet(columns))
    .execute()
}

/** What everybody begins a round with. */
const unsigned = {
  signed_at: null,
  method: null,
  declined_at: null,
  reason_sealed: null,
  reminders: 0,
  reminded_at: null,
} as const

async function writeApplicant(
  ctx: Context,
  tx: Transaction,
  { draft, owner }: OpenSigning & { readonly owner: string },
): Promise<void> {
  const { db } = tx
  const person = await findPerson(ctx, tx, owner)
  // Of somebody protected nothing is known.
  const name = person && nameOf(person)
  const before = await db
    .selectFrom('signing.party')
    .select('party_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('position', '=', 0)
    .executeTakeFirst()
  const party = before?.party_id ?? ctx.ids.next()
  const columns = {
    ...unsigned,
    known_sealed: sealOfParty(ctx, party, { ...(name !== undefined && { name }) }),
    // The request is their own: it is their turn as soon as it is opened.
    state: 'read' as const,
    invited_at: ctx.clock.now(),
  }
  await db
    .insertInto('signing.party')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: draft,
      party_id: party,
      position: 0,
      role: 'applicant',
      person_id: owner,
      ...columns,
    })
    .onConflict((on) => on.columns(['tenant_id', 'draft_id', 'party_id']).doUpdateSet(columns))
    .execute()
}

type Keyed = { readonly party: NamedParty; readonly key: Buffer }

async function writeNamed(
  ctx: Context,
  tx: Transaction,
  { draft, named }: { readonly draft: string; readonly named: readonly Keyed[] },
): Promise<void> {
  const { db } = tx
  const before = await db
    .selectFrom('signing.party')
    .select(['party_id', 'match_hmac', 'person_id', 'state', 'invited_at', 'read_at'])
    .select(['declined_at', 'reason_sealed', 'reminded_at', 'told_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('position', '>', 0)
    .execute()
  await db
    .deleteFrom('signing.party')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('position', '>', 0)
    .execute()
  // Who is known already is asked as who they are: they may be logged in, and don't have to do it once more.
  const known = await findPersonsByKeys(
    ctx,
    tx,
    named.map(({ key }) => key),
  )
  const taken = new Set<string>()
  const rows = named.flatMap(({ party, key }) => {
    const earlier = before.find(({ match_hmac }) => match_hmac?.equals(key))
    const id = earlier?.party_id ?? ctx.ids.next()
    const person = earlier?.person_id ?? known.get(key.toString('hex'))?.id ?? null
    // Two numbers of one person: they sign once.
    if (person !== null && taken.has(person)) return []
    if (person !== null) taken.add(person)
    return [
      {
        ...unsigned,
        tenant_id: ctx.tenant.id,
        draft_id: draft,
        party_id: id,
        position: party.position,
        role: party.role,
        match_hmac: key,
        person_id: person,
        known_sealed: sealOfParty(ctx, id, { name: party.name, identity: party.identity }),
        contact_sealed: Object.keys(party.contact).length > 0 ? sealOfParty(ctx, id, party.contact) : null,
        state: earlier?.state === 'declined' ? ('declined' as const) : ('waiting' as const),
        // Of an earlier round: then they are asked anew, and told so. Who said no isn't, unless the applicant asks them (`askAgain`).
        declined_at: earlier?.declined_at ?? null,
        reason_sealed: earlier?.reason_sealed ?? null,
        invited_at: earlier?.invited_at ?? null,
        read_at: earlier?.read_at ?? null,
        reminded_at: earlier?.reminded_at ?? null,
        told_at: earlier?.told_at ?? null,
      },
    ]
  })
  if (rows.length > 0) await db.insertInto('signing.party').values(rows).execute()
}
