import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { CodedError } from '../../../platform/errors.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { FrejaSettings } from '../../../tenants/public.ts'
import type { Device, Failure, FindPartner, Kept, OrderView, Partner } from '../method.ts'
import { findToAsk, type Over, over } from '../order.ts'
import { askFreja, type FrejaService, frejaServices } from './client.ts'
import { textOfEnding } from './endings.ts'
import { endings, failureOf, noAnswer } from './failures.ts'
import { readFrejaCertificates, type SigningCertificates } from './signing-certificates.ts'
import { FrejaStatus, textOfStatus } from './statuses.ts'

/** How an order is kept. */
const FrejaOrder = z.object({
  reference: z.string().min(1),
  /** Milliseconds since 1970, by our clock. */
  placedAt: z.number(),
  returnUrl: z.string().optional(),
})

/** Each service calls its reference by a name of its own. */
const Reference = z.object({ authRef: z.string().min(1).optional(), signRef: z.string().min(1).optional() })
const Outcome = Reference.extend({ status: FrejaStatus, details: z.string().optional() })

/** What Freja has answered about an approved order, still to be verified by the certificates. */
export type ApprovedFrejaOrder = {
  readonly kind: 'approved'
  readonly order: z.infer<typeof FrejaOrder>
  readonly details: string | undefined
  readonly certificates: SigningCertificates
}

type Standing = { readonly kind: 'pending'; readonly hint: string } | Over | ApprovedFrejaOrder

/**
 * Orders with one of Freja's services, REST API 1.0: what identification and signing have in common. `launch` is an address that the browser can
 * open: the caller has put the simulators' own in place of `simulators:`. `place` throws where there is nobody to ask or nothing to check an answer by.
 */
export function frejaOrders(settings: FrejaSettings, findPartner: FindPartner, service: FrejaService) {
  const { launch, relyingParty } = settings
  const { reference: name } = frejaServices[service]

  const find = async (ctx: Context) => {
    const partner: Partner = await findPartner(ctx, settings)
    const certificates = readFrejaCertificates(partner.signing ?? '')
    if (certificates.size === 0) throw new CodedError('identity-provider-failed', 'Freja has no signing certificates')
    return { partner, certificates, relyingParty }
  }

  return {
    // Milliseconds: what Freja's own client takes; the least it allows is one second.
    collectEvery: 3_000,
    // The app may be told where to go, but by the link itself: who placed the order knows all that it would come back with.
    leadsBack: false,

    async place(ctx: Context, request: object, returnUrl: string | undefined): Promise<Result<Kept, Failure>> {
      const placedAt = ctx.clock.now().getTime()
      const answer = await askFreja(ctx, await find(ctx), { service, method: 'start', request })
      if (answer.kind === 'error') return failed(failureOf(answer.code))
      const started = Reference.safeParse(answer.kind === 'answered' ? answer.value : undefined)
      const reference = started.data?.[name]
      return reference === undefined ? failed(noAnswer) : ok({ reference, placedAt, ...(returnUrl && { returnUrl }) })
    },

    async ask(ctx: Context, kept: Kept, lastHint: string): Promise<Standing> {
      const order = FrejaOrder.parse(kept)
      const pending = { kind: 'pending', hint: lastHint } as const
      const freja = await findToAsk(ctx, find, 'freja-no-partner')
      if (!freja) return pending
      const answer = await askFreja(ctx, freja, { service, method: 'result', request: { [name]: order.reference } })
      if (answer.kind === 'error') return over(failureOf(answer.code))
      const outcome = Outcome.safeParse(answer.kind === 'answered' ? answer.value : undefined)
      if (!outcome.success) return pending
      const { status, details, [name]: reference } = outcome.data
      if (reference !== order.reference) return over({ reason: 'refused', code: 'freja-other-reference' })
      const ending = endings[status]
      if (ending) return over(ending, status === 'EXPIRED' && lastHint !== 'DELIVERED_TO_MOBILE')
      if (status !== 'APPROVED') return { kind: 'pending', hint: status }
      return { kind: 'approved', order, details, certificates: freja.certificates }
    },

    ended: (code: string) => textOfEnding(code, service),

    async cancel(ctx: Context, kept: Kept): Promise<void> {
      const { reference } = FrejaOrder.parse(kept)
      const freja = await findToAsk(ctx, find, 'freja-no-partner')
      if (freja) await askFreja(ctx, freja, { service, method: 'cancel', request: { [name]: reference } })
    },

    view(kept: Kept, { device, hint }: { readonly device: Device; readonly hint: string }): OrderView {
      const { reference, returnUrl } = FrejaOrder.parse(kept)
      // Before Freja has been asked the first time nothing has happened there.
      const message = textOfStatus(hint || 'STARTED', service)
      const opens = new URL(launch)
      opens.searchParams.set('transactionReference', reference)
      if (device === 'other') return { message, qr: opens.href, launch: undefined }
      if (returnUrl) opens.searchParams.set('originAppScheme', returnUrl)
      return { message, qr: undefined, launch: opens.href }
    },
  }
}
