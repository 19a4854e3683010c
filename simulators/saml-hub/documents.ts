import { escapeXml, namespaces, status } from './names.ts'
import { newId, type Plan } from './plan.ts'

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

const answers = (plan: Pick<Plan, 'inResponseTo'>): string =>
  plan.inResponseTo === undefined ? '' : ` InResponseTo="${plan.inResponseTo}"`

/** The assertion of a plan; `extra` stands last in its attribute statement. */
export function assertionXml(plan: Plan, extra = ''): string {
  const attributes = plan.attributes.map(
    ({ name, friendlyName, value }) =>
      `<saml:Attribute Name="${name}" FriendlyName="${friendlyName}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">` +
      `<saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue></saml:Attribute>`,
  )
  return (
    `<saml:Assertion xmlns:saml="${namespaces.assertion}" ID="${plan.assertionId}" Version="2.0" IssueInstant="${instant(plan.issued)}">` +
    `<saml:Issuer>${escapeXml(plan.issuer)}</saml:Issuer>` +
    '<saml:Subject>' +
    `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">${newId()}</saml:NameID>` +
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
    `<saml:SubjectConfirmationData${answers(plan)} Recipient="${escapeXml(plan.recipient)}" NotOnOrAfter="${instant(plan.notOnOrAfter)}"/>` +
    '</saml:SubjectConfirmation></saml:Subject>' +
    `<saml:Conditions NotBefore="${instant(plan.notBefore)}" NotOnOrAfter="${instant(plan.notOnOrAfter)}">` +
    `<saml:AudienceRestriction><saml:Audience>${escapeXml(plan.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${instant(plan.identified)}"><saml:AuthnContext>` +
    `<saml:AuthnContextClassRef>${plan.level}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${attributes.join('')}${extra}</saml:AttributeStatement>` +
    '</saml:Assertion>'
  )
}

/** A response that carries something, or says at its second level of status why it doesn't. */
export function responseXml(plan: Plan, said: { readonly body: string } | { readonly failure: string }): string {
  const code =
    'body' in said
      ? `<samlp:StatusCode Value="${status.success}"/>`
      : `<samlp:StatusCode Value="${status.responder}"><samlp:StatusCode Value="${said.failure}"/></samlp:StatusCode>`
  return (
    `<samlp:Response xmlns:samlp="${namespaces.protocol}" ID="${plan.responseId}" Version="2.0" IssueInstant="${instant(plan.issued)}"` +
    ` Destination="${escapeXml(plan.destination)}"${answers(plan)}>` +
    `<saml:Issuer xmlns:saml="${namespaces.assertion}">${escapeXml(plan.issuer)}</saml:Issuer>` +
    `<samlp:Status>${code}</samlp:Status>${'body' in said ? said.body : ''}</samlp:Response>`
  )
}
