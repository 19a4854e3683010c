import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import { sendPage } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import { messagePage } from '../pages/message-page.tsx'

/** The login that this browser has under way: which client asks, by its name, and by which nonce. */
export type Login = { readonly clientName: string; readonly nonce: string }

/** The login under way at this address; when it is over or another browser's, a page says so and undefined is returned. */
export async function findLogin(provider: Provider, { request, response }: Exchange): Promise<Login | undefined> {
  try {
    const { params } = await provider.interactionDetails(request, response)
    const client = await provider.Client.find(String(params.client_id))
    return { clientName: client?.clientName ?? 'E-tjänsten', nonce: String(params.nonce) }
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error
    const text = 'Inloggningen är redan avslutad eller har gått ut. Gå tillbaka till e-tjänsten och börja om.'
    sendPage(response, messagePage('Inloggningen har gått ut', text), 400)
    return undefined
  }
}

/** Sends the browser on as this subject, identified at this level of assurance. */
export async function completeLogin(
  provider: Provider,
  { request, response }: Exchange,
  who: { readonly subject: string; readonly acr: string },
): Promise<void> {
  const login = { accountId: who.subject, acr: who.acr, remember: false }
  // Whoever approves a text on the same page has consented, too.
  await provider.interactionFinished(request, response, { login, consent: {} }, { mergeWithLastSubmission: false })
}

/** Sends the browser back to the client with `access_denied`. */
export async function cancelLogin(provider: Provider, { request, response }: Exchange): Promise<void> {
  const result = { error: 'access_denied', error_description: 'the person cancelled' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}
