import { signMessageDigestOf } from '../../../identity/public.ts'
import { minutes } from '../../../platform/clock.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { SignedText, Signer, Verified } from '../../methods/method.ts'
import { digestOfText, messageToShow } from './binding.ts'
import { numberNames } from './number-names.ts'
import { readIdToken } from './read-id-token.ts'
import { readSaml } from './read-saml.ts'
import type { AuthenticationCode } from './refusal.ts'
import type { AuthenticationEvidence, Said } from './said.ts'

/** How long before its answer somebody can have identified themselves to it, in milliseconds: as long as a signature may take from first to last. */
const oldest = minutes(20)

/**
 * Verifies that somebody identified themselves to sign a text and its manifest, by a provider's answer (ID token or SAML response) and the keys that were
 * believed when it came (`trusted`: JWKS as JSON, or PEM), today or in twenty years: nobody is asked, and the only times are the answer's own. The
 * answer is to a question that has the text's digest in it, so it counts for no other text; each thing that isn't so has its own code.
 */
export async function verifyAuthentication(
  evidence: AuthenticationEvidence,
  { text, signer }: { readonly text: SignedText; readonly signer: Signer },
  trusted: string,
): Promise<Result<Verified, AuthenticationCode>> {
  const isXml = evidence.answer.trimStart().startsWith('<')
  const read = isXml ? readSaml(evidence, trusted) : await readIdToken(evidence.answer, trusted)
  if (!read.ok) return read
  const said = read.value
  const code = otherwiseThan(evidence, said) ?? notBy(evidence, said, signer) ?? notOf(evidence, said, text)
  if (code) return failed(code)
  return ok({ signer, name: said.name, signedAt: new Date(said.identifiedAt) })
}

/** What the answer itself says otherwise than what was noted of it. */
function otherwiseThan(evidence: AuthenticationEvidence, said: Said): AuthenticationCode | undefined {
  if (said.provider !== evidence.provider) return 'authentication-other-provider'
  if (said.audiences.length === 0 || said.audiences.some((audience) => audience !== evidence.audience))
    return 'authentication-other-audience'
  if (said.level !== evidence.level) return 'authentication-other-level'
  if (said.identifiedAt !== Date.parse(evidence.authenticatedAt)) return 'authentication-other-time'
  if (said.identifiedAt < said.issuedAt - oldest) return 'authentication-old'
  if (said.reference !== undefined && said.reference !== evidence.reference) return 'authentication-other-reference'
  return undefined
}

function notBy(
  { attribute }: AuthenticationEvidence,
  { read }: Said,
  { scheme, number }: Signer,
): AuthenticationCode | undefined {
  if (!numberNames[scheme].includes(attribute)) return 'authentication-other-attribute'
  return read(attribute) === number ? undefined : 'authentication-other-person'
}

function notOf(
  { textDigest, shown }: AuthenticationEvidence,
  said: Said,
  text: SignedText,
): AuthenticationCode | undefined {
  const digest = digestOfText(text)
  if (textDigest !== digest || !said.boundTo.endsWith(`.${digest}`)) return 'authentication-other-text'
  if (said.shown === undefined) return shown && said.tells ? 'authentication-no-digest' : undefined
  return said.shown === signMessageDigestOf(messageToShow(text)) ? undefined : 'authentication-other-digest'
}
