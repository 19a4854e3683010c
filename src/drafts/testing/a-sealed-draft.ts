import { Readable } from 'node:stream'
import type { Actor } from '../../platform/actor.ts'
import { system } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { actingAs } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { actOnStep } from '../commands/act-on-step.ts'
import { giveAccess } from '../commands/give-access.ts'
import { saveStep } from '../commands/save-step.ts'
import { sealDraft } from '../commands/seal-draft.ts'
import { takeDraft } from '../commands/take-draft.ts'
import { receiveFiles } from '../receive-files.ts'
import type { SealedCopy } from '../sealed-copy.ts'
import { aDraft, aPost, someFacts } from './a-draft.ts'

/** Does something as the program. */
export async function asProgram<Value>(
  ctx: Context,
  work: (tx: Transaction, program: Context) => Promise<Value>,
): Promise<Value> {
  const program = actingAs(ctx, system)
  return await inTransaction(program, async (tx) => await work(tx, program))
}

/** Takes an own draft and seals it, as sending does, with the answers that it holds; undefined when it isn't open. */
export async function sealAsItStands(ctx: Context, draft: string): Promise<number | undefined> {
  return await inTransaction(ctx, async (tx) => {
    const taken = await takeDraft(ctx, tx, draft)
    if (taken.state !== 'open') return undefined
    const { serviceId, versionId, caseId, typed } = taken
    const copy: SealedCopy = {
      schemaVersion: 1,
      serviceId,
      versionId,
      ...(caseId !== undefined && { caseId }),
      answers: typed,
      asked: Object.keys(typed),
      seen: {},
      group: 'gata-park',
      sealedAt: ctx.clock.now().toISOString(),
    }
    return (await sealDraft(ctx, tx, { draft, copy })).round
  })
}

type Given = {
  /** What is answered in its first question. */
  readonly name?: string
  /** A file that lies in it. */
  readonly file?: { readonly name: string; readonly bytes: Buffer }
  /** Who is named to sign it. */
  readonly named?: readonly Extract<Actor, { kind: 'citizen' }>[]
}

/** A draft of the actor's with an answer, sealed for those named; its id. */
export async function aSealedDraft(ctx: Context, { name = 'Ada', file, named = [] }: Given = {}): Promise<string> {
  const { id: draft } = await aDraft(ctx)
  await saveStep(ctx, { draft, step: 'fragor', posted: aPost({ namn: name }), by: 'button' })
  if (file) {
    const take = await receiveFiles(ctx, { draft, step: 'bilagor' })
    const files = [await take({ field: 'file.bilagor', name: file.name, bytes: Readable.from([file.bytes]) })]
    await actOnStep(ctx, someFacts, { draft, step: 'bilagor', posted: aPost({}), files })
  }
  await sealAsItStands(ctx, draft)
  await asProgram(ctx, async (tx, program) => {
    for (const { id: person } of named) await giveAccess(program, tx, { draft, person })
  })
  return draft
}
