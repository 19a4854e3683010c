import { type StaffCase, staffCasePath } from '../../cases/public.ts'
import { Moment } from '../../ui/case/timeline.tsx'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Panel } from '../../ui/page/panel.tsx'

/** Beside the case, and above it on a phone: what it is, when it came and who has it. */
export function CaseAside({ of }: { readonly of: StaffCase }) {
  const { t } = useTexts()
  return (
    <Panel heading={t('workplace.case.facts')}>
      <FactList
        facts={[
          { term: t('workplace.case.number'), value: of.number },
          { term: t('workplace.case.applicant'), value: <ApplicantName of={of} /> },
          { term: t('workplace.case.received'), value: <Moment when={of.receivedAt} /> },
          { term: t('workplace.case.worker'), value: of.assignedTo?.name ?? t('workplace.list.nobody') },
        ]}
      />
      <p>
        <a href={`${staffCasePath(of.caseId)}/pdf`}>{t('workplace.case.pdf')}</a>
      </p>
    </Panel>
  )
}

function ApplicantName({ of }: { readonly of: StaffCase }) {
  const { t } = useTexts()
  return <>{of.applicant ?? t(of.anonymous ? 'workplace.list.anonymous' : 'workplace.list.unknown')}</>
}
