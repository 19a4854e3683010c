import { z } from 'zod'
import { getStanding, type Opening } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { actOnStep } from '../commands/act-on-step.ts'
import { lookUpCompanies } from '../commands/look-up-companies.ts'
import { lookUpPlaces } from '../commands/look-up-places.ts'
import { openStep } from '../commands/open-step.ts'
import type { NotOpen } from '../model.ts'
import { changedPath, notSavedPath, signingPath, stepPath } from '../paths.ts'
import type { DraftPorts } from '../ports.ts'
import { receiveFiles } from '../receive-files.ts'
import type { StepState } from '../step-state.ts'
import type { Supplementing } from '../views/draft-layout.tsx'
import { StepView } from '../views/step-view.tsx'
import { keepVisitor } from '../visitor.ts'
import { orLogInAgain } from './late.ts'
import { StepParameters } from './parameters.ts'

/** A step of a form. */
export const stepPage = (ports: DraftPorts): Page =>
  page(stepPath(':draft', ':step'), {
    area: 'public',
    params: StepParameters,
    query: z.object({ sparat: z.literal('ja').optional().catch(undefined) }),
    get: async ({ ctx, params, query, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const opened = await openStep(ctx, ports.readFacts, params)
        if (opened.kind === 'sealed' || opened.kind === 'sent')
          return redirect(await onwardsPath(ctx, ports, { id: params.draft, state: opened.kind }))
        if (opened.kind === 'elsewhere') return redirect(stepPath(params.draft, opened.step))
        if (opened.kind === 'changed') return redirect(changedPath(params.draft))
        return await stepView(ctx, ports, { ...opened, justSaved: query.sparat === 'ja' })
      }),
    receive: async ({ ctx, params }) => await receiveFiles(ctx, params),
    post: async ({ ctx, params, body, files, request }) =>
      await orLogInAgain(ports, { ctx, request, post: { ...params, form: body } }, async () => {
        await lookUpCompanies(ctx, ports, { ...params, posted: body })
        const told = await lookUpPlaces(ctx, ports.findPlaces, { ...params, posted: body })
        const acted = await actOnStep(ctx, ports.readFacts, { ...params, posted: body, files, told })
        // What was typed here is nowhere but in the browser: they are told so, and what to do.
        if (!acted.ok && acted.error === 'sealed') return redirect(notSavedPath(params.draft))
        if (!acted.ok) return redirect(await onwardsPath(ctx, ports, { id: params.draft, state: acted.error }))
        const cookies = keepVisitor(ctx, request, ports.visitorCookie)
        if (acted.value.kind === 'go') return redirect(acted.value.to, { cookies })
        const { state } = acted.value
        const status = state.conflicts.length > 0 ? 409 : 422
        const opening = await openingFor(ctx, state)
        return view(await stepView(ctx, ports, { state, opening, justSaved: false }), { status, cookies })
      }),
  })

/** Whether a step's draft can be sent now. */
const openingFor = async (ctx: Context, { draft }: StepState): Promise<Opening | undefined> =>
  draft.caseId === undefined ? (await getStanding(ctx, draft)).opening : undefined

type Shown = { readonly state: StepState; readonly opening: Opening | undefined; readonly justSaved: boolean }

async function stepView(ctx: Context, ports: DraftPorts, { state, opening, justSaved }: Shown) {
  const { caseId } = state.draft
  const supplementing: Supplementing | undefined =
    caseId === undefined ? undefined : { request: await ports.findSupplementRequest(ctx, caseId) }
  const isPerson = ctx.actor.kind === 'citizen'
  return (
    <StepView
      state={state}
      supplementing={supplementing}
      opening={opening}
      maySave={isPerson}
      justSaved={justSaved && isPerson}
      now={ctx.clock.now()}
      timeZone={ctx.tenant.timeZone}
    />
  )
}

/** Where an own draft leads that can't be changed. Throws `not-found` when that is nowhere the reader may go. */
export async function onwardsPath(
  ctx: Context,
  { findSent }: DraftPorts,
  { id, state }: { readonly id: string; readonly state: NotOpen },
): Promise<string> {
  if (state === 'sealed') return signingPath(id)
  const path = await findSent(ctx, id)
  if (path === undefined) throw notFound()
  return path
}
