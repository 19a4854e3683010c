import type { Context } from '../../platform/context.ts'
import { type MethodSettings, resolveSimulated, type Tenant } from '../../tenants/public.ts'
import { bankIdMethod } from './bankid/bankid.ts'
import { frejaMethod } from './freja/freja.ts'
import type { FindPartner, LoginMethod, LoginMethods } from './method.ts'
import { oidcMethod } from './oidc/oidc.ts'
import type { Providers } from './oidc/providers.ts'
import type { FindIdentityProvider } from './saml/find-provider.ts'
import type { SamlKeys } from './saml/keys.ts'
import { samlMethod } from './saml/saml-method.ts'

/** What the methods reach the world by. */
export type MethodPorts = {
  readonly providers: Providers
  readonly findPartner: FindPartner
  readonly samlKeys: (ctx: Context) => Promise<SamlKeys>
  readonly findIdentityProvider: FindIdentityProvider
  /** The origin of this machine's simulators; undefined where there are none. */
  readonly simulators: string | undefined
}

/** The ways in of all municipalities. What a simulator answers is no way in where there are none: its method can't be found. */
export const loginMethods = (ports: MethodPorts): LoginMethods => ({
  find(tenant, name) {
    const settings = tenant.citizenLogin.methods.find((method) => method.name === name)
    return settings && methodOf(settings, tenant, ports)
  },
})

function methodOf(settings: MethodSettings, { citizenLogin }: Tenant, ports: MethodPorts): LoginMethod | undefined {
  const { acceptedBindingProcesses } = citizenLogin
  switch (settings.kind) {
    case 'oidc':
      return oidcMethod(settings, { providers: ports.providers, acceptedBindingProcesses })
    case 'saml':
      return samlMethod(settings, {
        keys: ports.samlKeys,
        findProvider: ports.findIdentityProvider,
        acceptedBindingProcesses,
      })
    case 'bankid':
    case 'freja': {
      // What opens an app: the issuer's own address, or a page of the simulators.
      const launch = resolveSimulated(settings.launch, ports.simulators)
      if (launch === undefined) return undefined
      return settings.kind === 'bankid'
        ? bankIdMethod({ ...settings, launch }, ports.findPartner)
        : frejaMethod({ ...settings, launch }, ports.findPartner)
    }
  }
}
