import { type StaffCase, staffCasePath } from '../../cases/public.ts'
import { Moment } from '../../ui/case/timeline.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { deedPath } from '../case-address.ts'

/** Beside the case: what it is, who has it, and what can be done. */
export function CaseAside({ of }: { readonly of: StaffCase }) {
  const { t } = useTexts()
  return (
    <>
      <Panel heading={t('workplace.case.actions')}>
        <Deeds of={of} />
      </Panel>
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
    </>
  )
}

function ApplicantName({ of }: { readonly of: StaffCase }) {
  const { t } = useTexts()
  return <>{of.applicant ?? t(of.anonymous ? 'workplace.list.anonymous' : 'workplace.list.unknown')}</>
}

/** The deeds that are open to the reader, the most wanted one first. */
function Deeds({ of }: { readonly of: StaffCase }) {
  const { t } = useTexts()
  const { abilities, nextStatuses, caseId, version } = of
  return (
    <ul class="plain-list">
      {abilities.take ? (
        <li>
          <form method="post" action={deedPath(caseId, 'take')}>
            <input type="hidden" name="version" value={version} />
            <Button>{t('workplace.case.take')}</Button>
          </form>
        </li>
      ) : null}
      {abilities.assign ? (
        <li>
          <ButtonLink href={deedPath(caseId, 'assign')} variant="secondary">
            {t('workplace.case.assign')}
          </ButtonLink>
        </li>
      ) : null}
      {nextStatuses.length > 0 ? (
        <li>
          <ButtonLink href={deedPath(caseId, 'status')} variant="secondary">
            {t('workplace.case.status')}
          </ButtonLink>
        </li>
      ) : null}
      {abilities.requestSupplement ? (
        <li>
          <ButtonLink href={deedPath(caseId, 'request')} variant="secondary">
            {t('workplace.case.request')}
          </ButtonLink>
        </li>
      ) : null}
    </ul>
  )
}
