import { readPartyAnswers, readSealed } from '../../drafts/public.ts'
import { findOwnIdentity } from '../../people/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { getTenant } from '../../tenants/public.ts'
import { enterActor, holdRequest, ownParty } from '../hold-request.ts'
import { readerOf } from '../methods/reader-of.ts'
import { methodsFor } from '../methods/signing-methods.ts'
import { factsOfSigner, ownForm, readOwnPart, versionToSign } from '../own-part.ts'
import { returnPath } from '../paths-after.ts'
import type { SigningPorts } from '../ports.ts'
import { signedBy } from '../seen.ts'
import { textFor } from '../text-of.ts'
import type { SigningWhat } from '../what.ts'

/** What is about to be signed, and where its signer stands meanwhile. */
export type Prepared = { readonly signed: SigningWhat; readonly returnTo: string }

/**
 * Works out what whoever's turn it is has before them and is to sign by one of the municipality's methods, in words and as checksums; `own-answers` when their own
 * questions aren't answered (right). Throws `not-found` for everybody who has nothing to sign there, and for a method that isn't theirs.
 */
export async function prepareSignature(
  ctx: Context,
  { readFacts }: Pick<SigningPorts, 'readFacts'>,
  { draft, name }: { readonly draft: string; readonly name: string },
): Promise<Result<Prepared, 'own-answers'>> {
  const tenant = await getTenant(ctx)
  const { service, facts } = await factsOfSigner(ctx, readFacts, await versionToSign(ctx, draft))
  return await inTransaction(ctx, async (tx): Promise<Result<Prepared, 'own-answers'>> => {
    const request = await holdRequest(ctx, tx, { draft, verb: 'sign' })
    const asked = ownParty(ctx, request)
    const { id: party, role, personId } = asked
    await enterActor(ctx, tx)
    const signer = await findOwnIdentity(ctx, tx)
    const method = signer && methodsFor(tenant, signer).find((one) => one.name === name)
    if (!signer || !method || personId === undefined) throw notFound()
    const sealed = await readSealed(ctx, tx, draft)
    const typed = await readPartyAnswers(ctx, tx, { draft, party, key: sealed.key })
    const own =
      role === 'applicant' ? ok(undefined) : readOwnPart(ownForm({ service, copy: sealed.copy, typed, facts }))
    if (!own.ok) return failed('own-answers')
    const seen = signedBy(service.definition.form, sealed, { role, own: own.value })
    const text = textFor(
      { draft, service, copy: sealed.copy, seen, signer: asked, parties: request.parties },
      { reader: readerOf(method), texts: ctx.texts, municipality: tenant.name },
    )
    const signed: SigningWhat = {
      subject: { kind: 'application', draft, party, round: sealed.round, person: personId, role },
      text,
      signer,
      ...(own.value && { own: own.value }),
    }
    return ok({ signed, returnTo: returnPath(draft, role) })
  })
}
