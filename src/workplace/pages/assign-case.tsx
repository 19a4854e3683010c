import { z } from 'zod'
import { assignCase, getCase, listAssignable, type StaffCase } from '../../cases/public.ts'
import type { Context } from '../../platform/context.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useTexts } from '../../ui/frame.ts'
import { CaseParams, deedPattern, donePath, Version } from '../case-address.ts'
import { DeedForm } from '../views/deed-form.tsx'
import { DeedPage } from '../views/deed-page.tsx'
import type { Failure } from '../views/failure-notice.tsx'

/** "Fördela": gives a case to a colleague of its group, or to nobody. */
export const assignCasePage = page(deedPattern('assign'), {
  area: 'staff',
  params: CaseParams,
  body: z.object({ version: Version, to: Id.optional().catch(undefined) }),
  async get({ ctx, params }) {
    const { of, colleagues } = await read(ctx, params.case)
    return <AssignCase of={of} colleagues={colleagues} to={of.assignedTo?.id} />
  },
  async post({ ctx, params, body }) {
    const assigned = await assignCase(ctx, { caseId: params.case, version: body.version, to: body.to })
    if (assigned.ok) return redirect(donePath(params.case, 'assigned'))
    return <AssignCase {...(await read(ctx, params.case))} to={body.to} failure={assigned.error} />
  },
})

const read = async (ctx: Context, caseId: string) => ({
  of: await getCase(ctx, caseId),
  colleagues: await listAssignable(ctx, caseId),
})

type AssignCaseProps = {
  readonly of: StaffCase
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** Whom the reader has chosen. */
  readonly to: string | undefined
  readonly failure?: Failure
}

function AssignCase({ of, colleagues, to, failure }: AssignCaseProps) {
  const { t } = useTexts()
  return (
    <DeedPage of={of} title={t('workplace.case.assign')} failure={failure}>
      <DeedForm caseId={of.caseId} deed="assign" version={of.version} submit={t('workplace.assign.submit')}>
        <SelectField
          name="to"
          id="handlaggare"
          label={t('workplace.assign.to')}
          empty={t('workplace.assign.nobody')}
          value={to}
          choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </DeedForm>
    </DeedPage>
  )
}
