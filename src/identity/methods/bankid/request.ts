import type { BankIdSettings } from '../../../tenants/public.ts'
import type { OrderMethod } from '../method.ts'

/** Where an order is placed from. */
export type OrderInput = Parameters<OrderMethod['place']>[1]

/** What is asked of the person in the app. */
export type Asked =
  /** At most 1500 characters once it is base64. */
  | { readonly method: 'auth'; readonly visible: string }
  | {
      readonly method: 'sign'
      /** At most 40 000 characters once it is base64. */
      readonly visible: string
      /** Signed, not shown: at most 200 000 characters once it is base64. */
      readonly nonVisible: string
      readonly format: 'plain' | 'simpleMarkdownV1'
      /** Twelve digits: nobody else can answer. */
      readonly personalNumber: string
    }

/** Characters that are sent of what a browser says of itself: a limit of ours, since anybody may write anything there. */
const longestUserAgent = 256

/** The body of `auth` and `sign`. */
export const orderRequest = (
  { policies }: Pick<BankIdSettings, 'policies'>,
  asked: Asked,
  { device, endUserIp, userAgent, host, returnUrl }: OrderInput,
) => {
  const certificatePolicies = device === 'this' ? policies.thisDevice : policies.otherDevice
  const requirement = {
    ...(asked.method === 'sign' && { personalNumber: asked.personalNumber }),
    ...(certificatePolicies.length > 0 && { certificatePolicies }),
  }
  return {
    // Node writes an IPv4 address so where it listens for both kinds.
    endUserIp: endUserIp.replace(/^::ffff:(?=\d+\.)/i, ''),
    userVisibleData: base64(asked.visible),
    ...(asked.method === 'sign' && { userNonVisibleData: base64(asked.nonVisible) }),
    ...(asked.method === 'sign' && asked.format !== 'plain' && { userVisibleDataFormat: asked.format }),
    ...(returnUrl && { returnUrl }),
    ...(Object.keys(requirement).length > 0 && { requirement }),
    web: {
      referringDomain: host.replace(/:\d+$/, ''),
      ...(userAgent && { userAgent: userAgent.slice(0, longestUserAgent) }),
    },
  }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
