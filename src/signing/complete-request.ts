import { type OpenedCopy, readSignatures, takeAccess } from '../drafts/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { enterSystem } from './hold-request.ts'
import { type Completed, KeptSignature, type Signed, type Signer } from './model.ts'
import type { FinishPorts } from './ports.ts'
import type { Party, Request } from './request.ts'
import { updateRequest } from './update-party.ts'

type Completing = {
  readonly ports: Pick<FinishPorts, 'complete'>
  readonly sealed: OpenedCopy
  /** As it stands, the last signature among it. */
  readonly request: Request
}

/**
 * Sends what is sealed, with every signature of it, in the transaction that holds the draft: exactly once. The actor is its owner or one of the named; leaves
 * the transaction in role `system`.
 */
export async function completeRequest(ctx: Context, tx: Transaction, given: Completing): Promise<Completed> {
  const { ports, sealed, request } = given
  const { draft } = request
  await enterSystem(ctx, tx)
  const signatures = await readSignatures(ctx, tx, { draft, key: sealed.key })
  const signed = new Map(signatures.map(({ party, content }) => [party, signedOf(KeptSignature.parse(content))]))
  const { copy, files, ownerId } = sealed
  const signers = request.parties.map((party) => signerOf(party, signed.get(party.id)))
  const completed = await ports.complete(ctx, tx, { draft, copy, files, ownerId, signers })
  await updateRequest(ctx, tx, { draft, set: { state: 'done' } })
  await takeAccess(ctx, tx, draft)
  return completed
}

const signedOf = ({ at, name, method, level, text, evidence, trusted, own }: KeptSignature): Signed => ({
  at: new Date(at),
  ...(name !== undefined && { name }),
  method,
  level,
  text,
  evidence,
  trusted,
  ...(own && { own }),
})

function signerOf({ id, position, role, personId, name, state }: Party, signed: Signed | undefined): Signer {
  if ((state === 'signed') !== (signed !== undefined)) throw new Error('A party’s state is not that of their signature')
  return {
    party: id,
    position,
    role,
    ...(personId !== undefined && { personId }),
    ...(name !== undefined && { name }),
    ...(signed && { signed }),
    declined: state === 'declined',
  }
}
