import {
  type ApprovedFrejaOrder,
  type FindPartner,
  frejaOrders,
  namedFrejaCertificate,
} from '../../../identity/public.ts'
import type { Context } from '../../../platform/context.ts'
import { failed } from '../../../platform/result.ts'
import type { FrejaSettings } from '../../../tenants/public.ts'
import { type ExpectedSignature, type FrejaEvidence, verifyFrejaSignature } from '../../evidence/freja/verify.ts'
import type { CollectedSignature, SigningMethod } from '../method.ts'
import { longestText, signRequest } from './request.ts'

/** Freja eID+ is an approved Swedish e-legitimation at level 3 (Agency for Digital Government). */
const level = 'http://id.elegnamnden.se/loa/1.0/loa3'

/**
 * Signing with Freja eID+ by its REST API 1.0. The order names the person, and lies in their app alone; nobody without a Swedish number can sign so
 * (`freja-signature-no-number`), and nothing longer than 4 096 characters (`freja-signature-too-long`). For `launch` and what throws see `frejaOrders`.
 */
export function frejaSigning(settings: FrejaSettings, findPartner: FindPartner): SigningMethod {
  const { place, ask, ...orders } = frejaOrders(settings, findPartner, 'sign')
  return {
    kind: 'order',
    ...orders,

    async place(ctx, { text, signer, returnUrl }) {
      if (signer.scheme !== 'swedish-number') return failed({ reason: 'no-number', code: 'freja-signature-no-number' })
      if (text.visible.length > longestText) {
        ctx.log.error({ code: 'freja-signature-too-long' }, 'a text is longer than Freja shows')
        return failed({ reason: 'unavailable', code: 'freja-signature-too-long' })
      }
      return await place(ctx, await signRequest(ctx, text, signer), returnUrl)
    },

    async collect(ctx, kept, { lastHint, text, signer }) {
      const standing = await ask(ctx, kept, lastHint)
      if (standing.kind !== 'approved') return standing
      return await verify(ctx, standing, { text, signer, relyingParty: settings.relyingParty })
    },
  }
}

/** Makes evidence of an approved order, and verifies it as anybody could later on. */
async function verify(
  ctx: Context,
  { details, order, certificates }: ApprovedFrejaOrder,
  expected: ExpectedSignature,
): Promise<CollectedSignature> {
  const named = namedFrejaCertificate(details, certificates)
  if (!named.ok) return refuse(`freja-signature-${named.error}`)
  const evidence: FrejaEvidence = {
    kind: 'freja',
    details: details ?? '',
    certificate: named.value.toString(),
    collectedAt: ctx.clock.now().toISOString(),
    reference: order.reference,
  }
  const trusted = [...certificates.values()].join('')
  const verified = await verifyFrejaSignature(evidence, { ...expected, placedAt: new Date(order.placedAt) }, trusted)
  return verified.ok ? { kind: 'complete', evidence, verified: verified.value, level, trusted } : refuse(verified.error)
}

const refuse = (code: string): CollectedSignature => ({
  kind: 'failed',
  failure: { reason: code.endsWith('-number') ? 'no-number' : 'refused', code },
  restart: false,
})
