import { splitPem } from '../../../platform/cryptography/pem.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import { attributeOf, textOf } from '../../../platform/xml/elements.ts'
import type { Proof } from '../method.ts'
import { attributesOf, levelOf } from './check-assertion.ts'
import { decryptWith } from './content-key.ts'
import { openResponse } from './open-response.ts'
import type { SamlRefusal } from './refusal.ts'
import { signMessageDigest } from './sign-message.ts'
import { statusProblem } from './status.ts'
import { verifySigned } from './verify-signed.ts'
import { allBelow, instantOf, onlyChild, readXml } from './xml.ts'

/** What a kept response says, verified. Instants are milliseconds since 1970. */
export type SamlSaid = {
  readonly provider: string | undefined
  /** Whom it is for, by entityID. */
  readonly audiences: readonly string[]
  readonly level: string | undefined
  readonly identifiedAt: number
  readonly issuedAt: number
  /** The ID of the request that it answers. */
  readonly request: string
  readonly attributes: ReadonlyMap<string, string>
  /** See `signMessageDigest`. */
  readonly shown: string | undefined
}

/** Verifies and reads a response that was kept as proof, with the certificates (PEM) that were believed then. Asks nobody, and no clock. */
export function readSamlProof(
  { answer, contentKey = '' }: Pick<Proof, 'answer' | 'contentKey'>,
  trusted: string,
): Result<SamlSaid, SamlRefusal> {
  const opened = openResponse(Buffer.from(answer).toString('base64'))
  if (!opened.ok) return opened
  const verified = verifySigned(opened.value.text, opened.value.root, splitPem(trusted))
  if (!verified.ok) return verified
  const status = statusProblem(verified.value)
  if (status) return failed(status.code)
  const decrypted = decryptWith(verified.value, Buffer.from(contentKey, 'base64'))
  if (decrypted === undefined) return failed('saml-undecipherable')
  const read = readXml(decrypted)
  if (!read.ok) return read
  const assertion = read.value
  if (allBelow(assertion, 'assertion', 'Assertion').length > 0) return failed('saml-wrapped')
  const statement = onlyChild(assertion, 'assertion', 'AuthnStatement')
  const identifiedAt = instantOf(attributeOf(statement, 'AuthnInstant'))
  const issuedAt = instantOf(attributeOf(assertion, 'IssueInstant'))
  const request = attributeOf(verified.value, 'InResponseTo')
  if (identifiedAt === undefined || issuedAt === undefined || request === undefined) return failed('saml-malformed')
  const attributes = attributesOf(assertion)
  return ok({
    provider: textOf(onlyChild(assertion, 'assertion', 'Issuer')),
    audiences: allBelow(assertion, 'assertion', 'Audience').flatMap((audience) => textOf(audience) ?? []),
    level: levelOf(assertion),
    identifiedAt,
    issuedAt,
    request,
    attributes,
    shown: attributes.get(signMessageDigest),
  })
}
