import { attributeOf, textOf } from '../../../platform/xml/elements.ts'
import { type Expected, freshnessProblem } from './expected.ts'
import type { SamlRefusal } from './refusal.ts'
import { instantOf, onlyChild } from './xml.ts'

/** Whether a verified answer is the one to our request: from whom, to whom, to what, and just now. Undefined when it is. */
export function responseProblem(response: Element, expected: Expected, now: number): SamlRefusal | undefined {
  const made = instantOf(attributeOf(response, 'IssueInstant'))
  if (attributeOf(response, 'Version') !== '2.0' || made === undefined) return 'saml-malformed'
  if (textOf(onlyChild(response, 'assertion', 'Issuer')) !== expected.provider) return 'saml-wrong-issuer'
  if (attributeOf(response, 'Destination') !== expected.answerAddress) return 'saml-wrong-destination'
  const answers = attributeOf(response, 'InResponseTo')
  if (answers === undefined) return 'saml-unsolicited'
  if (answers !== expected.request) return 'saml-wrong-request'
  return freshnessProblem(made, now)
}
