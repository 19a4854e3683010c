import { z } from 'zod'
import { PartnerAddress } from '../simulators.ts'

const policies = z.array(z.string().regex(/^\d+(\.\d+)+$/))

/**
 * BankID asked by the municipality itself. `simulators:/path` means this machine's simulators: for `address` where partners answer, for
 * `launch` where their pages are.
 */
export const BankIdSettings = z.object({
  kind: z.literal('bankid'),
  /** BankID's service; `https://appapi2.test.bankid.com` is the test environment. */
  address: PartnerAddress.default('https://appapi2.bankid.com'),
  /** The folder of our client certificate and of BankID's own root. */
  certificate: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What opens the app on the same device when an order's token is added to it. */
  launch: z
    .string()
    .regex(/^(https?:\/\/|simulators:\/)/)
    .default('https://app.bankid.com/'),
  /** The level of assurance (acr) that BankID counts as. */
  level: z.string().min(1).default('http://id.swedenconnect.se/loa/1.0/uncertified-loa3'),
  /**
   * Which kinds of BankID may be used on the device that shows the page, and by QR code: policies of certificates (OID), an empty list for all.
   * Mobile BankID is `1.2.752.78.1.5`, in the test environment `1.2.3.4.25`.
   */
  policies: z
    .object({ thisDevice: policies.default([]), otherDevice: policies.default(['1.2.752.78.1.5']) })
    .prefault({}),
})

export type BankIdSettings = Readonly<z.infer<typeof BankIdSettings>>
