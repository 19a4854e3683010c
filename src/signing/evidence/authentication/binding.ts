import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../forms/canonical-json.ts'
import type { ToSign } from '../../../identity/public.ts'
import type { SignedText, Signer } from '../../methods/method.ts'
import { plainReader } from '../text.ts'

/** A provider's page: by SAML the text goes there encrypted, which makes it twice as long, in the browser's address, which many servers cut at 8 000 characters. */
export const hubReader = plainReader(2_000)

/** SHA-256 (hexadecimal) of all that is signed: the words and the manifest that stands for every answer and file. */
export const digestOfText = ({ visible, format, manifest }: SignedText): string =>
  createHash('sha256').update(canonicalJson({ visible, format, manifest })).digest('hex')

/** What a provider's page shows: the words, and the checksum by which its answer is bound to what isn't shown. */
export const messageToShow = (text: SignedText): string => `${text.visible}\n\nSHA-256: ${digestOfText(text)}`

/** What a provider is asked to show and bind. */
export const bindingOf = (text: SignedText, signer: Signer): ToSign => ({
  digest: digestOfText(text),
  message: messageToShow(text),
  signer,
})
