import { type ErrorCode, errorKinds } from '../platform/errors.ts'
import { type View, view } from '../platform/http/answer.ts'
import { Actions } from '../ui/form/actions.tsx'
import { ButtonLink } from '../ui/form/button.tsx'
import { useFrame, useTexts } from '../ui/frame.ts'
import { loginAddress } from '../ui/page/navigation.ts'
import { Page } from '../ui/page/page.tsx'
import { PageHeading } from '../ui/page/page-heading.tsx'
import { Prose } from '../ui/page/prose.tsx'

/** What an error says to the person: what has happened, what to do, and for faults of ours a code to give to the contact centre. */
export const errorView = (code: ErrorCode, requestId: string, status: number): View =>
  view(<ErrorPage code={code} requestId={requestId} />, { status })

function ErrorPage({ code, requestId }: { readonly code: ErrorCode; readonly requestId: string }) {
  const { path, reader } = useFrame()
  const { t } = useTexts()
  const mayLogIn = code === 'not-found' && reader.kind === 'visitor'
  const { title, text, wake } = errorKinds[code]
  return (
    <Page title={t(title)} width="text">
      <PageHeading title={t(title)} />
      <Prose>
        <p>{t(text)}</p>
        {wake && <p>{t('error.code', { code: requestId })}</p>}
      </Prose>
      <Actions>
        {mayLogIn && (
          <ButtonLink href={loginAddress(path)} icon="lock">
            {t('error.log-in')}
          </ButtonLink>
        )}
        <ButtonLink href="/" variant="secondary">
          {t('error.to-start')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
