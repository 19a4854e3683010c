import { z } from 'zod'
import { changeStatus, getCase, type StaffCase } from '../../cases/public.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { RadioGroup } from '../../ui/form/radio-group.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { CaseParams, deedPattern, donePath, Version } from '../case-address.ts'
import { DeedForm } from '../views/deed-form.tsx'
import { DeedPage } from '../views/deed-page.tsx'
import type { Failure } from '../views/failure-notice.tsx'

/** "Ändra status": to one of those that may follow. */
export const changeStatusPage = page(deedPattern('status'), {
  area: 'staff',
  params: CaseParams,
  body: z.object({ version: Version, status: z.string().catch('') }),
  async get({ ctx, params }) {
    return <ChangeStatus of={await getCase(ctx, params.case)} />
  },
  async post({ ctx, params, body }) {
    const changed = await changeStatus(ctx, { caseId: params.case, ...body })
    if (changed.ok) return redirect(donePath(params.case, 'status'))
    const of = await getCase(ctx, params.case)
    return changed.error === 'no-such-step' ? (
      <ChangeStatus of={of} missing />
    ) : (
      <ChangeStatus of={of} chosen={body.status} failure={changed.error} />
    )
  },
})

type ChangeStatusProps = {
  readonly of: StaffCase
  readonly chosen?: string
  /** True when none that may follow was chosen. */
  readonly missing?: boolean
  readonly failure?: Failure
}

function ChangeStatus({ of, chosen, missing, failure }: ChangeStatusProps) {
  const { t, pick } = useTexts()
  const problem = missing ? t('workplace.status.missing') : undefined
  return (
    <DeedPage
      of={of}
      title={t('workplace.case.status')}
      problems={problem === undefined ? [] : [{ id: 'status', problem }]}
      failure={failure}
    >
      {of.nextStatuses.length === 0 ? (
        <Notice tone="info">
          <p>{t('workplace.status.none')}</p>
        </Notice>
      ) : (
        <DeedForm caseId={of.caseId} deed="status" version={of.version} submit={t('workplace.status.submit')}>
          <RadioGroup
            name="status"
            label={t('workplace.status.to')}
            help={t('workplace.status.help')}
            value={chosen}
            problem={problem}
            mandatory
            choices={of.nextStatuses.map(({ id, name, meaning }) => ({
              value: id,
              label: pick(name),
              help: pick(meaning),
            }))}
          />
        </DeedForm>
      )}
    </DeedPage>
  )
}
