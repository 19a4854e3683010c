import type { ComponentChildren } from 'preact'
import { type StaffCase, staffCasePath } from '../../cases/public.ts'
import { ErrorSummary, type FieldProblem } from '../../ui/form/error-summary.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { type Failure, FailureNotice } from './failure-notice.tsx'
import { ProtectedBanner } from './protected-banner.tsx'

type DeedPageProps = {
  readonly of: StaffCase
  /** What is done here, as its button on the case's page says. */
  readonly title: string
  readonly problems?: readonly FieldProblem[] | undefined
  readonly failure?: Failure | undefined
  readonly children: ComponentChildren
}

/** The page of one deed: which case it is, what was wrong, how the case stands, the form. */
export function DeedPage({ of, title, problems = [], failure, children }: DeedPageProps) {
  const { t, pick } = useTexts()
  const over = t('workplace.case.over', { number: of.number })
  return (
    <Page
      title={`${title}, ${of.number}`}
      area="work"
      width="text"
      back={{ href: staffCasePath(of.caseId), label: over }}
      hasProblems={problems.length > 0 || failure !== undefined}
    >
      <PageHeading title={title} over={`${over} · ${pick(of.service.definition.title)}`}>
        <p>{t('workplace.now.status', { status: pick(of.status.name) })}</p>
        <p>{t('workplace.now.worker', { name: of.assignedTo?.name ?? t('workplace.list.nobody') })}</p>
      </PageHeading>
      <ProtectedBanner of={of} />
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} />
      {children}
    </Page>
  )
}
