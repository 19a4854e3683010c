import { getFilledInVersion, isPaperForm } from '../../catalogue/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { deleteDraft } from '../commands/delete-draft.ts'
import { deletePath, stepPath } from '../paths.ts'
import type { DraftPorts } from '../ports.ts'
import { getDraft } from '../queries/get-draft.ts'
import { DeleteView } from '../views/delete-view.tsx'
import { orLogInAgain } from './late.ts'
import { DraftParameters } from './parameters.ts'
import { onwardsPath } from './step.tsx'

/** "Ta bort": asks, then removes a draft. */
export const deleteDraftPage = (ports: DraftPorts): Page =>
  page(deletePath(':draft'), {
    area: 'public',
    params: DraftParameters,
    get: async ({ ctx, params, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const draft = await getDraft(ctx, params.draft)
        if (draft.state !== 'open') return redirect(await onwardsPath(ctx, ports, draft))
        const service = await getFilledInVersion(ctx, draft.versionId)
        const onwards = stepPath(draft.id, draft.step)
        return (
          <DeleteView
            service={ctx.texts.pick(service.definition.title)}
            onwards={onwards}
            kind={isPaperForm(service) ? 'paper' : draft.caseId === undefined ? 'application' : 'supplement'}
          />
        )
      }),
    post: async ({ ctx, params, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const deleted = await deleteDraft(ctx, params.draft)
        if (!deleted.ok) return redirect(await onwardsPath(ctx, ports, { id: params.draft, state: deleted.error }))
        return redirect(ctx.actor.kind === 'citizen' ? '/mina-sidor' : '/')
      }),
  })
