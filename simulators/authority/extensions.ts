import { isIP } from 'node:net'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/**
 * What a certificate is for; `authority` issues the others. `person` signs for somebody and does nothing else, as in BankID; `ocsp` says how
 * certificates of its issuer stand.
 */
export type Use = 'authority' | 'server' | 'client' | 'signing' | 'person' | 'ocsp'

/** Bits of KeyUsage (RFC 5280 §4.2.1.3), and how many of the byte's last bits are unused. */
const keyUsages: Readonly<Record<Use, { readonly bits: number; readonly unused: number }>> = {
  authority: { bits: 0b1000_0110, unused: 1 }, // digitalSignature, keyCertSign, cRLSign
  server: { bits: 0b1000_0000, unused: 7 }, // digitalSignature
  client: { bits: 0b1000_0000, unused: 7 },
  signing: { bits: 0b1100_0000, unused: 6 }, // digitalSignature, nonRepudiation
  person: { bits: 0b0100_0000, unused: 6 }, // nonRepudiation
  ocsp: { bits: 0b1000_0000, unused: 7 },
}

/** ExtKeyUsage (RFC 5280 §4.2.1.12): a certificate of one kind is refused in the place of another. */
const purposes: Readonly<Partial<Record<Use, string>>> = {
  server: '1.3.6.1.5.5.7.3.1',
  client: '1.3.6.1.5.5.7.3.2',
  ocsp: '1.3.6.1.5.5.7.3.9',
}

type Named = { readonly use: Use; readonly hosts?: readonly string[]; readonly pathLength?: number }

/** The extensions of a certificate whose key is in place already. The issuer is itself for an authority. */
export async function extensionsOf(
  { use, hosts = [], pathLength }: Named,
  certificate: pkijs.Certificate,
  issuer: pkijs.Certificate,
): Promise<pkijs.Extension[]> {
  const { bits, unused } = keyUsages[use]
  const purpose = purposes[use]
  const constraints = { cA: use === 'authority', ...(pathLength !== undefined && { pathLenConstraint: pathLength }) }
  return [
    extension('2.5.29.19', true, new pkijs.BasicConstraints(constraints).toSchema()),
    extension('2.5.29.15', true, new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: unused })),
    ...(purpose ? [extension('2.5.29.37', false, new pkijs.ExtKeyUsage({ keyPurposes: [purpose] }).toSchema())] : []),
    ...(hosts.length > 0 ? [extension('2.5.29.17', false, alternativeNames(hosts))] : []),
    extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: await keyIdentifier(certificate) })),
    extension(
      '2.5.29.35',
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: await keyIdentifier(issuer) }),
      }).toSchema(),
    ),
  ]
}

const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) })

/** SHA-1 of the public key, as RFC 5280 §4.2.1.2 suggests; a name, not a proof. */
const keyIdentifier = async ({ subjectPublicKeyInfo }: pkijs.Certificate): Promise<ArrayBuffer> =>
  await crypto.subtle.digest('SHA-1', new Uint8Array(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView))

const alternativeNames = (hosts: readonly string[]): asn1js.BaseBlock =>
  new pkijs.GeneralNames({
    names: hosts.map((host) =>
      isIP(host) === 4
        ? new pkijs.GeneralName({
            type: 7,
            value: new asn1js.OctetString({ valueHex: new Uint8Array(host.split('.').map(Number)).buffer }),
          })
        : new pkijs.GeneralName({ type: 2, value: host }),
    ),
  }).toSchema()
