import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { mostOrganisations, type OrganisationDetails } from '../model.ts'
import { requirePerson } from '../policy.ts'
import type { CompanyRegister } from '../register/company-register.ts'
import { lockOwn } from './lock-own.ts'
import { columnsOf } from './write-organisation.ts'
import '../tables.ts'

/** Writes down an organisation that the logged-in person acts for, and answers its id. */
export async function addOrganisation(
  ctx: Context,
  register: CompanyRegister,
  details: OrganisationDetails,
): Promise<Result<string, 'already-there' | 'too-many'>> {
  const person = requirePerson(ctx.actor)
  const id = ctx.ids.next()
  const columns = await columnsOf(ctx, register, id, details)
  return await inTransaction(ctx, async ({ db, record }) => {
    await lockOwn({ db }, person)
    const { count } = await db
      .selectFrom('organisations.organisation')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostOrganisations) return failed('too-many')
    const added = await db
      .insertInto('organisations.organisation')
      .values({
        tenant_id: ctx.tenant.id,
        organisation_id: id,
        person_id: person,
        ...columns,
        created_at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('organisation_id')
      .executeTakeFirst()
    if (!added) return failed('already-there')
    record({ type: 'organisation.added', subject: id, data: {} })
    return ok(id)
  })
}
