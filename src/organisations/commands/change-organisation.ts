import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { OrganisationDetails } from '../model.ts'
import { requirePerson } from '../policy.ts'
import { findMyOrganisation } from '../queries/list-my-organisations.ts'
import type { CompanyRegister } from '../register/company-register.ts'
import { numberHmac } from '../sealed-number.ts'
import { lockOwn } from './lock-own.ts'
import { columnsOf } from './write-organisation.ts'
import '../tables.ts'

/** Changes one of the logged-in person's organisations. Throws `not-found` for one that isn't theirs. */
export async function changeOrganisation(
  ctx: Context,
  register: CompanyRegister,
  { id, details }: { readonly id: string; readonly details: OrganisationDetails },
): Promise<Result<undefined, 'already-there'>> {
  const person = requirePerson(ctx.actor)
  if (!(await findMyOrganisation(ctx, id))) throw notFound()
  const columns = await columnsOf(ctx, register, id, details)
  return await inTransaction(ctx, async ({ db, record }) => {
    await lockOwn({ db }, person)
    const own = await db
      .selectFrom('organisations.organisation')
      .select(['organisation_id', 'number_hmac', 'name'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', person)
      .execute()
    // Another window may have removed it meanwhile.
    if (!own.some((row) => row.organisation_id === id)) throw notFound()
    const hash = details.number === undefined ? undefined : numberHmac(ctx, details.number)
    const twin = own.some(
      (row) => row.organisation_id !== id && row.name === columns.name && hash && row.number_hmac?.equals(hash),
    )
    if (twin) return failed('already-there')
    await db
      .updateTable('organisations.organisation')
      .set(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('organisation_id', '=', id)
      .execute()
    record({ type: 'organisation.changed', subject: id, data: {} })
    return ok(undefined)
  })
}
