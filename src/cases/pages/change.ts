import { stepPath } from '../../drafts/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { casePath } from '../case.ts'
import { startSupplementDraft } from '../commands/start-supplement-draft.ts'
import { CaseParameters } from './parameters.ts'

/** Says, in the address of a case, that it can't be changed now. */
export const changeRefused = 'nej'

/** "Ändra ärende": opens the form again. Whoever comes here by an address alone stands before the button for it. */
export const changePage = page(`${casePath(':case')}/andra`, {
  area: 'citizen',
  params: CaseParameters,
  get: ({ params }) => redirect(casePath(params.case)),
  async post({ ctx, params }) {
    const started = await startSupplementDraft(ctx, params.case)
    if (!started.ok) return redirect(`${casePath(params.case)}?andra=${changeRefused}`)
    return redirect(stepPath(started.value.id, started.value.step))
  },
})
