import { createVerify } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { DOMParser } from '@xmldom/xmldom'
import { decryptBy } from './encrypt.ts'
import { namespaces } from './names.ts'
import type { ServiceProvider } from './service-provider.ts'

/** What a municipality asks for, verified. */
export type AuthnRequest = {
  readonly id: string
  readonly from: ServiceProvider
  readonly relayState: string | undefined
  readonly levels: readonly string[]
  /** The text that the person is to be shown and to sign (`SignMessage`), base64 as it was encrypted. */
  readonly signMessage: string | undefined
}

/** Bytes of a request when it is unpacked; ours have about 1 500, and with a text up to 8 000. */
const longest = 64 * 1024

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

/** Reads and verifies a request by HTTP-Redirect, as its query came. Answers what is wrong with it, in words, when it isn't to be trusted. */
export async function readRequest(
  query: string,
  hub: {
    readonly address: string
    /** What texts to sign are encrypted to, PEM. */
    readonly key: string
    readonly find: (entityId: string) => Promise<ServiceProvider | undefined>
  },
): Promise<AuthnRequest | string> {
  const parameters = new URLSearchParams(query)
  const root = unpack(parameters.get('SAMLRequest') ?? '')
  if (root?.namespaceURI !== namespaces.protocol || root.localName !== 'AuthnRequest') return 'ingen begäran'
  const from = await hub.find(textOf(root, 'Issuer') ?? '')
  if (!from) return 'okänd e-tjänst'
  if (!isSigned(query, parameters, from.signing)) return 'fel underskrift'
  if (root.getAttribute('Destination') !== hub.address) return 'fel Destination'
  if (root.getAttribute('AssertionConsumerServiceURL') !== from.answerAddress) return 'okänd svarsadress'
  if (root.getAttribute('ForceAuthn') !== 'true') return 'ForceAuthn saknas'
  if (root.getElementsByTagNameNS(namespaces.signMessage, 'Message').length > 0) return 'en text som inte är krypterad'
  const [encrypted] = Array.from(root.getElementsByTagNameNS(namespaces.encryption, 'EncryptedData'))
  const signMessage = encrypted && (await readMessage(String(encrypted), hub.key))
  if (encrypted && signMessage === undefined) return 'en text som inte går att dekryptera'
  return {
    id: root.getAttribute('ID') ?? '',
    from,
    relayState: parameters.get('RelayState') ?? undefined,
    levels: Array.from(root.getElementsByTagNameNS(namespaces.assertion, 'AuthnContextClassRef')).map(
      (level) => level.textContent ?? '',
    ),
    signMessage,
  }
}

/** The `Message` that is encrypted in a `SignMessage`; undefined for what isn't encrypted to the hub. */
async function readMessage(encrypted: string, key: string): Promise<string | undefined> {
  try {
    const message = new DOMParser().parseFromString(await decryptBy(key, encrypted), 'text/xml').documentElement
    return message.namespaceURI === namespaces.signMessage ? (message.textContent ?? undefined) : undefined
  } catch {
    return undefined
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
