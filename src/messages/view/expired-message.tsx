import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { LoggedOutNotice } from './logged-out-notice.tsx'
import { MessageForm } from './message-form.tsx'

/** For a message that came after the session had ended: what was typed stays on the screen until it can be sent. */
export function ExpiredMessage({ action, typed }: { readonly action: string; readonly typed: string }) {
  const { t } = useTexts()
  return (
    <Page title={t('messages.expired.title')} width="text">
      <PageHeading title={t('messages.expired.title')} />
      <LoggedOutNotice />
      <MessageForm action={action} typed={typed} />
    </Page>
  )
}
