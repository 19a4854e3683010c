import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { openStep } from '../commands/open-step.ts'
import { changedPath, savedPath, stepPath } from '../paths.ts'
import type { DraftPorts } from '../ports.ts'
import { SavedView } from '../views/saved-view.tsx'
import { orLogInAgain } from './late.ts'
import { StepParameters } from './parameters.ts'
import { onwardsPath } from './step.tsx'

/** Says that a draft has been saved, and what that means. Visitors can't come back to what they leave: they go on instead. */
export const savedPage = (ports: DraftPorts): Page =>
  page(savedPath(':draft', ':step'), {
    area: 'public',
    params: StepParameters,
    get: async ({ ctx, params, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const opened = await openStep(ctx, ports.readFacts, params)
        if (opened.kind === 'sealed' || opened.kind === 'sent')
          return redirect(await onwardsPath(ctx, ports, { id: params.draft, state: opened.kind }))
        if (opened.kind === 'changed') return redirect(changedPath(params.draft))
        if (opened.kind === 'elsewhere') return redirect(stepPath(params.draft, opened.step))
        if (ctx.actor.kind !== 'citizen') return redirect(stepPath(params.draft, params.step))
        const { service, draft } = opened.state
        const onwards = stepPath(draft.id, draft.step)
        return (
          <SavedView service={ctx.texts.pick(service.definition.title)} until={draft.expiresAt} onwards={onwards} />
        )
      }),
  })
