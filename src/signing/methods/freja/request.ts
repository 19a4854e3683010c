import { later, minutes } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { getTenant } from '../../../tenants/public.ts'
import { ssnUserInfo } from '../../evidence/freja/ssn-user-info.ts'
import type { SignedText, Signer } from '../method.ts'

/** Characters of the longest text that Freja shows (REST API, "Initiate signature": `dataToSign.text`). */
export const longestText = 4096

/** Characters of the longest title. */
const longestTitle = 128

/** How long the person has, in milliseconds; Freja's least is two minutes, by its own clock. */
const timeToSign = minutes(5)

/** What the order says: who is to sign, what they read, and what is signed beside it. */
export async function signRequest(ctx: Context, text: SignedText, signer: Signer) {
  const municipality = (await getTenant(ctx)).sender.name
  const { t } = ctx.texts
  return {
    userInfoType: 'SSN',
    userInfo: ssnUserInfo(signer.number),
    minRegistrationLevel: 'PLUS',
    title: t('freja.sign.title', { municipality }).slice(0, longestTitle),
    pushNotification: { title: t('freja.sign.push-title'), text: t('freja.sign.push-text', { municipality }) },
    expiry: later(ctx.clock.now(), timeToSign).getTime(),
    dataToSignType: 'EXTENDED_UTF8_TEXT',
    dataToSign: { text: base64(text.visible), binaryData: base64(text.manifest) },
    signatureType: 'EXTENDED',
    attributesToReturn: ['BASIC_USER_INFO', 'SSN', 'REGISTRATION_LEVEL'].map((attribute) => ({ attribute })),
  }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
