import { findOwnNumber } from '../../people/public.ts'
import { days, hours, later, minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import { type LookUp, ofAsker, openLookUp, sealLookUp } from '../look-up.ts'
import { type Asker, askerOf } from '../policy.ts'
import type { CompanyRegister, RegisterAnswer } from '../register/company-register.ts'
import { numberHmac } from '../sealed-number.ts'
import { takeTurn } from './take-turn.ts'
import '../tables.ts'

/** For how long an answer counts as new, in milliseconds: nobody's second press asks the register again. */
const freshFor = minutes(10)

/**
 * How many numbers one may ask about in an hour: more than a person needs, too few to copy the register. A visitor is a cookie here, and
 * can get another; what all ask together is limited by `takeTurn`.
 */
const mostAnHour = 30

/** For how long an answer is kept, in milliseconds: as long as the drafts that it was asked for. */
const keptFor: Readonly<Record<Asker['kind'], number>> = { person: days(90), visitor: days(1) }

/** For how long it is kept that the register was not asked, in milliseconds: for the page that tells it. */
const refusalKeptFor = minutes(10)

/**
 * Asks the company register about a number (10 digits, or 12 for a sole trader) and keeps the answer for the actor alone. A personal
 * number is looked up for nobody but whose it is, and never for somebody with protected identity (requirement B1.4): to them the
 * register is `unavailable`, as it is to those who ask too often, when all together do, and to those who can't ask at all.
 */
export async function lookUpOrganisation(
  ctx: Context,
  register: CompanyRegister,
  number: string,
): Promise<RegisterAnswer> {
  const asker = askerOf(ctx.actor)
  if (!asker) return { kind: 'unavailable' }
  const before = await readBefore(ctx, asker, number)
  if (before.latest && isFresh(ctx, before.latest)) return before.latest.answer
  const isAllowed = before.lastHour < mostAnHour && (number.length === 10 || (await mayAskAboutPerson(ctx, number)))
  const asked = isAllowed && (await takeTurn(ctx, asker))
  const answer: RegisterAnswer = asked ? await register.lookUp(number) : { kind: 'unavailable' }
  // What was fetched before stays true of its day, when the register doesn't answer just now.
  if (answer.kind === 'unavailable' && before.latest && (!asked || before.latest.answer.kind === 'found')) {
    return before.latest.answer
  }
  await keep(ctx, asker, { number, answer, asked })
  return answer
}

const isFresh = (ctx: Context, { answer, at }: LookUp): boolean =>
  answer.kind !== 'unavailable' && later(at, freshFor) > ctx.clock.now()

async function mayAskAboutPerson(ctx: Context, number: string): Promise<boolean> {
  const { actor } = ctx
  return (
    actor.kind === 'citizen' &&
    !actor.protectedIdentity &&
    (await inReading(ctx, async (tx) => await findOwnNumber(ctx, tx))) === number
  )
}

async function readBefore(ctx: Context, asker: Asker, number: string) {
  const hour = later(ctx.clock.now(), -hours(1))
  return await inReading(ctx, async ({ db }) => {
    const own = db.selectFrom('organisations.look_up').where('tenant_id', '=', ctx.tenant.id).where(ofAsker(asker))
    const row = await own
      .select(['look_up_id', 'sealed', 'asked_at'])
      .where('number_hmac', '=', numberHmac(ctx, number))
      .where('expires_at', '>', ctx.clock.now())
      .executeTakeFirst()
    const { count } = await own
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('asked', '=', true)
      .where('asked_at', '>', hour)
      .executeTakeFirstOrThrow()
    return { latest: row && openLookUp(ctx, row), lastHour: Number(count) }
  })
}

type Kept = Omit<LookUp, 'at'> & { readonly asked: boolean }

async function keep(ctx: Context, asker: Asker, { asked, ...lookUp }: Kept): Promise<void> {
  const id = ctx.ids.next()
  const now = ctx.clock.now()
  const hash = numberHmac(ctx, lookUp.number)
  await inTransaction(ctx, async ({ db }) => {
    await db
      .deleteFrom('organisations.look_up')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('number_hmac', '=', hash)
      .where(ofAsker(asker))
      .execute()
    await db
      .insertInto('organisations.look_up')
      .values({
        tenant_id: ctx.tenant.id,
        look_up_id: id,
        person_id: asker.kind === 'person' ? asker.personId : null,
        visitor_id: asker.kind === 'visitor' ? asker.visitorId : null,
        number_hmac: hash,
        sealed: sealLookUp(ctx, id, lookUp),
        asked,
        asked_at: now,
        expires_at: later(now, asked ? keptFor[asker.kind] : refusalKeptFor),
      })
      // Two windows may ask at once: the answer that came first stands.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
