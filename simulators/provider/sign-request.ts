import { decodeJwt } from 'jose'
import { z } from 'zod'

const SignRequest = z.object({
  nonce: z.string(),
  'https://id.oidc.se/param/signRequest': z.object({
    sign_message: z.object({ message: z.base64(), mime_type: z.literal('text/plain') }),
  }),
})

/** The text in a request object, by the nonce of its login; the provider itself verifies the object, but passes on no parameter that isn't text. */
export function readSignRequest(request: string): { readonly nonce: string; readonly text: string } | undefined {
  try {
    const { nonce, ...asked } = SignRequest.parse(decodeJwt(request))
    const { message } = asked['https://id.oidc.se/param/signRequest'].sign_message
    return { nonce, text: Buffer.from(message, 'base64').toString('utf8') }
  } catch {
    return undefined
  }
}
