import { CompactSign, importPKCS8 } from 'jose'
import type { KeyPair } from '../authority/make-certificate.ts'
import { type HubPerson, persons } from '../eid-hub/persons.ts'
import { embeddedKeyOf } from './embedded-key.ts'
import type { FrejaFaultMode } from './faults.ts'
import { type FrejaSigning, thumbprintOf } from './signing.ts'
import type { Transaction } from './transactions.ts'

type Approved = Transaction & { readonly person: HubPerson }

/** The answer about an approved authentication: the signed details, and the attributes once more beside them. */
export async function answerAbout(transaction: Approved, mode: FrejaFaultMode, signing: FrejaSigning): Promise<object> {
  const besides = mode === 'other-attributes' ? persons.find(({ id }) => id !== transaction.person.id) : undefined
  return {
    authRef: transaction.reference,
    status: 'APPROVED',
    ...(mode !== 'no-jws' && { details: await sign(wrongly(detailsOf(transaction), mode), mode, signing) }),
    requestedAttributes: attributesOf({ ...transaction, person: besides ?? transaction.person }),
  }
}

const detailsOf = (transaction: Approved) => ({
  authRef: transaction.reference,
  status: 'APPROVED',
  userInfoType: 'INFERRED',
  userInfo: 'N/A',
  minRegistrationLevel: transaction.minRegistrationLevel,
  requestedAttributes: attributesOf(transaction),
  ...(transaction.relyingPartyId && { relyingPartyId: transaction.relyingPartyId }),
  timestamp: Date.now(),
})

function attributesOf({ attributes, person }: Approved) {
  const asks = (name: string) => attributes.includes(name)
  return {
    ...(asks('BASIC_USER_INFO') && { basicUserInfo: { name: person.givenName, surname: person.familyName } }),
    ...(asks('SSN') && 'number' in person.identity && { ssn: { country: 'SE', ssn: person.identity.number } }),
    ...(asks('DATE_OF_BIRTH') && { dateOfBirth: person.birthdate }),
    ...(asks('REGISTRATION_LEVEL') && { registrationLevel: 'PLUS' }),
    ...(asks('LOA_LEVEL') && { loaLevel: 'LOA3' }),
  }
}

type Details = ReturnType<typeof detailsOf>

/** What is signed, with the fault that is switched on in it. */
function wrongly(details: Details, mode: FrejaFaultMode): object {
  const { requestedAttributes, timestamp } = details
  const changed: Partial<Record<FrejaFaultMode, object>> = {
    'other-reference': { authRef: 'another' },
    'not-approved': { status: 'CANCELED' },
    old: { timestamp: timestamp - 3_600_000 },
    future: { timestamp: timestamp + 3_600_000 },
    'low-level': { requestedAttributes: { ...requestedAttributes, registrationLevel: 'EXTENDED' } },
    'other-relying-party': { relyingPartyId: 'somebody-else' },
    'foreign-number': { requestedAttributes: { ...requestedAttributes, ssn: { country: 'NO', ssn: '05068907693' } } },
    'no-number': { requestedAttributes: { ...requestedAttributes, ssn: undefined } },
    'not-details': { requestedAttributes: undefined },
  }
  return { ...details, ...changed[mode] }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A compact JWS as Freja makes it, or one of the ways to make it wrong. */
async function sign(details: object, mode: FrejaFaultMode, { first, second, stray }: FrejaSigning): Promise<string> {
  const x5t = thumbprintOf(first)
  if (mode === 'alg-none') return `${encode({ alg: 'none', x5t })}.${encode(details)}.`
  if (mode === 'alg-hs256') {
    const secret = new TextEncoder().encode(first.certificate)
    return await new CompactSign(bytesOf(details)).setProtectedHeader({ alg: 'HS256', x5t }).sign(secret)
  }
  if (mode === 'tampered') {
    const [header, , signature] = (await signWith(first, { x5t }, details)).split('.')
    return [header, encode({ ...details, userInfo: 'somebody' }), signature].join('.')
  }
  if (mode === 'wrong-key') return await signWith(stray, { x5t }, details)
  if (mode === 'embedded-key') return await signWith(stray, { x5t, ...embeddedKeyOf(stray) }, details)
  if (mode === 'unknown-certificate') return await signWith(stray, { x5t: thumbprintOf(stray) }, details)
  if (mode === 'second-certificate') return await signWith(second, { x5t: thumbprintOf(second) }, details)
  return await signWith(first, { x5t }, details)
}

const signWith = async (pair: KeyPair, header: object, details: object): Promise<string> =>
  await new CompactSign(bytesOf(details))
    .setProtectedHeader({ alg: 'RS256', ...header })
    .sign(await importPKCS8(pair.key, 'RS256'))

const bytesOf = (details: object): Uint8Array => new TextEncoder().encode(JSON.stringify(details))
