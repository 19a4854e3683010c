import type { Context } from '../../platform/context.ts'
import { insertTransaction } from '../insert-transaction.ts'
import type { Area } from '../tables.ts'
import type { Begun } from '../transaction.ts'

/**
 * Begins an identification that remembers what it is for (`login` unless told), where the person stood and what they wished. Answers the secret for
 * the login cookie.
 */
export const beginLogin = async (
  ctx: Context,
  input: Omit<Begun, 'purpose'> & { readonly area: Area; readonly purpose?: Begun['purpose'] },
): Promise<string> => await insertTransaction(ctx, { purpose: 'login', ...input, columns: { state: 'created' } })
