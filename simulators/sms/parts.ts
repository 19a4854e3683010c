// 3GPP TS 23.038, the default alphabet and, after it, what counts as two.
const alphabet = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/
const double = /[\^{}\\[~\]|€]/g

/** How many parts a message is paid for: one character outside the alphabet makes all of it twice as long. */
export function partsOf(message: string): number {
  const isPlain = alphabet.test(message)
  const length = isPlain ? message.length + (message.match(double)?.length ?? 0) : message.length
  const [alone, joined] = isPlain ? [160, 153] : [70, 67]
  return length <= alone ? 1 : Math.ceil(length / joined)
}
