import { newId } from './plan.ts'

/** How an answer is wrapped in another: what a thief can do who has seen one answer, without any key of the hub. */
export type Wrapping = 'extensions' | 'object' | 'same-id' | 'status' | 'sibling' | 'plain'

/**
 * Wraps a signed response in one that tells of somebody else: `evil` is that one, unsigned, and `evilBody` what it carries, encrypted by the thief or
 * plain. Whoever verifies one part and reads another is fooled (signature wrapping).
 */
export function wrap(
  signed: string,
  { evil, evilBody, how }: { readonly evil: string; readonly evilBody: string; readonly how: Wrapping },
): string {
  const signature = /<ds:Signature.*<\/ds:Signature>/s.exec(signed)?.[0] ?? ''
  const unsigned = signed.replace(signature, '')
  const id = / ID="([^"]+)"/.exec(signed)?.[1] ?? ''
  const inside = (xml: string, before: string, more: string) => xml.replace(before, () => more + before)
  switch (how) {
    case 'extensions':
      return inside(evil, '<samlp:Status>', `<samlp:Extensions>${signed}</samlp:Extensions>`)
    case 'object': {
      const carrying = inside(signature, '</ds:Signature>', `<ds:Object>${unsigned}</ds:Object>`)
      return inside(evil, '<samlp:Status>', carrying)
    }
    case 'same-id':
      return inside(
        evil.replace(/ ID="[^"]+"/, ` ID="${id}"`),
        '<samlp:Status>',
        `${signature}<samlp:Extensions>${unsigned}</samlp:Extensions>`,
      )
    case 'status':
      return inside(evil, '</samlp:Status>', `<samlp:StatusDetail>${signed}</samlp:StatusDetail>`)
    case 'sibling':
      return inside(signed, '<saml:EncryptedAssertion', evilBody)
    case 'plain':
      return inside(signed, '</samlp:Response>', evilBody.replace(/ ID="[^"]+"/, ` ID="${newId()}"`))
  }
}
