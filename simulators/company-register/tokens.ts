import { randomBytes } from 'node:crypto'

/** The one client of the simulated register, and what it may ask for. */
export const registerClient = { id: 'handslag', secret: 'bara-for-simulatorn' } as const
const scopes = ['vardefulla-datamangder:read', 'vardefulla-datamangder:ping']

/** Seconds that a token lasts. */
const lifetime = 3600

/** What the token endpoint answers: status and body of OAuth 2.0 (RFC 6749 §4.4, §5.2). */
type TokenAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** Gives out tokens for client credentials and knows them again; a restart forgets them all. */
export function createTokens(now: () => number) {
  const expiry = new Map<string, number>()
  return {
    issue(authorization: string | undefined, form: URLSearchParams): TokenAnswer {
      if (form.get('grant_type') !== 'client_credentials')
        return { status: 400, body: { error: 'unsupported_grant_type' } }
      const [id, secret] = credentialsIn(authorization, form)
      if (id !== registerClient.id || secret !== registerClient.secret) {
        return { status: 401, body: { error: 'invalid_client' } }
      }
      const asked = (form.get('scope') ?? '').split(' ').filter(Boolean)
      if (asked.length === 0 || asked.some((scope) => !scopes.includes(scope))) {
        return { status: 400, body: { error: 'invalid_scope' } }
      }
      const token = randomBytes(24).toString('base64url')
      expiry.set(token, now() + lifetime * 1000)
      return {
        status: 200,
        body: { access_token: token, scope: asked.join(' '), token_type: 'Bearer', expires_in: lifetime },
      }
    },
    isValid(authorization: string | undefined): boolean {
      const [scheme, token = ''] = (authorization ?? '').split(' ')
      return scheme === 'Bearer' && (expiry.get(token) ?? 0) > now()
    },
  }
}

/** In the header (`client_secret_basic`) or in the form (`client_secret_post`). */
function credentialsIn(authorization: string | undefined, form: URLSearchParams): readonly string[] {
  if (!authorization?.startsWith('Basic ')) return [form.get('client_id') ?? '', form.get('client_secret') ?? '']
  return Buffer.from(authorization.slice('Basic '.length), 'base64').toString('utf8').split(':').map(decodeURIComponent)
}
