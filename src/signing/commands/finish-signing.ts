import { getServiceVersion } from '../../catalogue/public.ts'
import { keepSignature, lockSealed, type OpenedCopy, readSealed } from '../../drafts/public.ts'
import { clearOutcome, type SigningOutcome } from '../../identity/public.ts'
import { findPersonsByKeys, keyOfNamed } from '../../people/public.ts'
import { type Citizen, system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading, inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { completeRequest } from '../complete-request.ts'
import { enterActor, enterSystem } from '../hold-request.ts'
import { holdSigners } from '../hold-signers.ts'
import { inviteNext } from '../invite-next.ts'
import type { Completed, KeptSignature, Role } from '../model.ts'
import { noSession } from '../no-session.ts'
import { type ReadOutcome, readOutcome, verifyOutcome } from '../outcome.ts'
import type { FinishPorts } from '../ports.ts'
import { type Refusal, whyNotCovered, whyNotSigner } from '../refusal.ts'
import { reopenRequest } from '../reopen-request.ts'
import { findRequest, type Party, type Request } from '../request.ts'
import { signedBy } from '../seen.ts'
import { manifestFor } from '../text-of.ts'
import { updateParty } from '../update-party.ts'

/** A signature that counts, by whom, and what has come of it. */
export type FinishedSigning = {
  readonly draft: string
  readonly role: Role
  readonly signer: Citizen
  readonly outcome:
    | { readonly kind: 'completed'; readonly completed: Completed }
    | { readonly kind: 'waiting' | 'already' }
}

/** A signature that doesn't count: `code` says why, to the operator. */
export type RefusedSigning = { readonly draft: string; readonly role: Role; readonly code: Refusal }

type Finish = { readonly transaction: string; readonly outcome: SigningOutcome }

/**
 * Puts a signature with what it is of, exactly once, whoever asks and how often: the request that collected it, or a job after the process was killed, also when
 * the signer's session has ended. It counts in one transaction, under the draft's lock, when it is of the copy that is sealed now, the evidence is right, and the signer is
 * whom the party was named as. The last one makes the case in the same transaction (`complete`); else whoever is next is asked. One that doesn't count is forgotten.
 */
export async function finishSigning(
  asked: Context,
  ports: FinishPorts,
  { transaction, outcome }: Finish,
): Promise<Result<FinishedSigning, RefusedSigning>> {
  const signature = readOutcome(outcome)
  const { draft, role } = signature.what.subject
  const signer = await findSigner(asked, signature)
  const verified = await verifyOutcome(signature)
  if (!signer || !verified.ok) {
    const code = verified.ok ? 'signing-other-person' : (`signing-not-verified:${verified.error}` as const)
    return await refuse(asked, transaction, { draft, role, code })
  }
  const ctx = actingAs(asked, signer)
  const put = await inTransaction(
    ctx,
    async (tx) =>
      await putSignature(ctx, tx, {
        ports,
        signature,
        transaction,
        at: verified.value.signedAt,
        name: verified.value.name,
      }),
  )
  if (!put.ok) return await refuse(asked, transaction, { draft, role, code: put.error })
  return ok({ draft, role, signer, outcome: put.value })
}

/** The person who signed, when they are whom the signature was asked of: by the number in the signature, whoever asks now. */
async function findSigner({ actor, ...of }: Context, { what }: ReadOutcome): Promise<Citizen | undefined> {
  const { person } = what.subject
  const ctx: Context = { ...of, actor: system }
  const found = await inReading(ctx, async (tx) => await findPersonsByKeys(ctx, tx, [keyOfNamed(ctx, what.signer)]))
  const [known] = found.values()
  if (known?.id !== person) return undefined
  if (actor.kind === 'citizen' && actor.id === person) return actor
  return { kind: 'citizen', id: person, sessionId: noSession, protectedIdentity: known.protectedIdentity }
}

type Putting = {
  readonly ports: FinishPorts
  readonly signature: ReadOutcome
  readonly transaction: string
  readonly at: Date
  /** The signer's, as the issuer writes it; undefined where the e-ID tells none. */
  readonly name: string | undefined
}

async function putSignature(
  ctx: Context,
  tx: Transaction,
  given: Putting,
): Promise<Result<FinishedSigning['outcome'], Refusal>> {
  const { ports, signature, transaction, at, name } = given
  const { draft, party: id, round, role } = signature.what.subject
  await enterSystem(ctx, tx)
  const isProtected = await holdSigners(ctx, tx, draft)
  // Of the last two to sign at once, and of a signature and a change, the second waits here and finds what the first has done.
  const held = await lockSealed(ctx, tx, draft)
  const request = await findRequest(ctx, tx, draft)
  const party = request?.parties.find((one) => one.id === id)
  if (!held || !request || !party) return failed('signing-no-request')
  const stands = { held, request, party, signature }
  if (
    party.state === 'signed' &&
    request.round === round &&
    request.state !== 'changing' &&
    request.state !== 'withdrawn'
  ) {
    await clearOutcome(ctx, tx, transaction)
    return ok({ kind: 'already' })
  }
  if (isProtected && request.round === round && (request.state === 'collecting' || request.state === 'changing')) {
    await reopenRequest(ctx, tx, request)
    return failed('signing-not-fetched')
  }
  const notSigner = whyNotSigner(stands)
  if (notSigner) return failed(notSigner)

  await enterActor(ctx, tx)
  const sealed = await readSealed(ctx, tx, draft)
  const service = await getServiceVersion(ctx, sealed.copy.versionId, tx)
  const seen = signedBy(service.definition.form, sealed, { role, own: signature.what.own })
  const notCovered = whyNotCovered(
    signature.what.text.manifest,
    manifestFor({ draft, service, seen, signer: party, parties: request.parties }),
  )
  if (notCovered) return failed(notCovered)

  await keep(ctx, tx, { signature, sealed, party, at, name })
  await enterSystem(ctx, tx)
  await updateParty(ctx, tx, { party: id, set: { state: 'signed', signed_at: at, method: signature.method } })
  await clearOutcome(ctx, tx, transaction)
  const { method, level, evidence } = signature
  tx.record({
    type: 'signing.signed',
    subject: draft,
    data: { partyId: id, ownerId: request.ownerId, method, level, reference: evidence.reference },
  })
  return ok(await goOn(ctx, tx, { ports, sealed, request: withSigned(request, party, at) }))
}

const withSigned = (request: Request, party: Party, signedAt: Date): Request => ({
  ...request,
  parties: request.parties.map((one) => (one === party ? { ...one, state: 'signed', signedAt } : one)),
})

type Keeping = {
  readonly signature: ReadOutcome
  readonly sealed: OpenedCopy
  readonly party: Party
  readonly at: Date
  readonly name: string | undefined
}

/** Keeps the signature under the draft's key, as its signer. */
async function keep(ctx: Context, tx: Transaction, { signature, sealed, party, at, name }: Keeping): Promise<void> {
  const { what, method, level, evidence, trusted } = signature
  const content: KeptSignature = {
    schemaVersion: 1,
    at: at.toISOString(),
    ...(name !== undefined && { name }),
    method,
    level,
    text: what.text,
    evidence,
    trusted,
    ...(what.own && { own: what.own }),
  }
  const { draft, round } = what.subject
  await keepSignature(ctx, tx, { draft, party: party.id, round, key: sealed.key, content, at })
}

type GoingOn = { readonly ports: FinishPorts; readonly sealed: OpenedCopy; readonly request: Request }

/** After a signature: the case when it was the last one, else those whose turn it is are asked. */
async function goOn(ctx: Context, tx: Transaction, given: GoingOn): Promise<FinishedSigning['outcome']> {
  if (given.request.parties.some(({ state }) => state !== 'signed')) {
    await inviteNext(ctx, tx, given.request)
    return { kind: 'waiting' }
  }
  return { kind: 'completed', completed: await completeRequest(ctx, tx, given) }
}

/** Forgets a signature that can't count: it would be tried for ever. */
async function refuse(
  asked: Context,
  transaction: string,
  refused: RefusedSigning,
): Promise<Result<FinishedSigning, RefusedSigning>> {
  const ctx = actingAs(asked, system)
  ctx.log.error({ code: refused.code, draft: refused.draft }, 'a signature doesn’t count')
  await inTransaction(ctx, async (tx) => await clearOutcome(ctx, tx, transaction))
  return failed(refused)
}
