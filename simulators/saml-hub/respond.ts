import { type HubPerson, persons } from '../eid-hub/persons.ts'
import { attributesOf } from './attributes.ts'
import { assertionXml, responseXml } from './documents.ts'
import { encryptedAssertion, encryptTo } from './encrypt.ts'
import type { SamlFaultMode } from './faults.ts'
import { namespaces, status } from './names.ts'
import { faultyPlan, newId, type Plan, plan } from './plan.ts'
import type { AuthnRequest } from './request.ts'
import { type SigningKey, sign } from './sign.ts'
import { type Wrapping, wrap } from './wrap.ts'

/** What the hub signs with: its own key, one that nobody knows, and whom it says that it is. */
export type HubIdentity = { readonly entityId: string; readonly key: SigningKey; readonly strangeKey: SigningKey }

/** What came of a login: who it is at which level, or the status that says why nobody is. */
export type Outcome = { readonly person: HubPerson; readonly level: string } | { readonly failure: string }

const wrappings: Readonly<Partial<Record<SamlFaultMode, Wrapping>>> = {
  'wrapped-extensions': 'extensions',
  'wrapped-object': 'object',
  'wrapped-same-id': 'same-id',
  'wrapped-status': 'status',
  'wrapped-sibling': 'sibling',
  'wrapped-plain': 'plain',
}

const failures: Readonly<Partial<Record<SamlFaultMode, string>>> = {
  fraud: status.fraud,
  'possible-fraud': status.possibleFraud,
}

/** Makes the response to a request, right or as wrong as the mode says. */
export async function respond(
  request: AuthnRequest,
  outcome: Outcome,
  hub: HubIdentity,
  mode: SamlFaultMode,
): Promise<string> {
  const failure = 'failure' in outcome ? outcome.failure : failures[mode]
  const chosen = 'person' in outcome ? outcome.person : undefined
  const person = mode === 'other-person' ? otherThan(chosen) : chosen
  const level = 'level' in outcome ? outcome.level : ''
  const right = plan(request, {
    issuer: hub.entityId,
    level,
    attributes: person ? attributesOf(person, newId(), shownText(request, mode)) : [],
    now: Date.now(),
  })
  const said = faultyPlan(right, mode)
  if (failure !== undefined || !person)
    return signAs(responseXml(said, { failure: failure ?? status.cancel }), hub, mode)
  const signed = signAs(responseXml(said, { body: await carried(said, request, hub, mode) }), hub, mode)
  const how = wrappings[mode]
  return how ? await wrapped(signed, right, request, how, person) : changed(signed, mode)
}

const otherThan = (person: HubPerson | undefined): HubPerson | undefined =>
  person && persons.find(({ id }) => id !== person.id)

/** The text that the hub says that it has shown; undefined when there was none, or when it says nothing of it. */
function shownText({ signMessage }: AuthnRequest, mode: SamlFaultMode): string | undefined {
  if (signMessage === undefined || mode === 'no-digest') return undefined
  return mode === 'other-digest' ? 'En annan text' : Buffer.from(signMessage, 'base64').toString('utf8')
}

/** The assertion as it stands in the response. */
async function carried(said: Plan, request: AuthnRequest, hub: HubIdentity, mode: SamlFaultMode): Promise<string> {
  const { encryption } = request.from
  if (mode === 'unencrypted') return assertionXml(said)
  if (mode === 'wrong-recipient-key') {
    return encryptedAssertion(await encryptTo(hub.strangeKey.certificate, assertionXml(said)))
  }
  const extra =
    mode === 'encrypted-attribute'
      ? `<saml:EncryptedAttribute>${await encryptTo(encryption, `<saml:Attribute xmlns:saml="${namespaces.assertion}" Name="x"/>`)}</saml:EncryptedAttribute>`
      : ''
  return encryptedAssertion(await encryptTo(encryption, assertionXml(said, extra), mode === 'rsa15' ? 'rsa15' : 'oaep'))
}

function signAs(xml: string, hub: HubIdentity, mode: SamlFaultMode): string {
  if (mode === 'unsigned') return xml
  const key = mode === 'wrong-key' ? hub.strangeKey : hub.key
  return sign(xml, key, { after: 'Issuer', hash: mode === 'sha1' ? 'sha1' : 'sha256' })
}

/** What somebody does to a response on its way, without wrapping it. */
function changed(signed: string, mode: SamlFaultMode): string {
  switch (mode) {
    case 'tampered':
      return signed.replace(
        /(<ds:DigestValue>)./,
        (_all, before: string) => `${before}${signed.includes(`${before}A`) ? 'B' : 'A'}`,
      )
    case 'dtd':
      return `<!DOCTYPE samlp:Response [<!ENTITY a "b">]>${signed}`
    case 'comment':
      return signed.replace('<samlp:Status>', '<!-- --><samlp:Status>')
    default:
      return signed
  }
}

/** A thief's answer about somebody else, around the one that the hub signed. */
async function wrapped(
  signed: string,
  right: Plan,
  request: AuthnRequest,
  how: Wrapping,
  person: HubPerson,
): Promise<string> {
  const other = persons.find(({ id }) => id !== person.id) ?? person
  const evilPlan = { ...right, responseId: newId(), assertionId: newId(), attributes: attributesOf(other, newId()) }
  const plain = assertionXml(evilPlan)
  const evilBody = how === 'plain' ? plain : encryptedAssertion(await encryptTo(request.from.encryption, plain))
  return wrap(signed, { evil: responseXml(evilPlan, { body: evilBody }), evilBody, how })
}
