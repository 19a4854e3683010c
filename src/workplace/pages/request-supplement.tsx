import { getCase, requestSupplement } from '../../cases/public.ts'
import { normalised } from '../../messages/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { CaseParams, deedPattern, donePath } from '../case-address.ts'
import { dayOf, PostedRequest } from '../request-form.ts'
import { RequestSupplementView } from '../views/request-supplement-view.tsx'

/** "Begär komplettering": what is missing, and the last day for it. */
export const requestSupplementPage = page(deedPattern('request'), {
  area: 'staff',
  params: CaseParams,
  body: PostedRequest,
  async get({ ctx, params }) {
    return <RequestSupplementView of={await getCase(ctx, params.case)} today={ctx.clock.now()} />
  },
  async post({ ctx, params, body }) {
    const requested = await requestSupplement(ctx, {
      caseId: params.case,
      version: body.version,
      text: normalised(body.text),
      until: dayOf(body.until),
    })
    if (requested.ok) return redirect(donePath(params.case, 'requested'))
    const shown = { of: await getCase(ctx, params.case), typed: body, today: ctx.clock.now() }
    return typeof requested.error === 'string' ? (
      <RequestSupplementView {...shown} failure={requested.error} />
    ) : (
      <RequestSupplementView {...shown} fault={requested.error} />
    )
  },
  async resumed({ ctx, params, body }) {
    return <RequestSupplementView of={await getCase(ctx, params.case)} typed={body} today={ctx.clock.now()} isAgain />
  },
})
