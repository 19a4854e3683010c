import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { hmac, seal } from '../../platform/cryptography/sealing.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Address } from '../person.ts'
import type { IdentityScheme } from '../tables.ts'

/** Who has identified themselves. Facts are left out whole for a person with protected identity. */
export type Identification = {
  readonly scheme: IdentityScheme
  /** 12 digits, or a PRID. */
  readonly number: string
  readonly facts: { readonly givenName?: string; readonly surname?: string; readonly address?: Address } | undefined
}

/**
 * Finds the person whom an identity number is linked to, or makes one, and keeps the facts that came with the login.
 * Facts that are left out are taken away: what was stored before an identity became protected goes. Role `system`.
 */
export async function recognisePerson(
  ctx: Context,
  { db }: Transaction,
  identification: Identification,
): Promise<string> {
  const { scheme, number, facts } = identification
  const numberHmac = hmac(ctx.vault.tenantKey(ctx.tenant.id, 'find'), `${scheme}:${number}`)
  const known = {
    given_name: facts?.givenName ?? null,
    surname: facts?.surname ?? null,
    address: facts?.address ? JSON.stringify(facts.address) : null,
    fetched_at: facts ? ctx.clock.now() : null,
  }
  const update = async (person: string) => {
    await db
      .updateTable('people.person')
      .set(known)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', person)
      .execute()
    return person
  }

  // Two first logins at once would make two persons of one number: the later waits here for the earlier.
  await sql`select pg_advisory_xact_lock(hashtextextended(${numberHmac.toString('hex')}, 0))`.execute(db)
  const linked = await findLinked(ctx, db, scheme, numberHmac)
  if (linked) return await update(linked)

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
      notices_by_email: facts !== undefined,
      created_at: ctx.clock.now(),
    })
    .execute()
  await db
    .insertInto('people.identity')
    .values({
      tenant_id: ctx.tenant.id,
      scheme,
      number_hmac: numberHmac,
      number_sealed: seal(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), Buffer.from(number), `identity:${person}`),
      person_id: person,
      linked_at: ctx.clock.now(),
    })
    .execute()
  return person
}

async function findLinked(ctx: Context, db: Transaction['db'], scheme: IdentityScheme, numberHmac: Buffer) {
  const row = await db
    .selectFrom('people.identity')
    .select('person_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('scheme', '=', scheme)
    .where('number_hmac', '=', numberHmac)
    .executeTakeFirst()
  return row?.person_id
}
