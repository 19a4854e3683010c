import type { Evidence } from '../../methods/method.ts'

export type AuthenticationEvidence = Extract<Evidence, { readonly kind: 'authentication' }>

/** What a verified answer says of a signature. Instants are milliseconds since 1970. */
export type Said = {
  readonly provider: string | undefined
  /** Whom it is an answer to. */
  readonly audiences: readonly string[]
  readonly level: string | undefined
  readonly identifiedAt: number
  readonly issuedAt: number
  /** The random part and the digest of what is signed, as we asked. */
  readonly boundTo: string
  /** A claim or attribute by its name. */
  readonly read: (name: string) => string | undefined
  readonly name: string | undefined
  readonly reference: string | undefined
  /** The digest of the text that the provider has shown, where it tells it. */
  readonly shown: string | undefined
  /** Whether the provider tells what it has shown. */
  readonly tells: boolean
}
