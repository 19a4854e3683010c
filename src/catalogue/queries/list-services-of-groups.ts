import { type SqlBool, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { ListedService } from '../model.ts'
import { mayDo } from '../policy.ts'
import { byTitle, listedColumns, toListed } from './listed.ts'

/** The e-services whose cases some staff groups handle, always or by what was answered; by title as the reader's language sorts. */
export async function listServicesOfGroups(ctx: Context, groups: readonly string[]): Promise<readonly ListedService[]> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  return await inReading(ctx, async ({ db }) => {
    const rows = await db
      .selectFrom('catalogue.service')
      .select(listedColumns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('current_version_id', 'is not', null)
      .where(
        sql<SqlBool>`exists (select from catalogue.service_version v where v.tenant_id = service.tenant_id
          and v.version_id = service.current_version_id
          and (v.definition ->> 'group' = any(${[...groups]}::text[])
            or v.definition #>> '{group,otherwise}' = any(${[...groups]}::text[])
            or jsonb_path_query_array(v.definition, '$.group.when[*].group') ?| ${[...groups]}::text[]))`,
      )
      .orderBy(byTitle(ctx.texts.language))
      .execute()
    return rows.map(toListed(ctx))
  })
}
