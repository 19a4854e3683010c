import { isSimulated } from './simulators.ts'
import type { Tenant } from './tenant.ts'

/** Where in a municipality's settings a simulator is named in the place of somebody outside, such as `citizenLogin.methods.0.issuer`. */
export const simulatedSettings = (tenant: Tenant): readonly string[] => simulatedIn(tenant, [])

function simulatedIn(value: unknown, path: readonly string[]): readonly string[] {
  if (typeof value === 'string') return isSimulated(value) ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, within]) => simulatedIn(within, [...path, name]))
}
