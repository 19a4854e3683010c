import { z } from 'zod'
import { redirect } from '../../platform/http/answer.ts'
import { page, type Page as Route } from '../../platform/http/page.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { endSession } from '../commands/end-session.ts'
import type { IdentityPorts } from '../ports.ts'
import { ownPath } from '../wish.ts'

/** `POST /logga-ut`: ends the session here. Not at the hub, which other municipalities share. */
const logoutPage = ({ cookies }: IdentityPorts): Route =>
  page('/logga-ut', {
    area: 'public',
    async post({ ctx }) {
      await endSession(ctx)
      return redirect('/utloggad', { cookies: [{ name: cookies.citizen, value: undefined }], clearSiteData: true })
    },
  })

/** `/handlaggning/logga-ut`: the same for staff, whose cookie is read below `/handlaggning` alone. */
const staffLogoutPage = ({ cookies }: IdentityPorts): Route =>
  page('/handlaggning/logga-ut', {
    area: 'staff',
    async post({ ctx }) {
      await endSession(ctx)
      return redirect('/utloggad', { cookies: [{ name: cookies.staff, value: undefined }] })
    },
  })

/** `/utloggad`: says so, and advises to close the browser. */
const loggedOutPage = page('/utloggad', {
  area: 'public',
  get: () => <LoggedOutView />,
})

function LoggedOutView() {
  const { t } = useTexts()
  return (
    <Page title={t('logout.title')} width="text">
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

/** `POST /logga-in/forlang`: asking is enough; reading the session has moved its limit. */
const prolongPage = page('/logga-in/forlang', {
  area: 'citizen',
  body: z.object({ till: z.string().optional().catch(undefined) }),
  post: ({ body }) => redirect(ownPath(body.till) ?? '/mina-sidor'),
})

const prolongStaffPage = page('/handlaggning/forlang', {
  area: 'staff',
  body: z.object({ till: z.string().optional().catch(undefined) }),
  post: ({ body }) => redirect(ownPath(body.till) ?? '/handlaggning'),
})

/** The pages that end or prolong a session. */
export const sessionPages = (ports: IdentityPorts): readonly Route[] => [
  logoutPage(ports),
  staffLogoutPage(ports),
  loggedOutPage,
  prolongPage,
  prolongStaffPage,
]
