import { type AttributeNames, type MethodSettings, resolveSimulated, type Tenant } from '../../tenants/public.ts'
import { numberNames } from '../evidence/authentication/number-names.ts'
import type { MethodPorts } from '../ports.ts'
import { bankIdSigning } from './bankid/bankid.ts'
import { frejaSigning } from './freja/freja.ts'
import type { Signer, SigningMethod } from './method.ts'

/** A municipality's own name for a way in, with its settings. */
export const findSettings = (tenant: Tenant, name: string): MethodSettings | undefined =>
  tenant.citizenLogin.methods.find((method) => method.name === name)

/** Signing in an app; undefined for a hub, which has its own page, and for what a simulator answers where there are none. */
export function orderMethodOf(settings: MethodSettings, ports: MethodPorts): SigningMethod | undefined {
  if (settings.kind !== 'bankid' && settings.kind !== 'freja') return undefined
  const launch = resolveSimulated(settings.launch, ports.simulators)
  if (launch === undefined) return undefined
  return settings.kind === 'bankid'
    ? bankIdSigning({ ...settings, launch }, ports.findPartner)
    : frejaSigning({ ...settings, launch }, ports.findPartner)
}

/**
 * The ways that somebody can sign by: the apps know nobody but by a Swedish number, and a hub's answer counts only where it has the number in a claim or attribute of
 * the Swedish profiles (`numberNames`).
 */
export const methodsFor = ({ citizenLogin }: Tenant, { scheme }: Pick<Signer, 'scheme'>): readonly MethodSettings[] =>
  citizenLogin.methods.filter((method) => {
    switch (method.kind) {
      case 'oidc':
        return tellsNumber(method.claims, scheme)
      case 'saml':
        return tellsNumber(method.attributes, scheme)
      default:
        return scheme === 'swedish-number'
    }
  })

const tellsNumber = (names: AttributeNames, scheme: Signer['scheme']): boolean =>
  Object.values(names).some((name) => numberNames[scheme].includes(name))
