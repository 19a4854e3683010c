import { isIP } from 'node:net'
import { z } from 'zod'
import type { NewOrder } from './orders.ts'

const base64 = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => Buffer.from(text, 'base64').toString('base64') === text)

/** The body of `auth`. What BankID does not know it refuses, and so do we. */
const AuthRequest = z.strictObject({
  endUserIp: z.string().refine((text) => isIP(text) !== 0),
  userVisibleData: base64(1_500).optional(),
  userNonVisibleData: base64(1_500).optional(),
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

const OrderRequest = z.strictObject({ orderRef: z.string() })

/** An order to be placed, or the name of the parameter that is wrong. */
export function readAuthRequest(body: unknown): NewOrder | { readonly wrong: string } {
  const parsed = AuthRequest.safeParse(body)
  if (!parsed.success) return { wrong: wrongIn(parsed.error) }
  const { endUserIp, userVisibleData, returnUrl, requirement, web } = parsed.data
  return {
    endUserIp,
    visible: Buffer.from(userVisibleData ?? '', 'base64').toString('utf8'),
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
