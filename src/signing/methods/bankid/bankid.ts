import { z } from 'zod'
import { type BankIdStanding, bankIdOrders, type FindPartner, findToAsk } from '../../../identity/public.ts'
import type { Context } from '../../../platform/context.ts'
import { CodedError } from '../../../platform/errors.ts'
import { failed } from '../../../platform/result.ts'
import type { BankIdSettings } from '../../../tenants/public.ts'
import { type BankIdEvidence, type ExpectedSignature, verifyBankIdSignature } from '../../evidence/bankid/verify.ts'
import type { CollectedSignature, SigningMethod } from '../method.ts'

/** What BankID tells of a signature, both base64. */
const Completion = z.object({ signature: z.string(), ocspResponse: z.string().default('') })

/**
 * Signing with BankID by its interface for relying parties, v6.0. The order is for one personal number: nobody else can answer it, and nobody without a Swedish
 * number can sign so (`bankid-signature-no-number`). `place` throws where there is nobody to ask, or no root to verify signatures by (`signing-root.pem`). For
 * `launch` see `bankIdOrders`.
 */
export function bankIdSigning(settings: BankIdSettings, findPartner: FindPartner): SigningMethod {
  const { place, ask, ...orders } = bankIdOrders(settings, findPartner)

  const findRoot = async (ctx: Context): Promise<string> => {
    const { signingRoot } = await findPartner(ctx, settings)
    if (signingRoot) return signingRoot
    throw new CodedError('identity-provider-failed', 'There is no root to verify BankID’s signatures by')
  }

  return {
    kind: 'order',
    ...orders,

    async place(ctx, { text, signer, ...input }) {
      if (signer.scheme !== 'swedish-number') return failed({ reason: 'no-number', code: 'bankid-signature-no-number' })
      await findRoot(ctx)
      const { visible, format, manifest } = text
      return place(ctx, input, {
        method: 'sign',
        visible,
        format,
        nonVisible: manifest,
        personalNumber: signer.number,
      })
    },

    async collect(ctx, kept, { lastHint, text, signer }) {
      // BankID tells a result once: before it is asked there must be something to verify the answer by.
      const root = await findToAsk(ctx, findRoot, 'bankid-no-partner')
      if (!root) return { kind: 'pending', hint: lastHint }
      const standing = await ask(ctx, kept, lastHint)
      return standing.kind === 'complete'
        ? verify(ctx, standing, { expected: { text, signer }, root, level: settings.level })
        : standing
    },
  }
}

type Trusted = { readonly expected: ExpectedSignature; readonly root: string; readonly level: string }

/** Makes evidence of a complete order, and verifies it as anybody could later on. */
function verify(
  ctx: Context,
  { order, completion }: BankIdStanding & { readonly kind: 'complete' },
  { expected, root, level }: Trusted,
): CollectedSignature {
  const read = Completion.safeParse(completion)
  if (!read.success) return refuse('bankid-malformed-answer')
  const evidence: BankIdEvidence = {
    kind: 'bankid',
    ...read.data,
    collectedAt: ctx.clock.now().toISOString(),
    reference: order.orderRef,
  }
  const verified = verifyBankIdSignature(evidence, expected, root)
  if (verified.ok) return { kind: 'complete', evidence, verified: verified.value, level, trusted: root }
  ctx.log.error({ code: verified.error, reference: order.orderRef }, 'BankID sent a signature that isn’t believed')
  return refuse(verified.error)
}

const refuse = (code: string): CollectedSignature => ({
  kind: 'failed',
  failure: { reason: 'refused', code },
  restart: false,
})
