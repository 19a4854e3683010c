import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Database } from '../../platform/database/schema.ts'
import '../tables.ts'

/** Whether what came of a transaction may be used: a browser that was to be led back to it has been. */
export const isReturned = (
  is: ExpressionBuilder<Database, 'identity.eid_transaction'>,
): ExpressionWrapper<Database, 'identity.eid_transaction', SqlBool> =>
  is.or([is('return_hash', 'is', null), is('returned_at', 'is not', null)])
