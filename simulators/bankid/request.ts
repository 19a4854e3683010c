import { isIP } from 'node:net'
import { z } from 'zod'
import type { NewOrder } from './orders.ts'

const base64 = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => Buffer.from(text, 'base64').toString('base64') === text)

/** What the bodies of `auth` and `sign` have in common. What BankID does not know it refuses, and so do we. */
const OrderBody = z.strictObject({
  endUserIp: z.string().refine((text) => isIP(text) !== 0),
  userVisibleDataFormat: z.literal('simpleMarkdownV1').optional(),
  returnUrl: z.url({ protocol: /^https?$/ }).optional(),
  returnRisk: z.boolean().optional(),
  requirement: z
    .strictObject({
      personalNumber: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
      pinCode: z.boolean().optional(),
      mrtd: z.boolean().optional(),
      cardReader: z.enum(['class1', 'class2']).optional(),
      certificatePolicies: z
        .array(z.string().regex(/^\d+(\.\d+)+$/))
        .min(1)
        .optional(),
    })
    .optional(),
  web: z
    .strictObject({
      deviceIdentifier: z.string().optional(),
      referringDomain: z.string().optional(),
      userAgent: z.string().optional(),
    })
    .optional(),
})

const bodies = {
  auth: OrderBody.extend({
    userVisibleData: base64(1_500).optional(),
    userNonVisibleData: base64(1_500).optional(),
  }),
  sign: OrderBody.extend({
    userVisibleData: base64(40_000),
    userNonVisibleData: base64(200_000).optional(),
  }),
}

const OrderRequest = z.strictObject({ orderRef: z.string() })

/** An order to be placed, or the name of the parameter that is wrong. */
export function readNewOrder(method: 'auth' | 'sign', body: unknown): NewOrder | { readonly wrong: string } {
  const parsed = bodies[method].safeParse(body)
  if (!parsed.success) return { wrong: wrongIn(parsed.error) }
  const { endUserIp, userVisibleData = '', userNonVisibleData, returnUrl, requirement, web } = parsed.data
  const format = parsed.data.userVisibleDataFormat
  return {
    endUserIp,
    visible: Buffer.from(userVisibleData, 'base64').toString('utf8'),
    toSign: method === 'sign' ? { visible: userVisibleData, nonVisible: userNonVisibleData, format } : undefined,
    domain: web?.referringDomain ?? '',
    returnUrl,
    personalNumber: requirement?.personalNumber,
  }
}

/** The order that a request is about, or the name of the parameter that is wrong. */
export function readOrderRequest(body: unknown): { readonly ref: string } | { readonly wrong: string } {
  const parsed = OrderRequest.safeParse(body)
  return parsed.success ? { ref: parsed.data.orderRef } : { wrong: wrongIn(parsed.error) }
}

const wrongIn = ({ issues: [first] }: z.ZodError): string =>
  first?.code === 'unrecognized_keys' ? first.keys.join() : (first?.path.join('.') ?? '')
