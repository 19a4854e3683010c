import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Identification, KnownFacts } from '../identification.ts'
import {
  holdersOfOtherNumbers,
  holdLinked,
  identitiesOf,
  type LinkedIdentity,
  linkIdentity,
  numberIdentities,
  relinkIdentity,
  useIdentity,
} from '../identities.ts'
import '../events.ts'
import { handOver } from './hand-over.ts'

/** A person who has been recognised. */
export type RecognisedPerson = { readonly id: string; readonly protectedIdentity: boolean }

/**
 * Finds the person whom an identity number, or one that they had before, is linked to, or makes one; links what else they are known by, and
 * keeps the facts that came with the login. Facts that are left out are taken away: what was stored before an identity became protected
 * goes, and notices stop until they are asked for anew (B1.4). Where a login shows two persons to be one, the one of whom nothing is held
 * gives way; when something is held of both they are kept apart, and the person is told (`listOwnWarnings`). A foreign e-ID leads to who has a
 * Swedish number only when that number came with it. Role `system`.
 */
export async function recognisePerson(
  ctx: Context,
  tx: Transaction,
  identification: Identification,
): Promise<RecognisedPerson> {
  const { db, record } = tx
  const identities = identitiesOf(ctx, identification)
  const alsoProtected = numberIdentities(ctx, identification.alsoProtected ?? [])
  const held = await holdLinked(ctx, db, [...identities, ...alsoProtected])
  const found = held.filter(({ identity }) => identities.includes(identity))
  const passedBy = await holdersOfOtherNumbers(ctx, db, found)
  const linked = found.filter((link) => !passedBy.includes(link.person))
  const before = await statesOf(ctx, db, found)
  const known = knownOf(ctx, identification, before)

  const [first, ...rest] = new Set(linked.map((link) => link.person))
  const { person, others } = first
    ? await oneOf(ctx, tx, { first, rest })
    : await newPerson(ctx, tx, { ...known, kept_apart: passedBy.length > 0 })
  const apart = [...others, ...passedBy]
  const self = before.find(({ person_id }) => person_id === person)
  if (self) {
    // A login by one identity alone, as while the register is down, tells nothing of others; nor does a PRID alone of a number.
    const tellsNothing = rest.length === 0 && (identities.length === 1 || identification.scheme === 'prid')
    await updatePersons(ctx, db, [person], {
      ...known,
      kept_apart: apart.length > 0 || (tellsNothing && self.kept_apart),
      ...(known.protected_identity && !self.protected_identity && noNotices),
    })
  }
  if (apart.length > 0 && !self?.kept_apart)
    record({ type: 'person.kept-apart', subject: person, data: { others: apart } })
  const hidden = held.filter(({ identity }) => alsoProtected.includes(identity)).map((link) => link.person)
  if (!identification.facts) await protect(ctx, db, [...others, ...hidden])
  // What the register says of somebody it says of whom they are kept apart from.
  else if (!known.protected_identity && !known.unchecked) await updatePersons(ctx, db, others, { unchecked: false })

  const isChange = identification.earlierNumbers?.length
  for (const [index, identity] of identities.entries()) {
    const link = linked.find((one) => one.identity === identity)
    // What another person, who is kept apart, is known by stays theirs.
    if (link && others.includes(link.person)) continue
    if (found.some((one) => one.identity === identity && passedBy.includes(one.person))) {
      await relinkIdentity(ctx, db, { person, identity })
    } else if (!link) await linkIdentity(ctx, db, { person, identity })
    if (!link && self) record({ type: 'person.identity-linked', subject: person, data: { scheme: identity.scheme } })
    const isNumber = identity.scheme === 'swedish-number'
    // An e-ID may still have a number that another has taken the place of, at a time when nobody says so.
    const isSuperseded = isNumber && (index > 0 || (link && !link.isCurrent && !isChange))
    if (!isSuperseded) await useIdentity(ctx, db, { person, identity })
  }
  return { id: person, protectedIdentity: known.protected_identity }
}

type PersonState = { readonly person_id: string; readonly protected_identity: boolean; readonly kept_apart: boolean }

/** What is kept of somebody from now on. Who was protected under any of their identities still is, unless it is certain that they aren't. */
function knownOf(ctx: Context, { facts, certain, unchecked }: Identification, before: readonly PersonState[]) {
  const wasProtected = before.some(({ protected_identity }) => protected_identity)
  const isProtected = facts === undefined || (wasProtected && !certain)
  const isUnchecked = !isProtected && unchecked === true
  return {
    ...columnsOf(isProtected || isUnchecked ? undefined : facts, ctx.clock.now()),
    protected_identity: isProtected,
    unchecked: isUnchecked,
  }
}

type Known = ReturnType<typeof knownOf>

/** Of who becomes protected: notices stop until they are asked for anew (B1.4). */
const noNotices = { notices_by_email: false, notices_by_sms: false }

async function updatePersons(
  ctx: Context,
  db: Transaction['db'],
  persons: readonly string[],
  set: Partial<Known & typeof noNotices> & { readonly kept_apart?: boolean },
): Promise<void> {
  if (persons.length === 0) return
  await db
    .updateTable('people.person')
    .set(set)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', persons)
    .execute()
}

/** Takes away what is known of persons who turn out to be protected; their sessions and cases follow. */
async function protect(ctx: Context, db: Transaction['db'], persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return
  await db
    .updateTable('people.person')
    .set({
      ...columnsOf(undefined, ctx.clock.now()),
      protected_identity: true,
      unchecked: false,
      ...noNotices,
    })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', persons)
    .where('protected_identity', '=', false)
    .execute()
}

/** Who somebody is, and who else they are known as. */
type Found = { readonly person: string; readonly others: readonly string[] }

/** Makes one person of those whom somebody's identities are linked to, as far as it goes. */
async function oneOf(
  ctx: Context,
  { db, record }: Transaction,
  { first, rest }: { readonly first: string; readonly rest: readonly string[] },
): Promise<Found> {
  let person = first
  const others: string[] = []
  for (const other of rest) {
    if (await handOver(ctx, db, { from: other, to: person })) {
      record({ type: 'person.handed-over', subject: person, data: { from: other } })
    } else if (await handOver(ctx, db, { from: person, to: other })) {
      record({ type: 'person.handed-over', subject: other, data: { from: person } })
      person = other
    } else others.push(other)
  }
  return { person, others }
}

async function newPerson(
  ctx: Context,
  { db }: Transaction,
  known: Known & { readonly kept_apart: boolean },
): Promise<Found> {
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
      notices_by_email: !known.protected_identity,
      created_at: ctx.clock.now(),
    })
    .execute()
  return { person, others: [] }
}

const columnsOf = (facts: KnownFacts | undefined, now: Date) => ({
  given_name: facts?.givenName ?? null,
  surname: facts?.surname ?? null,
  address: facts?.address ? JSON.stringify(facts.address) : null,
  birth_date: facts?.birthDate ?? null,
  municipality_code: facts?.municipalityCode ?? null,
  fetched_at: facts ? now : null,
  facts_from: facts?.from ?? null,
})

async function statesOf(
  ctx: Context,
  db: Transaction['db'],
  linked: readonly LinkedIdentity[],
): Promise<readonly PersonState[]> {
  if (linked.length === 0) return []
  return await db
    .selectFrom('people.person')
    .select(['person_id', 'protected_identity', 'kept_apart'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', [...new Set(linked.map(({ person }) => person))])
    .execute()
}
