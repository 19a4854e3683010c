import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { autosaveStep } from '../commands/autosave-step.ts'
import { autosavePath, stepPath } from '../paths.ts'
import type { DraftPorts } from '../ports.ts'
import { AutosaveView } from '../views/autosave-view.tsx'
import { NotSaved } from '../views/save-status.tsx'
import { keepVisitor } from '../visitor.ts'
import { StepParameters } from './parameters.ts'

/** Saves a step while somebody writes; answers the parts of its page that may look different now. */
export const autosavePage = (ports: DraftPorts): Page =>
  page(autosavePath(':draft', ':step'), {
    area: 'public',
    params: StepParameters,
    async post({ ctx, params, body, request }) {
      const saved = await autosaveStep(ctx, ports.readFacts, { ...params, posted: body })
      if (!saved.ok && saved.error === 'sealed') return view(<NotSaved />, { fragment: true, status: 423 })
      // Sent from another window, or the step is no more: the page itself knows where to go on.
      if (!saved.ok || !saved.value) return redirect(stepPath(params.draft, params.step))
      const cookies = keepVisitor(ctx, request, ports.visitorCookie)
      const parts = <AutosaveView state={saved.value} now={ctx.clock.now()} timeZone={ctx.tenant.timeZone} />
      return view(parts, { fragment: true, cookies })
    },
  })
