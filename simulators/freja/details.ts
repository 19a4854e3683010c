import { type HubPerson, persons } from '../eid-hub/persons.ts'
import type { FrejaFaultMode } from './faults.ts'
import { signDetails } from './sign-details.ts'
import type { FrejaSigning } from './signing.ts'
import type { ToSign, Transaction } from './transactions.ts'
import { userSignatureOf } from './user-signature.ts'

type Approved = Transaction & { readonly person: HubPerson }

/** The answer about an approved authentication or signature: the signed details, and the attributes once more beside them. */
export async function answerAbout(transaction: Approved, mode: FrejaFaultMode, signing: FrejaSigning): Promise<object> {
  const { reference, toSign, person } = transaction
  const another = persons.find(({ id, identity }) => id !== person.id && 'number' in identity) ?? person
  const details = wrongly(
    {
      ...detailsOf(mode === 'another-person' ? { ...transaction, person: another } : transaction),
      ...(toSign ? { signRef: reference, ...(await signedBy(toSign, mode, signing)) } : { authRef: reference }),
    },
    mode,
  )
  return {
    [toSign ? 'signRef' : 'authRef']: reference,
    status: 'APPROVED',
    ...(mode !== 'no-jws' && { details: await signDetails(details, mode, signing) }),
    requestedAttributes: attributesOf({ ...transaction, person: mode === 'other-attributes' ? another : person }),
  }
}

const detailsOf = (transaction: Approved) => ({
  status: 'APPROVED',
  userInfoType: 'INFERRED',
  userInfo: 'N/A',
  minRegistrationLevel: transaction.minRegistrationLevel,
  requestedAttributes: attributesOf(transaction),
  ...(transaction.relyingPartyId && { relyingPartyId: transaction.relyingPartyId }),
  timestamp: Date.now(),
})

/** The parts that signatures have; the OCSP response of the app's certificate is bytes without a meaning here. */
const signedBy = async (toSign: ToSign, mode: FrejaFaultMode, signing: FrejaSigning) => ({
  userInfoType: 'SSN',
  userInfo: toSign.userInfo,
  signatureType: mode === 'other-type' ? 'SIMPLE' : 'EXTENDED',
  signatureData: {
    userSignature: await userSignatureOf(toSign, mode, signing),
    certificateStatus: Buffer.from('no OCSP response').toString('base64'),
  },
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
function wrongly(details: Details & { readonly signRef?: string }, mode: FrejaFaultMode): object {
  const { requestedAttributes, timestamp } = details
  const changed: Partial<Record<FrejaFaultMode, object>> = {
    'other-reference': details.signRef === undefined ? { authRef: 'another' } : { signRef: 'another' },
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
