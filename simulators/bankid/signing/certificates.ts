import type { Authority } from '../../authority/authority.ts'
import type { KeyPair } from '../../authority/make-certificate.ts'
import type { BankIdHolder } from '../persons.ts'
import type { Signer } from './envelope.ts'

/** How a person's certificate differs from what it should be. */
export type Kind = 'rsa' | 'ec' | 'expired' | 'wrong-usage'

/** What BankID has certificates from: root, a bank, the bank's issuer for its customers. */
export type BankIdCertificates = {
  readonly signerOf: (holder: BankIdHolder, kind?: Kind) => Promise<Signer>
  /** PEM of who issues the persons' certificates. */
  readonly issuer: string
  /** Says how certificates stand: by the persons' issuer, or by the bank's own, which has nothing to say about them. */
  readonly responder: (from: 'issuer' | 'bank') => Promise<KeyPair>
  /** A certificate from the persons' issuer that may not say how certificates stand. */
  readonly notResponder: () => Promise<KeyPair>
}

const organisation = 'Testbank A AB (publ)'
const longExpired = new Date('2021-01-01T00:00:00Z')

/** Opens a chain below an authority. Each key is made when it is first needed: that takes some tenths of a second. */
export async function bankIdCertificates(authority: Authority): Promise<BankIdCertificates> {
  const bank = await authority.delegate({ commonName: 'Testbank A CA v1 for BankID Simulator', organisation })
  const issuer = await bank.delegate({
    commonName: 'Testbank A Customer CA1 v1 for BankID Simulator',
    organisation,
    pathLength: 0,
  })
  const under = [issuer.certificate, bank.certificate]

  // Two who sign at once must not both make the file of one key.
  const made = new Map<string, Promise<KeyPair>>()
  const once = (name: string, make: () => Promise<KeyPair>): Promise<KeyPair> => {
    const pair = made.get(name) ?? make()
    made.set(name, pair)
    return pair
  }

  return {
    issuer: issuer.certificate,
    async signerOf({ number, givenName, surname }, kind = 'rsa') {
      const { certificate, key } = await once(`${kind} ${number}`, () =>
        issuer.issue({
          commonName: `${givenName} ${surname}`,
          organisation,
          person: { number, givenName, surname },
          use: kind === 'wrong-usage' ? 'client' : 'person',
          key: kind === 'ec' ? 'ec' : 'rsa',
          ...(kind === 'expired' && { until: longExpired }),
        }),
      )
      return { key, certificates: [certificate, ...under] }
    },
    responder: (from) =>
      once(`responder ${from}`, () =>
        (from === 'issuer' ? issuer : bank).issue({ commonName: 'Testbank A OCSP', organisation, use: 'ocsp' }),
      ),
    notResponder: () =>
      once('not responder', () => issuer.issue({ commonName: 'Testbank A Kund', organisation, use: 'signing' })),
  }
}
