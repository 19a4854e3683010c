import { createVerify } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { DOMParser } from '@xmldom/xmldom'
import { namespaces } from './names.ts'
import type { ServiceProvider } from './service-provider.ts'

/** What a municipality asks for, verified. */
export type AuthnRequest = {
  readonly id: string
  readonly from: ServiceProvider
  readonly relayState: string | undefined
  readonly levels: readonly string[]
  /** The text that the person is to be shown and to sign (`SignMessage`), base64 as it came. */
  readonly signMessage: string | undefined
}

/** Bytes of a request when it is unpacked; ours have about 1 500. */
const longest = 64 * 1024

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

/** Reads and verifies a request by HTTP-Redirect, as its query came. Answers what is wrong with it, in words, when it isn't to be trusted. */
export async function readRequest(
  query: string,
  address: string,
  find: (entityId: string) => Promise<ServiceProvider | undefined>,
): Promise<AuthnRequest | string> {
  const parameters = new URLSearchParams(query)
  const root = unpack(parameters.get('SAMLRequest') ?? '')
  if (root?.namespaceURI !== namespaces.protocol || root.localName !== 'AuthnRequest') return 'ingen begäran'
  const from = await find(textOf(root, 'Issuer') ?? '')
  if (!from) return 'okänd e-tjänst'
  if (!isSigned(query, parameters, from.signing)) return 'fel underskrift'
  if (root.getAttribute('Destination') !== address) return 'fel Destination'
  if (root.getAttribute('AssertionConsumerServiceURL') !== from.answerAddress) return 'okänd svarsadress'
  if (root.getAttribute('ForceAuthn') !== 'true') return 'ForceAuthn saknas'
  return {
    id: root.getAttribute('ID') ?? '',
    from,
    relayState: parameters.get('RelayState') ?? undefined,
    levels: Array.from(root.getElementsByTagNameNS(namespaces.assertion, 'AuthnContextClassRef')).map(
      (level) => level.textContent ?? '',
    ),
    signMessage: root.getElementsByTagNameNS(namespaces.signMessage, 'Message')[0]?.textContent ?? undefined,
  }
}

function unpack(encoded: string): Element | undefined {
  try {
    const text = inflateRawSync(Buffer.from(encoded, 'base64'), { maxOutputLength: longest }).toString('utf8')
    if (text.includes('<!')) return undefined
    return new DOMParser().parseFromString(text, 'text/xml').documentElement ?? undefined
  } catch {
    return undefined
  }
}

const textOf = (root: Element, name: string): string | undefined =>
  root.getElementsByTagNameNS(namespaces.assertion, name)[0]?.textContent ?? undefined

/** The signature is of the parameters as they stand in the address, in this order (SAML bindings, 3.4.4.1). */
function isSigned(query: string, parameters: URLSearchParams, certificates: readonly string[]): boolean {
  if (parameters.get('SigAlg') !== rsaSha256) return false
  const raw = new Map(query.split('&').map((pair) => [pair.split('=')[0] ?? '', pair]))
  const signed = ['SAMLRequest', 'RelayState', 'SigAlg'].flatMap((name) => raw.get(name) ?? []).join('&')
  const signature = parameters.get('Signature') ?? ''
  return certificates.some((certificate) =>
    createVerify('RSA-SHA256').update(signed).verify(certificate, signature, 'base64'),
  )
}
