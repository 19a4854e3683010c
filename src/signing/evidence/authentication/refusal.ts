/** Why a provider's answer isn't believed as a signature: one code for each check, for operators and in `docs/integrations/signing.md`. */
export type AuthenticationCode = `authentication-${
  // The answer as a text
    | 'malformed'
    | 'dtd'
    | 'wrapped'
    // Its signature
    | 'unsigned'
    | 'weak-algorithm'
    | 'no-keys'
    | 'wrong-key'
    | 'broken-signature'
    | 'undecipherable'
    // What it says
    | 'not-identified'
    | 'other-provider'
    | 'other-audience'
    | 'other-level'
    | 'other-time'
    | 'old'
    | 'other-reference'
    // Who has signed, and what
    | 'other-attribute'
    | 'other-person'
    | 'other-text'
    | 'no-digest'
    | 'other-digest'
}`
