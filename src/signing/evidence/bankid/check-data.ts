import { attributeOf, elementsIn } from '../../../platform/xml/elements.ts'
import type { SignedText } from '../../methods/method.ts'
import { bytesIn } from './base64.ts'
import type { BankIdSignatureCode } from './refusal.ts'
import { dataNamespace } from './structure.ts'

/** What is wrong with what was signed: that it was a login, or that text or manifest aren't, byte for byte, those we asked for. */
export function problemInData(
  data: Element,
  { visible, format, manifest }: SignedText,
): BankIdSignatureCode | undefined {
  const clientInfo = onlyChild(data, 'clientInfo')
  if (onlyChild(clientInfo, 'funcId')?.textContent !== 'Signing') return 'bankid-signature-identification'
  const text = onlyChild(data, 'usrVisibleData')
  if (!isOf(text, visible) || attributeOf(text, 'charset') !== 'UTF-8') return 'bankid-signature-other-text'
  // What looks like a heading in one format is a line of the text in the other.
  if ((attributeOf(text, 'format') ?? 'plain') !== format) return 'bankid-signature-other-format'
  return isOf(onlyChild(data, 'usrNonVisibleData'), manifest) ? undefined : 'bankid-signature-other-manifest'
}

const isOf = (element: Element | undefined, text: string): boolean =>
  bytesIn(element?.textContent ?? '')?.equals(Buffer.from(text)) ?? false

function onlyChild(element: Element | undefined, name: string): Element | undefined {
  const all = element ? elementsIn(element) : []
  const found = all.filter((child) => child.namespaceURI === dataNamespace && child.localName === name)
  return found.length === 1 ? found[0] : undefined
}
