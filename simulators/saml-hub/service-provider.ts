import { get } from 'node:http'
import { DOMParser } from '@xmldom/xmldom'
import type { Settings } from '../settings.ts'
import { namespaces } from './names.ts'

/** A municipality as its own metadata describes it. */
export type ServiceProvider = {
  readonly entityId: string
  readonly name: string
  /** The one address that answers are sent to. */
  readonly answerAddress: string
  /** PEM texts. */
  readonly signing: readonly string[]
  readonly encryption: string
}

/** Who may ask: the hosts of the municipalities, whose metadata is fetched from the product and trusted because it comes from there. */
const hosts = ['localhost', 'nordby.localhost']

/** Finds a municipality by its entityID, which is the address of its metadata. Undefined for everybody else. */
export async function findServiceProvider(
  { productPort }: Pick<Settings, 'productPort'>,
  entityId: string,
): Promise<ServiceProvider | undefined> {
  const host = hosts.find((one) => entityId === `http://${one}:${productPort}/saml/metadata`)
  if (!host) return undefined
  const text = await fetchFrom(productPort, `${host}:${productPort}`)
  return readServiceProvider(text, entityId)
}

/** Not every machine finds `nordby.localhost`, so the name is told in the header alone. */
function fetchFrom(port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(
      { host: 'localhost', port, path: '/saml/metadata', headers: { host }, timeout: 10_000 },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`metadata: ${answer.statusCode}`))
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      },
    )
    request.on('timeout', () => request.destroy(new Error('metadata: no answer')))
    request.on('error', reject)
  })
}

function readServiceProvider(text: string, entityId: string): ServiceProvider | undefined {
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement
  const all = (name: string, namespace: string = namespaces.metadata) =>
    Array.from(root.getElementsByTagNameNS(namespace, name))
  const certificates = (use: string) =>
    all('KeyDescriptor')
      .filter((key) => key.getAttribute('use') === use)
      .map((key) => key.getElementsByTagNameNS(namespaces.signature, 'X509Certificate')[0]?.textContent ?? '')
      .map(
        (bare) =>
          `-----BEGIN CERTIFICATE-----\n${bare.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`,
      )
  const names = all('DisplayName', 'urn:oasis:names:tc:SAML:metadata:ui')
  const name = names.find((one) => one.getAttribute('xml:lang') === 'sv')?.textContent
  const answerAddress = all('AssertionConsumerService')[0]?.getAttribute('Location')
  const [encryption] = certificates('encryption')
  if (root.getAttribute('entityID') !== entityId || !answerAddress || !encryption) return undefined
  return { entityId, name: name ?? entityId, answerAddress, signing: certificates('signing'), encryption }
}
