import { notFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/page.ts'
import { findReceipt } from '../queries/find-receipt.ts'
import { receiptPath } from '../receipt.ts'
import { VisitorReceiptView } from '../views/visitor-receipt-view.tsx'
import { ReceiptParameters } from './parameters.ts'

/** The receipt of somebody not logged in. */
export const visitorReceiptPage = page(receiptPath(':receipt'), {
  area: 'public',
  params: ReceiptParameters,
  async get({ ctx, params }) {
    const receipt = await findReceipt(ctx, params.receipt)
    if (!receipt) throw notFound()
    return <VisitorReceiptView receipt={receipt} path={receiptPath(params.receipt)} />
  },
})
