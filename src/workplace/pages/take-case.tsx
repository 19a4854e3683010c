import { z } from 'zod'
import { staffCasePath, takeCase } from '../../cases/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { CaseParams, deedPattern, donePath, Version } from '../case-address.ts'
import { readCase } from '../queries/read-case.ts'
import { CaseView } from '../views/case-view.tsx'

/** "Ta ärendet": a button on the case's page; who comes to its address by themselves is led there. */
export const takeCasePage = page(deedPattern('take'), {
  area: 'staff',
  params: CaseParams,
  body: z.object({ version: Version }),
  get: ({ params }) => redirect(staffCasePath(params.case)),
  async post({ ctx, params, body }) {
    const taken = await takeCase(ctx, { caseId: params.case, version: body.version })
    if (taken.ok) return redirect(donePath(params.case, 'taken'))
    return <CaseView {...(await readCase(ctx, params.case))} failure={taken.error} />
  },
})
