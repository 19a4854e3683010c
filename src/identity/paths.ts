import type { RedirectMethod } from './methods/method.ts'
import { samlAnswerPath } from './methods/saml/own-metadata.ts'
import type { LoginReason } from './reason.ts'

/** Addresses of the pages that lead through an identification; `loginAddress` of the design system leads to the first. */

/** A municipality's way in, by its name. */
export const methodPath = (name: string): string => `/logga-in/med/${name}`

/** Where a person waits for their app. */
export const waitingPath = '/logga-in/pagar'

/** Where whoever has shown who they are comes in. */
export const donePath = '/logga-in/klar'

/** Takes an order back. */
export const cancelPath = '/logga-in/avbryt'

/** Where providers send a resident's browser back to. */
export const answerPath = { oidc: '/logga-in/svar', saml: samlAnswerPath } as const

/** Where a provider's answer comes, by how it does. */
export const answerAddressOf = (origin: string, answersBy: RedirectMethod['answersBy']): string =>
  origin + (answersBy === 'form' ? answerPath.saml : answerPath.oidc)

/** A path of our own that says why nothing came of what was begun there. */
export function withReason(path: string, reason: LoginReason): string {
  const [page, query] = path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('fel', reason)
  return `${page}?${parameters}`
}

/** Staff's way to their municipality's own provider. */
export const staffPath = '/logga-in/medarbetare'

/** Where an e-ID is tried. */
export const testPath = '/hjalp/testa-e-legitimation'
