import type { Selectable } from 'kysely'
import { hours } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { isLanguage } from '../../platform/texts/catalogue.ts'
import { Address, type Person } from '../person.ts'
import type { PersonTable } from '../tables.ts'

/** The logged-in person's own data; undefined for everybody else who asks. */
export async function findOwnPerson(ctx: Context): Promise<Person | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return undefined
  return await inReading(ctx, async (tx) => await findPerson(ctx, tx, actor.id))
}

/**
 * A person as the transaction's role may see them: themselves, or for the system anybody in the municipality. Facts that were fetched more than
 * a day ago are not told.
 */
export async function findPerson(ctx: Context, { db }: Reading, id: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('people.person')
    .select([
      'tenant_id',
      'person_id',
      'given_name',
      'surname',
      'address',
      'fetched_at',
      'facts_from',
      'birth_date',
      'municipality_code',
      'protected_identity',
      'email',
      'phone',
      'language',
      'notices_by_email',
      'notices_by_sms',
      'created_at',
    ])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', id)
    .executeTakeFirst()
  return row && personOf(isOld(row, ctx.clock.now()) ? { ...row, ...nothingFetched } : row)
}

/** For how long facts are told after they were fetched, in milliseconds: somebody may have become protected since. */
const factsLast = hours(24)

const isOld = ({ fetched_at: at }: Pick<Selectable<PersonTable>, 'fetched_at'>, now: Date): boolean =>
  at !== null && now.getTime() - at.getTime() > factsLast

const nothingFetched = {
  given_name: null,
  surname: null,
  address: null,
  birth_date: null,
  municipality_code: null,
  fetched_at: null,
  facts_from: null,
} as const

const personOf = (row: Omit<Selectable<PersonTable>, 'kept_apart' | 'unchecked'>): Person => ({
  id: row.person_id,
  givenName: row.given_name ?? undefined,
  surname: row.surname ?? undefined,
  address: row.address === null ? undefined : Address.parse(row.address),
  birthDate: row.birth_date ?? undefined,
  municipalityCode: row.municipality_code ?? undefined,
  fetched: row.fetched_at && row.facts_from ? { at: row.fetched_at, from: row.facts_from } : undefined,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
  language: isLanguage(row.language) ? row.language : undefined,
  noticesByEmail: row.notices_by_email,
  noticesBySms: row.notices_by_sms,
})
