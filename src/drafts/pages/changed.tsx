import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { seeMove } from '../commands/see-move.ts'
import { changedPath, stepPath } from '../paths.ts'
import type { DraftPorts } from '../ports.ts'
import { getDraft } from '../queries/get-draft.ts'
import { readMove } from '../queries/read-move.ts'
import { ChangedView } from '../views/changed-view.tsx'
import { orLogInAgain } from './late.ts'
import { DraftParameters } from './parameters.ts'
import { onwardsPath } from './step.tsx'

/** "Formuläret har ändrats": what did not come with a draft that has moved to a newer version, before its owner goes on. */
export const changedPage = (ports: DraftPorts): Page =>
  page(changedPath(':draft'), {
    area: 'public',
    params: DraftParameters,
    get: async ({ ctx, params, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const draft = await getDraft(ctx, params.draft)
        if (draft.state !== 'open') return redirect(await onwardsPath(ctx, ports, draft))
        if (!draft.move) return redirect(stepPath(draft.id, draft.step))
        return <ChangedView {...(await readMove(ctx, ports.readFacts, draft))} draft={draft.id} />
      }),
    post: async ({ ctx, params, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        await seeMove(ctx, params.draft)
        const draft = await getDraft(ctx, params.draft)
        if (draft.state !== 'open') return redirect(await onwardsPath(ctx, ports, draft))
        return redirect(stepPath(draft.id, draft.step))
      }),
  })
