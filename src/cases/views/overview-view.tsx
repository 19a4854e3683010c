import { Timeline } from '../../ui/case/timeline.tsx'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { Section } from '../../ui/page/section.tsx'
import { casePath } from '../case.ts'
import { caseSteps } from '../case-steps.ts'
import type { MyCase } from '../queries/get-my-case.ts'
import type { CaseEvent } from '../queries/list-history.ts'
import { CaseFrame } from './case-frame.tsx'
import { SignedPanel } from './signed-panel.tsx'
import { SupplementBox } from './supplement-box.tsx'

type OverviewViewProps = {
  readonly of: MyCase
  readonly events: readonly CaseEvent[]
  readonly unread: number
  /** True when somebody has just asked to change a case that doesn't wait for it. */
  readonly changeRefused: boolean
}

/** "Översikt": where the case is, what is asked of the citizen, and the way to all else. */
export function OverviewView({ of, events, unread, changeRefused }: OverviewViewProps) {
  const texts = useTexts()
  const { t } = texts
  return (
    <CaseFrame of={of} tab="overview" unread={unread}>
      {changeRefused ? (
        <Notice tone="info" heading={t('cases.supplement.over')} announce>
          <p>{t('cases.supplement.over-text')}</p>
        </Notice>
      ) : null}
      {of.supplement ? <SupplementBox caseId={of.caseId} asked={of.supplement} /> : null}
      <Columns aside={<Beside of={of} />}>
        <Section heading={t('cases.overview.where')}>
          <Timeline entries={caseSteps({ service: of.service, status: of.status, events, texts })} />
        </Section>
      </Columns>
    </CaseFrame>
  )
}

function Beside({ of }: Pick<OverviewViewProps, 'of'>) {
  const { t } = useTexts()
  const path = casePath(of.caseId)
  return (
    <>
      <Panel heading={t('cases.overview.sent')}>
        <p>
          <a href={`${path}/visa`}>{t('cases.overview.view')}</a>
        </p>
        <p>
          <a href={`${path}/pdf`}>{t('cases.overview.pdf')}</a>
        </p>
        <p>{t('cases.overview.attachments', { count: of.attachments })}</p>
      </Panel>
      <SignedPanel of={of} />
      {of.mayWriteMessage ? (
        <Actions>
          <ButtonLink href={`${path}/meddelanden`} variant="secondary">
            {t('cases.overview.new-message')}
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  )
}
