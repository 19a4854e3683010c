import { fileKeyBinding } from '../files/public.ts'
import type { Answers } from '../forms/answers.ts'
import { canonicalJson } from '../forms/canonical-json.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { sharedWithParties } from '../forms/parties.ts'
import type { RuleParts } from '../forms/rules/value.ts'
import { claimsOf } from '../forms/submitted.ts'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/cryptography/sealing.ts'
import { ahead } from '../platform/database/preparing-client.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { idOf } from './history.ts'
import './tables.ts'

/** Version of the shape in which answers are stored. */
const answersSchema = 1

/** A file of the draft, its own key in the clear. */
type TakenFile = {
  readonly fileId: string
  readonly questionId: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Uint8Array
  readonly key: Uint8Array
}

/** Answers on their way into a case. */
export type NewSubmission = {
  readonly draftId: string
  readonly caseId: string
  readonly sequence: number
  readonly versionId: string
  readonly form: FormDefinition
  readonly answers: Answers
  readonly asked: readonly string[]
  readonly seen: RuleParts
  readonly files: readonly TakenFile[]
  readonly at: Date
  /** Whose it is, when somebody else has sent it by signing last. */
  readonly onBehalfOf: string | undefined
  /** Whether other parties of the case may read what isn't hidden from them. */
  readonly isShared: boolean
}

/**
 * Writes answers as sent, and takes over the files that they refer to: each file's key is wrapped anew, the stored bytes are left as they
 * are. The draft's id is the key, so that a draft becomes one submission whatever happens.
 */
export async function writeSubmission(ctx: Context, { db }: Transaction, sent: NewSubmission): Promise<void> {
  const answers = canonicalJson(sent.answers)
  await db
    .insertInto('cases.submission')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: sent.draftId,
      case_id: sent.caseId,
      sequence: sent.sequence,
      version_id: sent.versionId,
      schema_version: answersSchema,
      answers,
      asked: sent.asked,
      seen: JSON.stringify(sent.seen),
      digest: sha256(answers),
      source: 'citizen',
      actor_kind: ctx.actor.kind,
      actor_id: idOf(ctx.actor),
      on_behalf_of: sent.onBehalfOf,
      received_at: sent.at,
    })
    .modifyEnd(ahead)
    .execute()
  const claimed = claimedFiles(sent)
  if (claimed.length === 0) return
  const shared = new Set(
    sent.isShared ? claimsOf(sent.form, sharedWithParties(sent.form, sent).answers).map(({ id }) => id) : [],
  )
  await db
    .insertInto('cases.attachment')
    .values(
      claimed.map((file) => ({
        tenant_id: ctx.tenant.id,
        case_id: sent.caseId,
        draft_id: sent.draftId,
        file_id: file.fileId,
        question_id: file.questionId,
        name: file.name,
        media_type: file.mediaType,
        size: file.size,
        sha256: Buffer.from(file.sha256),
        wrapped_key: ctx.vault.wrap(ctx.tenant.id, file.key, fileKeyBinding(file.fileId)),
        hidden_from_parties: !shared.has(file.fileId),
      })),
    )
    .modifyEnd(ahead)
    .execute()
}

/** The files that the answers refer to. Those of questions that are no longer asked stay behind and are swept with the draft. */
function claimedFiles({ form, answers, files }: NewSubmission): readonly TakenFile[] {
  const byId = new Map(files.map((file) => [file.fileId, file]))
  return claimsOf(form, answers).map(({ id }) => {
    const file = byId.get(id)
    if (!file) throw new Error(`The answers refer to the file ${id}, which the draft doesn't have`)
    return file
  })
}
