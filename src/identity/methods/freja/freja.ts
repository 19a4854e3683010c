import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { CodedError } from '../../../platform/errors.ts'
import { failed, ok } from '../../../platform/result.ts'
import type { FrejaSettings } from '../../../tenants/public.ts'
import type { Collected, FindPartner, OrderMethod, Partner } from '../method.ts'
import { findToAsk, over } from '../order.ts'
import { checkDetails } from './check-details.ts'
import { askFreja } from './client.ts'
import { textOfEnding } from './endings.ts'
import { endings, failureOf, noAnswer } from './failures.ts'
import { readSigned } from './jws.ts'
import { readSigningCertificates, type SigningCertificates } from './signing-certificates.ts'
import { FrejaStatus, textOfStatus } from './statuses.ts'

/** Freja eID+ is an approved Swedish e-legitimation at level 3 (Agency for Digital Government). */
const level = 'http://id.elegnamnden.se/loa/1.0/loa3'

/** How an order is kept. */
const Order = z.object({
  reference: z.string().min(1),
  /** Milliseconds since 1970, by our clock. */
  placedAt: z.number(),
  returnUrl: z.string().optional(),
})

const Started = z.object({ authRef: z.string().min(1) })
const Outcome = z.object({ authRef: z.string(), status: FrejaStatus, details: z.string().optional() })

type Freja = {
  readonly partner: Partner
  readonly certificates: SigningCertificates
  readonly relyingParty: string | undefined
}

/**
 * Freja eID+ by its REST API 1.0. `launch` is an address that the browser can open: the caller has put the simulators' own in place of
 * `simulators:`. Who it is isn't said beforehand: the order belongs to whoever reads its code, or opens it, in their app. `place` throws where
 * there is nobody to ask or nothing to check an answer by.
 */
export function frejaMethod(settings: FrejaSettings, findPartner: FindPartner): OrderMethod {
  const { launch, relyingParty } = settings

  const find = async (ctx: Context): Promise<Freja> => {
    const partner = await findPartner(ctx, settings)
    const certificates = readSigningCertificates(partner.signing ?? '')
    if (certificates.size === 0) throw new CodedError('identity-provider-failed', 'Freja has no signing certificates')
    return { partner, certificates, relyingParty }
  }

  return {
    kind: 'order',
    // Milliseconds: what Freja's own client takes; the least it allows is one second.
    collectEvery: 3_000,
    // The app may be told where to go, but by the link itself: who placed the order knows all that it would come back with.
    leadsBack: false,

    async place(ctx, { returnUrl }) {
      const placedAt = ctx.clock.now().getTime()
      const answer = await askFreja(ctx, await find(ctx), { method: 'start', request: startRequest })
      if (answer.kind === 'error') return failed(failureOf(answer.code))
      const started = Started.safeParse(answer.kind === 'answered' ? answer.value : undefined)
      if (!started.success) return failed(noAnswer)
      return ok({ reference: started.data.authRef, placedAt, ...(returnUrl && { returnUrl }) })
    },

    async collect(ctx, kept, lastHint) {
      const order = Order.parse(kept)
      const pending = { kind: 'pending', hint: lastHint } as const
      const freja = await findToAsk(ctx, find, 'freja-no-partner')
      if (!freja) return pending
      const answer = await askFreja(ctx, freja, { method: 'result', request: { authRef: order.reference } })
      if (answer.kind === 'error') return over(failureOf(answer.code))
      const outcome = Outcome.safeParse(answer.kind === 'answered' ? answer.value : undefined)
      if (!outcome.success) return pending
      const { authRef, status, details } = outcome.data
      if (authRef !== order.reference) return over({ reason: 'refused', code: 'freja-other-reference' })
      const ending = endings[status]
      if (ending) return over(ending, status === 'EXPIRED' && lastHint !== 'DELIVERED_TO_MOBILE')
      return status === 'APPROVED' ? await identify(ctx, freja, { details, order }) : { kind: 'pending', hint: status }
    },

    ended: textOfEnding,

    async cancel(ctx, kept) {
      const { reference } = Order.parse(kept)
      const freja = await findToAsk(ctx, find, 'freja-no-partner')
      if (freja) await askFreja(ctx, freja, { method: 'cancel', request: { authRef: reference } })
    },

    view(kept, { device, hint }) {
      const { reference, returnUrl } = Order.parse(kept)
      // Before Freja has been asked the first time nothing has happened there.
      const message = textOfStatus(hint || 'STARTED')
      const opens = new URL(launch)
      opens.searchParams.set('transactionReference', reference)
      if (device === 'other') return { message, qr: opens.href, launch: undefined }
      if (returnUrl) opens.searchParams.set('originAppScheme', returnUrl)
      return { message, qr: undefined, launch: opens.href }
    },
  }
}

/** The order is for anybody with Freja eID+; no more is asked about them than what tells who they are. */
const startRequest = {
  userInfoType: 'INFERRED',
  userInfo: 'N/A',
  minRegistrationLevel: 'PLUS',
  attributesToReturn: ['BASIC_USER_INFO', 'SSN', 'REGISTRATION_LEVEL', 'DATE_OF_BIRTH'].map((attribute) => ({
    attribute,
  })),
} as const

/** Reads an approved authentication from what is signed about it; the same things beside the signature are never looked at. */
async function identify(
  ctx: Context,
  { certificates, relyingParty }: Freja,
  { details, order }: { readonly details: string | undefined; readonly order: z.infer<typeof Order> },
): Promise<Collected> {
  const now = ctx.clock.now()
  const signed = await readSigned(details, certificates, now)
  if (!signed.ok) return over({ reason: 'refused', code: signed.error })
  const { reference, placedAt } = order
  const claimed = checkDetails(signed.value, { reference, placedAt, relyingParty, now: now.getTime() })
  if (!claimed.ok) return over(claimed.error)
  return { kind: 'complete', identity: { claimed: claimed.value, level, reference } }
}
