import { days, later } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { hmac, sha256 } from '../platform/cryptography/sealing.ts'
import { ahead } from '../platform/database/preparing-client.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { Received } from './application.ts'
import { casePath } from './case.ts'
import './tables.ts'

/** For how long the address of a visitor's receipt leads anywhere, in milliseconds (30 days, as the address promises). */
const keptFor = days(30)

/**
 * The reference in the address of a visitor's receipt: 256 bits that nobody can guess, and the same for every post of a draft, so that
 * pressing twice leads to one receipt.
 */
export const receiptReference = (ctx: Context, draftId: string): string =>
  hmac(ctx.vault.tenantKey(ctx.tenant.id, 'find'), `receipt:${draftId}`).toString('base64url')

/** What is stored of a reference: whoever reads the table can't open a receipt. */
export const referenceHash = (reference: string): Buffer => sha256(reference)

/** Where a visitor's receipt is. */
export const receiptPath = (reference: string): string => `/kvittens/${reference}`

/** Where somebody who has sent is led: a person to their case's receipt, a visitor to one that needs no login. */
export const receivedPath = ({ caseId, receipt }: Received): string =>
  receipt === undefined ? `${casePath(caseId)}/kvittens` : receiptPath(receipt)

/** Lets a reference lead to a case for 30 days. */
export async function writeReceipt(
  ctx: Context,
  { db }: Transaction,
  { reference, caseId, at }: { readonly reference: string; readonly caseId: string; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('cases.receipt')
    .values({
      tenant_id: ctx.tenant.id,
      reference_hash: referenceHash(reference),
      case_id: caseId,
      expires_at: later(at, keptFor),
    })
    .modifyEnd(ahead)
    .execute()
}
