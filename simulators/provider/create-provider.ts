import Provider, {
  type AccountClaims,
  type ClientMetadata,
  type Grant,
  interactionPolicy,
  type JWK,
  type KoaContextWithOIDC,
} from 'oidc-provider'
import { renderDocument } from '../http/answer.ts'
import { messagePage } from '../pages/message-page.tsx'
import { MemoryAdapter } from './memory-adapter.ts'
import { readSignRequest } from './sign-request.ts'

/** What sets one of the simulators' providers apart from the others. */
export type ProviderOptions = {
  readonly issuer: string
  /** Begins the names of its cookies: several providers share the cookie jar of `localhost`, since cookies ignore ports. */
  readonly cookiePrefix: string
  readonly cookieSecret: string
  readonly signingKey: JWK
  readonly clients: readonly { readonly id: string; readonly name: string; readonly redirectUri: string }[]
  /** Where the product publishes the public keys it authenticates with. */
  readonly clientKeysUri: string
  readonly acrValues: readonly string[]
  /** Claims by scope; those of `openid` always stand in the ID token, the others in it when asked for by `claims`. */
  readonly scopes: Readonly<Record<string, readonly string[]>>
  /** The path of the page where a person chooses how and as whom to log in. */
  readonly loginPath: (uid: string) => string
  /** The claims about a subject; `transaction` tells this login from all others. */
  readonly claimsOf: (subject: string, transaction: string) => AccountClaims | undefined
  /** The provider can be asked again about whoever has logged in: it gives refresh tokens. */
  readonly refreshes?: boolean
  /** The provider takes pushed requests, and shows texts to sign (`signRequest` in a signed request object that was pushed): told of each, by the login's nonce. */
  readonly onText?: (nonce: string, text: string) => void
}

// Seconds. As long as a day's work.
const refreshLasts = 10 * 3600

function toClient(options: ProviderOptions, client: ProviderOptions['clients'][number]): ClientMetadata {
  return {
    client_id: client.id,
    client_name: client.name,
    redirect_uris: [client.redirectUri],
    jwks_uri: options.clientKeysUri,
    token_endpoint_auth_method: 'private_key_jwt',
    grant_types: options.refreshes ? ['authorization_code', 'refresh_token'] : ['authorization_code'],
    response_types: ['code'],
  }
}

/** Municipalities are the providers' own clients, so what a client asks for is granted without a question. */
async function grantWhatIsAsked(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { account, client, provider, requestParamClaims, requestParamOIDCScopes } = ctx.oidc
  if (!account || !client) return undefined
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId })
  grant.addOIDCScope([...requestParamOIDCScopes])
  grant.addOIDCClaims([...requestParamClaims])
  await grant.save()
  return grant
}

function policyWithoutConsent(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  policy.add(new interactionPolicy.Prompt({ name: 'consent', requestable: true }))
  return policy
}

/**
 * An OpenID provider after the Swedish profile: code flow, PKCE, `private_key_jwt` alone, ID tokens of five minutes.
 * It answers below its issuer's path once mounted.
 */
export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.issuer, {
    adapter: MemoryAdapter,
    clients: options.clients.map((client) => toClient(options, client)),
    clientAuthMethods: ['private_key_jwt'],
    responseTypes: ['code'],
    scopes: [...Object.keys(options.scopes), ...(options.refreshes ? ['offline_access'] : [])],
    claims: { ...options.scopes },
    acrValues: options.acrValues,
    jwks: { keys: [options.signingKey] },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    discovery: { ui_locales_supported: ['sv'] },
    clientBasedCORS: () => false,
    cookies: {
      names: {
        session: `${options.cookiePrefix}-session`,
        interaction: `${options.cookiePrefix}-interaction`,
        resume: `${options.cookiePrefix}-resume`,
      },
      keys: [options.cookieSecret],
    },
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: options.onText !== undefined },
      requestObjects: { enabled: options.onText !== undefined },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    // Seconds. A person may think for an hour on the login page; all else lasts as long as a login takes.
    ttl: {
      AuthorizationCode: 60,
      IdToken: 300,
      AccessToken: 300,
      RefreshToken: refreshLasts,
      Grant: options.refreshes ? refreshLasts : 600,
      Session: 600,
      Interaction: 3600,
    },
    // The municipality has agreed for its staff once and for all, so `offline_access` needs nobody's consent at each login.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    rotateRefreshToken: true,
    interactions: {
      policy: policyWithoutConsent(),
      url: (_ctx, interaction) => options.loginPath(interaction.uid),
    },
    loadExistingGrant: grantWhatIsAsked,
    findAccount: (_ctx, subject, token) => {
      const session = token && 'sessionUid' in token ? token.sessionUid : undefined
      const claims = options.claimsOf(subject, session ?? '')
      return claims && { accountId: subject, claims: () => claims }
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = renderDocument(
        messagePage('Inloggningen gick inte', `${out.error}: ${out.error_description ?? 'okänt fel'}`),
      )
    },
    // The library refuses keys from addresses of this machine, which is where the product of a demonstration is.
    fetch: (address, init) => fetch(address, Object.assign({}, init, { dispatcher: undefined })),
  })
  const { onText } = options
  if (onText) {
    provider.on('pushed_authorization_request.success', ({ oidc }) => {
      const asked = typeof oidc.body?.request === 'string' ? readSignRequest(oidc.body.request) : undefined
      if (asked) onText(asked.nonce, asked.text)
    })
  }
  provider.on('server_error', (_ctx, error) => {
    process.stderr.write(`simulators: ${options.issuer}: ${error.stack}\n`)
  })
  return provider
}
