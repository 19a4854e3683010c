import { z } from 'zod'

/** In a municipality's settings this means this machine's simulators, whatever ports they have. */
const scheme = 'simulators:'

/** Where a partner answers: over TLS, or at the simulators (`simulators:/path`). */
export const PartnerAddress = z.string().regex(/^(https:\/\/|simulators:\/)/)

/** Whether an address or a name in a municipality's settings is the simulators'. */
export const isSimulated = (address: string): boolean => address.startsWith(scheme)

/** An address or a name in a municipality's settings, whole: the simulators' at their `origin`. Undefined for theirs where there are none. */
export function resolveSimulated<Origin extends string | undefined>(address: string, origin: Origin): string | Origin {
  if (!isSimulated(address)) return address
  return origin === undefined ? origin : origin + address.slice(scheme.length)
}
