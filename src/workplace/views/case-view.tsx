import { HistoryView, SignersView, SubmissionsView, staffCasePath } from '../../cases/public.ts'
import { MessagesView } from '../../messages/public.ts'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { StatusTag, Tag } from '../../ui/list/tag.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Section } from '../../ui/page/section.tsx'
import { type Done, deedPath } from '../case-address.ts'
import type { CaseOnDesk } from '../queries/read-case.ts'
import { CaseAside } from './case-aside.tsx'
import { Deeds } from './deeds.tsx'
import { type Failure, FailureNotice } from './failure-notice.tsx'
import { ProtectedBanner } from './protected-banner.tsx'

type CaseViewProps = CaseOnDesk & {
  /** What the reader has just done, or tried to do. */
  readonly done?: Done | undefined
  readonly failure?: Failure | undefined
}

/** A case with all that is in it, and what can be done with it. */
export function CaseView({ of, submissions, unchecked, thread, history, done, failure }: CaseViewProps) {
  const { t, pick } = useTexts()
  const service = pick(of.service.definition.title)
  const path = staffCasePath(of.caseId)
  return (
    <Page
      title={t('workplace.case.page-title', { number: of.number, service })}
      area="work"
      width="desk"
      back={{ href: '/handlaggning/arenden', label: t('workplace.case.back') }}
    >
      <PageHeading title={service} over={t('workplace.case.over', { number: of.number })}>
        <StatusTag kind={of.status.kind}>{pick(of.status.name)}</StatusTag>
        {of.signatureMissing ? (
          <>
            {' '}
            <Tag tone="wait">{t('cases.signers.tag')}</Tag>
          </>
        ) : null}
      </PageHeading>
      {done ? (
        <Notice tone="success" announce>
          <p>{t(`workplace.done.${done}`)}</p>
        </Notice>
      ) : null}
      <ProtectedBanner of={of} />
      <FailureNotice failure={failure} />
      <Columns first={<CaseAside of={of} latest={submissions.at(-1)?.sequence ?? 1} />}>
        <Deeds of={of} writing={thread.writing} />
        <Standing of={of} />
        <SubmissionsView
          submissions={submissions}
          fileHref={(fileId) => ({
            href: `${path}/bilagor/${fileId}`,
            note: unchecked.has(fileId) ? t('cases.file.unchecked') : undefined,
          })}
        />
        <SignersView signers={of.signers} submissions={submissions} evidence={`${path}/underskrifter.zip`} />
        {of.anonymous ? null : (
          <Section heading={t('workplace.case.messages')} id="meddelanden">
            <MessagesView messages={thread.messages} reader="staff" path={deedPath(of.caseId, 'message')} />
          </Section>
        )}
        <Section heading={t('workplace.case.history')} id="historik">
          <HistoryView events={history} service={of.service} />
        </Section>
      </Columns>
    </Page>
  )
}

/** What must be known before anything is done: that the case waits, or that nobody can be reached on Mina sidor. */
function Standing({ of }: Pick<CaseViewProps, 'of'>) {
  const { t, format } = useTexts()
  if (of.anonymous) {
    return (
      <Notice tone="info">
        <p>{t('workplace.case.anonymous')}</p>
        <p>{t('workplace.case.anonymous-answer')}</p>
      </Notice>
    )
  }
  if (!of.supplement) return null
  return (
    <Notice tone="warning" heading={t('workplace.case.waiting', { day: format.date(of.supplement.until) })}>
      <p class="kept-lines">{of.supplement.text}</p>
    </Notice>
  )
}
