import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { casePath } from '../case.ts'
import type { MyCase } from '../queries/get-my-case.ts'
import type { Submission } from '../queries/list-submissions.ts'
import { SignersView } from './signers-view.tsx'
import { SubmissionsView } from './submissions-view.tsx'

type CopyViewProps = { readonly of: MyCase; readonly submissions: readonly Submission[] }

/** "Visa ärende": the copy as sent, with all attachments and what changed in between. */
export function CopyView({ of, submissions }: CopyViewProps) {
  const { t, pick } = useTexts()
  const path = casePath(of.caseId)
  const title = t('cases.view.title')
  return (
    <Page
      title={t('cases.frame.page-title', { tab: title, title: pick(of.service.definition.title), number: of.number })}
      area="mine"
      back={{ href: path, label: t('cases.view.back') }}
    >
      <PageHeading title={pick(of.service.definition.title)} over={t('cases.frame.over', { number: of.number })}>
        <a href={`${path}/pdf`}>{t('cases.overview.pdf')}</a>
      </PageHeading>
      <SubmissionsView submissions={submissions} fileHref={(file) => `${path}/bilagor/${file}`} />
      <SignersView signers={of.signers} submissions={submissions} />
    </Page>
  )
}
