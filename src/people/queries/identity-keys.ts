import type { Context } from '../../platform/context.ts'
import { hmac } from '../../platform/cryptography/sealing.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { identityKey } from '../identities.ts'
import '../tables.ts'
import { findPerson } from './find-person.ts'

/** Somebody who is named before they are known: by a number (12 digits), or by day of birth (`YYYY-MM-DD`) and name where they have none. */
export type NamedIdentity =
  | { readonly scheme: 'swedish-number' | 'prid'; readonly number: string }
  | { readonly born: string; readonly name: string }

/** What finds somebody who has been named when they log in, without being readable. */
export const keyOfNamed = (ctx: Context, named: NamedIdentity): Buffer =>
  'born' in named
    ? hmac(ctx.vault.tenantKey(ctx.tenant.id, 'find'), `born:${named.born}:${firstAndLast(named.name)}`)
    : identityKey(ctx, named.scheme, named.number)

/** As people write the same name in two ways: the words in between and the accents don't count. */
function firstAndLast(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return `${words.at(0) ?? ''}|${words.at(-1) ?? ''}`
}

/**
 * All that a person can have been named by, as `keyOfNamed` makes it, in role `system`: every number that they have or had, and name with day of birth
 * of who has no Swedish number. Of who has one the name proves nothing: others are born on the same day.
 */
export async function listIdentityKeys(ctx: Context, tx: Reading, person: string): Promise<readonly Buffer[]> {
  const identities = await tx.db
    .selectFrom('people.identity')
    .select(['scheme', 'number_hmac'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', person)
    .execute()
  const keys = identities.map(({ number_hmac }) => number_hmac)
  if (identities.some(({ scheme }) => scheme === 'swedish-number')) return keys
  const { givenName, surname, birthDate } = (await findPerson(ctx, tx, person)) ?? {}
  if (birthDate === undefined || !givenName || !surname) return keys
  return [...keys, keyOfNamed(ctx, { born: birthDate, name: `${givenName} ${surname}` })]
}

/** The persons who are known by some of these keys, in role `system`: by the key, hexadecimal. Those without a number are found when they log in. */
export async function findPersonsByKeys(
  ctx: Context,
  { db }: Reading,
  keys: readonly Buffer[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly protectedIdentity: boolean }>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('people.identity as i')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .select(['i.number_hmac', 'i.person_id', 'p.protected_identity'])
    .where('i.tenant_id', '=', ctx.tenant.id)
    .where('i.scheme', 'in', ['swedish-number', 'prid'])
    .where('i.number_hmac', 'in', keys)
    .execute()
  return new Map(
    rows.map((row) => [
      row.number_hmac.toString('hex'),
      { id: row.person_id, protectedIdentity: row.protected_identity },
    ]),
  )
}
