import { randomBytes } from 'node:crypto'

/** What a person is asked to sign, base64 as the relying party sent it. */
export type ToSign = {
  readonly visible: string
  readonly nonVisible: string | undefined
  readonly format: 'simpleMarkdownV1' | undefined
}

/** What a signature says of itself: `Signing`, or `Identification` for what was signed to log in. */
type Purpose = 'Signing' | 'Identification'

export const dataNamespace = 'http://www.bankid.com/signature/v1.0.0/types'

/**
 * The element that is signed, after BankID's signature profile: already in canonical form, which is the same inclusive and exclusive since the
 * namespace is declared here.
 */
export function signedData(
  { visible, nonVisible, format }: ToSign,
  { purpose = 'Signing', id = 'bidSignedData' }: { readonly purpose?: Purpose; readonly id?: string } = {},
): string {
  const formatted = format ? ` format="${format}"` : ''
  return [
    `<bankIdSignedData xmlns="${dataNamespace}" Id="${id}">`,
    `<usrVisibleData charset="UTF-8"${formatted} visible="wysiwys">${visible}</usrVisibleData>`,
    nonVisible === undefined ? '' : `<usrNonVisibleData>${nonVisible}</usrNonVisibleData>`,
    '<srvInfo>',
    `<name>${base64('cn=Handslag,name=Handslag,serialNumber=2120000000,o=Testbank A AB (publ),c=SE')}</name>`,
    `<nonce>${randomBytes(20).toString('base64')}</nonce>`,
    `<displayName>${base64('Handslag')}</displayName>`,
    '</srvInfo>',
    `<clientInfo><funcId>${purpose}</funcId><version>${base64('7.52.0')}</version>`,
    `<env><ai><type>${base64('ANDROID')}</type><uhi>${base64('simulator-bankid-app')}</uhi><utb>cs1</utb></ai></env></clientInfo>`,
    '</bankIdSignedData>',
  ].join('')
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
