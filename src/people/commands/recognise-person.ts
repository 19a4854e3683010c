import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { hmac, seal } from '../../platform/cryptography/sealing.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Identification, KnownFacts } from '../identification.ts'
import type { IdentityScheme } from '../tables.ts'

/** A person who has been recognised. */
export type RecognisedPerson = { readonly id: string; readonly protectedIdentity: boolean }

/**
 * Finds the person whom an identity number is linked to, or makes one, and keeps the facts that came with the login. Facts that are left out
 * are taken away: what was stored before an identity became protected goes, and notices stop until they are asked for
 * anew (B1.4). Role `system`.
 */
export async function recognisePerson(
  ctx: Context,
  { db }: Transaction,
  identification: Identification,
): Promise<RecognisedPerson> {
  const { scheme, number, certain } = identification
  const numberHmac = hmac(ctx.vault.tenantKey(ctx.tenant.id, 'find'), `${scheme}:${number}`)

  // Two first logins at once would make two persons of one number: the later waits here for the earlier.
  await sql`select pg_advisory_xact_lock(hashtextextended(${numberHmac.toString('hex')}, 0))`.execute(db)
  const linked = await findLinked(ctx, db, scheme, numberHmac)
  const facts = linked?.protected_identity && !certain ? undefined : identification.facts
  const protectedIdentity = facts === undefined
  const known = columnsOf(facts, ctx.clock.now())
  if (linked) {
    const becomesProtected = protectedIdentity && !linked.protected_identity
    await db
      .updateTable('people.person')
      .set({ ...known, ...(becomesProtected && { notices_by_email: false }) })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', linked.person_id)
      .execute()
    return { id: linked.person_id, protectedIdentity }
  }

  const person = ctx.ids.next()
  await db
    .insertInto('people.person')
    .values({
      tenant_id: ctx.tenant.id,
      person_id: person,
      ...known,
      email: null,
      phone: null,
      language: null,
      // Nothing is sent to somebody with protected identity until they have asked for it themselves (B1.4).
      notices_by_email: !protectedIdentity,
      created_at: ctx.clock.now(),
    })
    .execute()
  await db
    .insertInto('people.identity')
    .values({
      tenant_id: ctx.tenant.id,
      scheme,
      number_hmac: numberHmac,
      number_sealed: seal(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), Buffer.from(number), numberBinding(person)),
      person_id: person,
      linked_at: ctx.clock.now(),
    })
    .execute()
  return { id: person, protectedIdentity }
}

/** What a sealed identity number is bound to. */
export const numberBinding = (person: string): string => `identity:${person}`

const columnsOf = (facts: KnownFacts | undefined, now: Date) => ({
  given_name: facts?.givenName ?? null,
  surname: facts?.surname ?? null,
  address: facts?.address ? JSON.stringify(facts.address) : null,
  birth_date: facts?.birthDate ?? null,
  municipality_code: facts?.municipalityCode ?? null,
  fetched_at: facts ? now : null,
  facts_from: facts?.from ?? null,
  protected_identity: facts === undefined,
})

async function findLinked(ctx: Context, db: Transaction['db'], scheme: IdentityScheme, numberHmac: Buffer) {
  return await db
    .selectFrom('people.identity as i')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .select(['p.person_id', 'p.protected_identity'])
    .where('i.tenant_id', '=', ctx.tenant.id)
    .where('i.scheme', '=', scheme)
    .where('i.number_hmac', '=', numberHmac)
    .executeTakeFirst()
}
