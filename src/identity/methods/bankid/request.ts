import type { BankIdSettings } from '../../../tenants/public.ts'
import type { OrderMethod } from '../method.ts'

/** What an order is placed with. */
export type AuthInput = Parameters<OrderMethod['place']>[1]

/** Characters that are sent of what a browser says of itself: a limit of ours, since anybody may write anything there. */
const longestUserAgent = 256

/** The body of `auth`; `visible` is what the person reads in the app, at most 1500 characters once it is base64. */
export const authRequest = (
  { policies }: Pick<BankIdSettings, 'policies'>,
  visible: string,
  { device, endUserIp, userAgent, host, returnUrl }: AuthInput,
) => {
  const certificatePolicies = device === 'this' ? policies.thisDevice : policies.otherDevice
  return {
    // Node writes an IPv4 address so where it listens for both kinds.
    endUserIp: endUserIp.replace(/^::ffff:(?=\d+\.)/i, ''),
    userVisibleData: Buffer.from(visible).toString('base64'),
    ...(returnUrl && { returnUrl }),
    ...(certificatePolicies.length > 0 && { requirement: { certificatePolicies } }),
    web: {
      referringDomain: host.replace(/:\d+$/, ''),
      ...(userAgent && { userAgent: userAgent.slice(0, longestUserAgent) }),
    },
  }
}
