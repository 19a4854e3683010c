import type { Context } from '../../../platform/context.ts'
import { CodedError } from '../../../platform/errors.ts'
import { newSecret } from '../../../platform/ids.ts'
import { failed, ok } from '../../../platform/result.ts'
import { attributeOf } from '../../../platform/xml/elements.ts'
import type { SamlSettings } from '../../../tenants/public.ts'
import { claimedFrom } from '../claimed-from.ts'
import type { Failure, Proof, RedirectMethod } from '../method.ts'
import { assertionProblem, attributesOf, levelOf } from './check-assertion.ts'
import { encryptionProblem } from './check-encryption.ts'
import { responseProblem } from './check-response.ts'
import { contentKeyOf } from './content-key.ts'
import { Expected } from './expected.ts'
import type { FindIdentityProvider } from './find-provider.ts'
import type { SamlKeys } from './keys.ts'
import { decryptedAssertion, samlLibrary } from './library.ts'
import { openResponse } from './open-response.ts'
import { ownEntityId } from './own-metadata.ts'
import type { SamlRefusal } from './refusal.ts'
import { encryptedMessage, extensionsToSign, signMessageDigest, signMessageProblem } from './sign-message.ts'
import { statusProblem } from './status.ts'
import { verifySigned } from './verify-signed.ts'
import { onlyChild, readXml } from './xml.ts'

export type SamlPorts = {
  /** The municipality's own keys: `samlKeys`. */
  readonly keys: (ctx: Context) => Promise<SamlKeys>
  readonly findProvider: FindIdentityProvider
  /** URIs of the processes by which a Swedish number may have been bound to an e-ID of another country. */
  readonly acceptedBindingProcesses: readonly string[]
}

/** The provider's own name for what happened (transactionIdentifier). */
const transactionIdentifier = 'urn:oid:1.2.752.201.3.2'

/** What an operator must see, besides the refusal: somebody may be using another's e-ID. */
const securityEvents: readonly SamlRefusal[] = ['saml-fraud', 'saml-possible-fraud']

/** Identification by SAML 2.0: a signed request by HTTP-Redirect, a signed answer with an encrypted assertion by HTTP-POST. */
export function samlMethod(settings: SamlSettings, ports: SamlPorts): RedirectMethod {
  return {
    kind: 'redirect',
    answersBy: 'form',

    async start(ctx, { state, answerAddress, toSign }) {
      const found = await ports.findProvider(ctx, settings)
      if (!found.ok) throw new CodedError('identity-provider-failed', found.error)
      const { entityId, showsTexts, encryption: providersKey } = found.value
      const { signing, encryption } = await ports.keys(ctx)
      // Nothing that somebody has written goes in an address as it is: where it can't be encrypted the provider gets no text.
      const encrypted = toSign && providersKey ? await encryptedMessage(toSign.message, providersKey) : undefined
      const expected: Expected = {
        state,
        // An ID of XML begins with a letter or an underscore.
        // What the provider signs says which text it is: the ID stands in the response.
        request: toSign ? `_${newSecret()}.${toSign.digest}` : `_${newSecret()}`,
        asked: ctx.clock.now().getTime(),
        provider: entityId,
        entityId: ownEntityId(settings, new URL(answerAddress).origin),
        answerAddress,
        levels: settings.levels,
        ...(toSign && { toSign: { ...toSign, shown: showsTexts && encrypted !== undefined } }),
      }
      const library = samlLibrary({
        provider: found.value,
        expected,
        signing: signing[0],
        decryption: encryption[0],
        ...(encrypted && { extensions: extensionsToSign({ encrypted, entityId, mustShow: showsTexts }) }),
      })
      return { address: await library.getAuthorizeUrlAsync(state, undefined, {}), kept: expected }
    },

    async finish(ctx, kept, answer) {
      const refuse = (code: SamlRefusal, reason: Failure['reason'] = 'refused') => failed({ reason, code })
      const expected = Expected.parse(kept)
      const encoded = answer.get('SAMLResponse')
      const now = ctx.clock.now().getTime()
      if (answer.get('RelayState') !== expected.state) return refuse('saml-wrong-state')
      const opened = openResponse(encoded)
      if (!opened.ok || encoded === null) return refuse(opened.ok ? 'saml-malformed' : opened.error)
      const found = await ports.findProvider(ctx, settings)
      if (!found.ok) return refuse(found.error, 'unavailable')
      const provider = found.value
      if (provider.entityId !== expected.provider) return refuse('saml-wrong-issuer')

      const verified = verifySigned(opened.value.text, opened.value.root, provider.certificates)
      if (!verified.ok) return refuse(verified.error)
      const response = verified.value
      const problem = responseProblem(response, expected, now)
      if (problem) return refuse(problem)
      const status = statusProblem(response)
      if (status) {
        if (securityEvents.includes(status.code)) {
          ctx.log.warn(
            { code: status.code, securityEvent: true, provider: provider.entityId },
            'identity provider suspects fraud',
          )
        }
        return failed(status)
      }
      const weak = encryptionProblem(response)
      if (weak) return refuse(weak)

      const { signing, encryption } = await ports.keys(ctx)
      const libraries = encryption.map((decryption) =>
        samlLibrary({ provider, expected, signing: signing[0], decryption }),
      )
      const decrypted = await decryptedAssertion(encoded, libraries)
      if ('refusal' in decrypted) return refuse(decrypted.refusal)
      const assertion = readXml(decrypted.assertion)
      if (!assertion.ok) return refuse(assertion.error)
      const flaw = assertionProblem(assertion.value, expected, now)
      if (flaw) return refuse(flaw)

      const attributes = attributesOf(assertion.value)
      const claimed = claimedFrom((name) => attributes.get(name), {
        names: settings.attributes,
        acceptedBindingProcesses: ports.acceptedBindingProcesses,
      })
      if (!claimed.ok) return claimed
      const identity = {
        claimed: claimed.value,
        level: levelOf(assertion.value) ?? '',
        reference: attributes.get(transactionIdentifier) ?? attributeOf(assertion.value, 'ID'),
      }
      const { toSign } = expected
      if (!toSign) return ok(identity)
      if (claimed.value.number !== toSign.signer.number) return refuse('saml-other-signer', 'somebody-else')
      const unseen = signMessageProblem(attributes.get(signMessageDigest), toSign)
      if (unseen) return refuse(unseen)
      const attribute = Object.values(settings.attributes).find(
        (name) => attributes.get(name ?? '')?.trim() === toSign.signer.number,
      )
      const contentKey = contentKeyOf(response, encryption)
      const identifiedAt = attributeOf(onlyChild(assertion.value, 'assertion', 'AuthnStatement'), 'AuthnInstant')
      if (attribute === undefined || !contentKey || !identifiedAt) return refuse('saml-malformed')
      const proof: Proof = {
        answer: opened.value.text,
        trusted: provider.certificates.join(''),
        provider: provider.entityId,
        audience: expected.entityId,
        authenticatedAt: new Date(identifiedAt).toISOString(),
        attribute,
        contentKey: contentKey.toString('base64'),
        shown: toSign.shown,
      }
      return ok({ ...identity, proof })
    },
  }
}
