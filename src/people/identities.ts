import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { hmac, open, seal } from '../platform/cryptography/sealing.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { Identification, Persistence } from './identification.ts'
import './tables.ts'
import type { IdentityScheme } from './tables.ts'

/** One of the things that a person is known by, and what finds it without being readable. */
export type Identity = {
  readonly scheme: IdentityScheme
  readonly number: string
  readonly hmac: Buffer
  readonly persistence: Persistence | null
}

/** An identity that has been linked to a person already. */
export type LinkedIdentity = { readonly identity: Identity; readonly person: string; readonly isCurrent: boolean }

/** All that somebody who has identified themselves is known by; first of all what they are known by now. */
export function identitiesOf(ctx: Context, identification: Identification): readonly [Identity, ...Identity[]] {
  const { scheme, number, earlierNumbers = [], foreign } = identification
  const identity = (of: IdentityScheme, written: string): Identity =>
    identityOf(ctx, of, written, of === 'prid' ? foreign?.persistence : undefined)
  return [
    identity(scheme, number),
    // A foreign e-ID without an accepted binding speaks for no Swedish number, whatever came with it.
    ...(scheme === 'prid' ? [] : earlierNumbers.filter((earlier) => earlier !== number)).map((earlier) =>
      identity('swedish-number', earlier),
    ),
    ...(foreign && scheme !== 'prid' ? [identity('prid', foreign.prid)] : []),
    ...(foreign?.eidasIdentifier ? [identity('eidas', foreign.eidasIdentifier)] : []),
  ]
}

/** Swedish numbers, 12 digits each, as identities. */
export const numberIdentities = (ctx: Context, numbers: readonly string[]): readonly Identity[] =>
  numbers.map((number) => identityOf(ctx, 'swedish-number', number))

const identityOf = (ctx: Context, scheme: IdentityScheme, number: string, persistence?: Persistence): Identity => ({
  scheme,
  number,
  hmac: identityKey(ctx, scheme, number),
  persistence: persistence ?? null,
})

/** What finds a number, or another thing that somebody is known by, without being readable. */
export const identityKey = (ctx: Context, scheme: IdentityScheme, number: string): Buffer =>
  hmac(ctx.vault.tenantKey(ctx.tenant.id, 'find'), `${scheme}:${number}`)

/**
 * Finds those identities that are linked, in their order, and holds all of them until the transaction ends: two first logins at once would
 * make two persons of one number, and a person could be handed over while somebody logs in as them. Locks are taken in one order
 * whoever asks, so that none waits for another in a circle.
 */
export async function holdLinked(
  ctx: Context,
  db: Transaction['db'],
  identities: readonly Identity[],
): Promise<readonly LinkedIdentity[]> {
  for (const key of identities.map(({ hmac }) => hmac.toString('hex')).toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
  }
  const rows = await db
    .selectFrom('people.identity')
    .select(['number_hmac', 'person_id', 'is_current'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('scheme', 'in', [...new Set(identities.map(({ scheme }) => scheme))])
    .where(
      'number_hmac',
      'in',
      identities.map(({ hmac }) => hmac),
    )
    .orderBy('number_hmac')
    .forUpdate()
    .execute()
  return identities.flatMap((identity) => {
    const row = rows.find(({ number_hmac }) => identity.hmac.equals(number_hmac))
    return row ? [{ identity, person: row.person_id, isCurrent: row.is_current }] : []
  })
}

/** Links an identity to a person, as one that isn't in use. */
export async function linkIdentity(
  ctx: Context,
  db: Transaction['db'],
  { person, identity }: { readonly person: string; readonly identity: Identity },
): Promise<void> {
  await db
    .insertInto('people.identity')
    .values({
      tenant_id: ctx.tenant.id,
      scheme: identity.scheme,
      number_hmac: identity.hmac,
      number_sealed: sealNumber(ctx, identity.number, person),
      person_id: person,
      linked_at: ctx.clock.now(),
      is_current: false,
      persistence: identity.persistence,
    })
    .execute()
}

/** Takes an identity from the person whom it is linked to, and links it to another, as one that isn't in use. */
export async function relinkIdentity(
  ctx: Context,
  db: Transaction['db'],
  { person, identity }: { readonly person: string; readonly identity: Identity },
): Promise<void> {
  await db
    .updateTable('people.identity')
    .set({ person_id: person, number_sealed: sealNumber(ctx, identity.number, person), is_current: false })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('scheme', '=', identity.scheme)
    .where('number_hmac', '=', identity.hmac)
    .execute()
}

/**
 * Those of the persons whom foreign identities lead to who have a Swedish number that this login didn't come with: the number may have been
 * bound to the e-ID by a process that isn't accepted any more, or to somebody else since.
 */
export async function holdersOfOtherNumbers(
  ctx: Context,
  db: Transaction['db'],
  linked: readonly LinkedIdentity[],
): Promise<readonly string[]> {
  const byNumber = linked.filter(({ identity }) => identity.scheme === 'swedish-number').map(({ person }) => person)
  const byForeign = linked.map(({ person }) => person).filter((person) => !byNumber.includes(person))
  if (byForeign.length === 0) return []
  const rows = await db
    .selectFrom('people.identity')
    .select('person_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant.id)
    .where('scheme', '=', 'swedish-number')
    .where('person_id', 'in', [...new Set(byForeign)])
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Makes an identity the one of its kind that its person has in use. */
export async function useIdentity(
  ctx: Context,
  db: Transaction['db'],
  { person, identity }: { readonly person: string; readonly identity: Identity },
): Promise<void> {
  const ofKind = db
    .updateTable('people.identity')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', person)
    .where('scheme', '=', identity.scheme)
  await ofKind
    .set({ is_current: false })
    .where('number_hmac', '!=', identity.hmac)
    .where('is_current', '=', true)
    .execute()
  await ofKind
    .set({ is_current: true, persistence: identity.persistence })
    .where('number_hmac', '=', identity.hmac)
    .execute()
}

/** Encrypts an identity number for its row, which names its person. */
export const sealNumber = (ctx: Context, number: string, person: string): Buffer =>
  seal(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), Buffer.from(number), binding(person))

/** Decrypts a person's identity number. */
export const openNumber = (ctx: Context, sealed: Buffer, person: string): string =>
  open(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), sealed, binding(person)).toString('utf8')

const binding = (person: string): string => `identity:${person}`
