import type { HTMLAttributes } from 'preact'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import type { Area } from '../tables.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** Tells the browser's other tabs that nobody is logged in any more. */
      'session-over': HTMLAttributes<HTMLElement> & { readonly area: Area }
    }
  }
}

/** "Du är utloggad". `over` is whose pages must go from the browser's other tabs; undefined when somebody is logged in after all. */
export function LoggedOutView({ over }: { readonly over: Area | undefined }) {
  const { t } = useTexts()
  return (
    <Page title={t('logout.title')} width="text">
      {over ? <session-over area={over} /> : null}
      <PageHeading title={t('logout.title')} />
      <Prose>
        <p>{t('logout.close-browser')}</p>
      </Prose>
      <Actions>
        <ButtonLink href="/" variant="secondary">
          {t('logout.to-start')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
