import type { FormDefinition } from '../../forms/definition.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { OpenedAgain } from '../../forms/opened-again.ts'
import { typedFrom } from '../../forms/submitted.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { DraftFile } from '../content.ts'
import { ownedBy, requireOwner } from '../policy.ts'
import { writeFiles } from '../private-space.ts'
import { insertDraft } from './insert-draft.ts'

type StartSupplement = {
  readonly caseId: string
  readonly serviceId: string
  /** The version that the case was made in. */
  readonly versionId: string
  readonly form: FormDefinition
  /** What was sent the latest time. */
  readonly before: OpenedAgain
  /** Its files, each with its own key in the clear. */
  readonly files: readonly DraftFile[]
}

/**
 * Opens a case's form again, filled in as it was sent ("Ändra ärende"); goes on with the draft that there is already, if any, which may wait for signatures.
 * Whether the case may be supplemented, and by whom, has been decided by the case's own command.
 */
export async function startSupplement(
  ctx: Context,
  { caseId, serviceId, versionId, form, before, files }: StartSupplement,
): Promise<{ readonly id: string; readonly step: string }> {
  const owner = requireOwner(ctx.actor)
  // Where it stands is asked again when it is opened; the first of all steps is as good as any.
  const step = form.steps[0]?.id ?? reviewStep
  const typed = typedFrom(form, before.answers)
  return await inTransaction(ctx, async (tx) => {
    const id = ctx.ids.next()
    const key = await insertDraft(ctx, tx, { id, owner, serviceId, versionId, caseId, step, typed, before })
    if (key) {
      await writeFiles(ctx, tx, { id, key, files })
      return { id, step }
    }
    const present = await tx.db
      .selectFrom('drafts.draft')
      .select(['draft_id', 'step'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('case_id', '=', caseId)
      .where('state', '<>', 'sent')
      .where(...ownedBy(owner))
      .executeTakeFirst()
    if (!present) throw notFound()
    return { id: present.draft_id, step: present.step }
  })
}
