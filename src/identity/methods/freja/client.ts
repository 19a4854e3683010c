import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { NoAnswer, postOverMutualTls } from '../../../platform/http/mutual-tls.ts'
import type { Partner } from '../method.ts'

/** Milliseconds that an answer may take. */
const timeout = 10_000

/** Bytes of the longest answer that is read: a signature carries what was signed, twice encoded. */
const longestAnswer = 1024 * 1024

/** What Freja answers: what was asked for, an error of its own list, or nothing that can be used. */
export type FrejaAnswer =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'error'; readonly code: number }
  | { readonly kind: 'none' }

const FrejaError = z.object({ code: z.number().int() })

/** Freja's services that we call: where their methods are, what the request is called in the body, and what they call an order. */
export const frejaServices = {
  authentication: {
    reference: 'authRef',
    start: { path: '/authentication/1.0/initAuthentication', parameter: 'initAuthRequest' },
    result: { path: '/authentication/1.0/getOneResult', parameter: 'getOneAuthResultRequest' },
    cancel: { path: '/authentication/1.0/cancel', parameter: 'cancelAuthRequest' },
  },
  sign: {
    reference: 'signRef',
    start: { path: '/sign/1.0/initSignature', parameter: 'initSignRequest' },
    result: { path: '/sign/1.0/getOneResult', parameter: 'getOneSignResultRequest' },
    cancel: { path: '/sign/1.0/cancel', parameter: 'cancelSignRequest' },
  },
} as const

export type FrejaService = keyof typeof frejaServices

/** Asks one of Freja's services once. Never throws; why there was no answer is logged without what was sent. */
export async function askFreja(
  ctx: Context,
  freja: { readonly partner: Partner; readonly relyingParty: string | undefined },
  asked: {
    readonly service: FrejaService
    readonly method: 'start' | 'result' | 'cancel'
    readonly request: object
  },
): Promise<FrejaAnswer> {
  const { service, method } = asked
  const { path, parameter } = frejaServices[service][method]
  const request = Buffer.from(JSON.stringify(asked.request)).toString('base64')
  try {
    const { status, body } = await postOverMutualTls(`${freja.partner.address}${path}`, freja.partner, {
      // Freja's own client says JSON of a body that isn't, and its service expects it.
      headers: { 'content-type': 'application/json' },
      body: `${parameter}=${request}${freja.relyingParty ? `&relyingPartyId=${freja.relyingParty}` : ''}`,
      timeout,
      longestAnswer,
    })
    if (status === 204) return { kind: 'answered', value: undefined }
    if (status === 200) return { kind: 'answered', value: JSON.parse(body) }
    // Errors of the list come with 400 or 422; other statuses are a service out of order.
    if (status === 400 || status === 422) return { kind: 'error', code: FrejaError.parse(JSON.parse(body)).code }
    ctx.log.warn({ code: 'freja-no-answer', service, method, status }, 'Freja is out of order')
  } catch (error) {
    const reason = error instanceof NoAnswer ? error.code : 'not understood'
    ctx.log.warn({ code: 'freja-no-answer', service, method, reason }, 'Freja gave no answer')
  }
  return { kind: 'none' }
}
