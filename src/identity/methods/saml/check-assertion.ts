import { attributeOf, textOf } from '../../../platform/xml/elements.ts'
import { type Expected, freshnessProblem, skew } from './expected.ts'
import type { SamlRefusal } from './refusal.ts'
import { allBelow, childrenOf, instantOf, onlyChild } from './xml.ts'

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/**
 * Whether a decrypted assertion is for us, about what we asked, and just made: what the library doesn't check. (It checks the periods and the audience.)
 * Undefined when it is.
 */
export function assertionProblem(assertion: Element, expected: Expected, now: number): SamlRefusal | undefined {
  const made = instantOf(attributeOf(assertion, 'IssueInstant'))
  if (attributeOf(assertion, 'Version') !== '2.0' || made === undefined) return 'saml-malformed'
  if (allBelow(assertion, 'assertion', 'Assertion').length > 0) return 'saml-wrapped'
  if (allBelow(assertion, 'encryption', 'EncryptedData').length > 0) return 'saml-encrypted-attribute'
  if (textOf(onlyChild(assertion, 'assertion', 'Issuer')) !== expected.provider) return 'saml-wrong-issuer'
  return (
    freshnessProblem(made, now) ??
    confirmationProblem(assertion, expected) ??
    statementProblem(assertion, expected, now)
  )
}

/** The assertion is for whoever brings it here, as the answer to our request and no other. */
function confirmationProblem(assertion: Element, expected: Expected): SamlRefusal | undefined {
  const confirmation = onlyChild(onlyChild(assertion, 'assertion', 'Subject'), 'assertion', 'SubjectConfirmation')
  const data = onlyChild(confirmation, 'assertion', 'SubjectConfirmationData')
  const conditions = onlyChild(assertion, 'assertion', 'Conditions')
  if (attributeOf(confirmation, 'Method') !== bearer) return 'saml-malformed'
  if (instantOf(attributeOf(data, 'NotOnOrAfter')) === undefined) return 'saml-malformed'
  if (instantOf(attributeOf(conditions, 'NotOnOrAfter')) === undefined) return 'saml-malformed'
  if (attributeOf(data, 'Recipient') !== expected.answerAddress) return 'saml-wrong-recipient'
  const answers = attributeOf(data, 'InResponseTo')
  if (answers === undefined) return 'saml-unsolicited'
  return answers === expected.request ? undefined : 'saml-wrong-request'
}

/** The person has identified themselves at a level that we asked for, and for us: after our request, which asked for it (ForceAuthn). */
function statementProblem(assertion: Element, expected: Expected, now: number): SamlRefusal | undefined {
  const statement = onlyChild(assertion, 'assertion', 'AuthnStatement')
  const level = levelOf(assertion)
  const instant = instantOf(attributeOf(statement, 'AuthnInstant'))
  if (instant === undefined) return 'saml-malformed'
  if (level === undefined || !expected.levels.includes(level)) return 'saml-wrong-level'
  if (instant > now + skew) return 'saml-clock-ahead'
  return instant < expected.asked - skew ? 'saml-identified-before' : undefined
}

/** The level (AuthnContextClassRef) that an assertion vouches for. */
export const levelOf = (assertion: Element): string | undefined =>
  textOf(
    onlyChild(
      onlyChild(onlyChild(assertion, 'assertion', 'AuthnStatement'), 'assertion', 'AuthnContext'),
      'assertion',
      'AuthnContextClassRef',
    ),
  )

/** An assertion's attributes by their names; several values, or several attributes of one name, are joined by `;`. */
export function attributesOf(assertion: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const statement of childrenOf(assertion, 'assertion', 'AttributeStatement')) {
    for (const attribute of childrenOf(statement, 'assertion', 'Attribute')) {
      const name = attributeOf(attribute, 'Name') ?? ''
      const values = childrenOf(attribute, 'assertion', 'AttributeValue').flatMap((value) => textOf(value) ?? [])
      if (values.length > 0) found.set(name, [...(found.has(name) ? [found.get(name)] : []), ...values].join(';'))
    }
  }
  return found
}
