import { z } from 'zod'
import { redirect } from '../../platform/http/answer.ts'
import { page, type Page as Route } from '../../platform/http/page.ts'
import type { Tenant } from '../../tenants/public.ts'
import { getTenant } from '../../tenants/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { findBegunLogin } from '../commands/begin-login.ts'
import type { IdentityPorts } from '../ports.ts'
import { ownPath } from '../wish.ts'

/** Why the person stands here again, in the address; anything else is read as no reason. */
const Reason = z.enum(['avbruten', 'misslyckad', 'okand', 'saknar-nummer', 'saknar-behorighet', 'utgangen', 'sparad'])

export type LoginReason = z.infer<typeof Reason>

const Query = z.object({
  till: z.string().optional().catch(undefined),
  varfor: Reason.optional().catch(undefined),
})

/** `/logga-in`: says whose page comes and why, before it comes. */
export const loginPage = ({ cookies }: IdentityPorts): Route =>
  page('/logga-in', {
    area: 'public',
    query: Query,
    async get({ ctx, query, request }) {
      const returnTo = ownPath(query.till)
      if (ctx.actor.kind === 'citizen' && returnTo && !returnTo.startsWith('/handlaggning')) return redirect(returnTo)
      const tenant = await getTenant(ctx)
      const begun = await findBegunLogin(ctx, 'citizen', request.cookie(cookies.login))
      return <LoginView tenant={tenant} till={returnTo} reason={query.varfor} goesOn={begun?.wish?.kind === 'start'} />
    },
  })

function LoginView(props: {
  readonly tenant: Tenant
  readonly till: string | undefined
  readonly reason: LoginReason | undefined
  readonly goesOn: boolean
}) {
  const { t } = useTexts()
  const { tenant, till, reason } = props
  const query = till ? `?till=${encodeURIComponent(till)}` : ''
  const staffOnly = till?.startsWith('/handlaggning') ?? false
  return (
    <Page title={t('login.title')} width="text">
      <PageHeading title={t('login.title')} />
      {reason && (
        <Notice
          tone={reason === 'sparad' || reason === 'utgangen' ? 'info' : 'warning'}
          heading={t(`login.reason.${reason}.title`)}
        >
          <p>{t(`login.reason.${reason}.text`, { phone: tenant.contactCentre.phone })}</p>
        </Notice>
      )}
      {!staffOnly && (
        <>
          <Prose>
            <p>{t('login.whose-page', { region: tenant.region })}</p>
            {props.goesOn ? <p>{t('login.goes-on')}</p> : till && till !== '/' && <p>{t('login.comes-back')}</p>}
          </Prose>
          <Actions>
            <ButtonLink href={`/logga-in/e-legitimation${query}`} icon="lock">
              {t('login.citizen')}
            </ButtonLink>
          </Actions>
          <Prose>
            <p>
              {t('login.methods')} <a href="/hjalp/e-legitimation">{t('login.about')}</a>
            </p>
            <p>{t('login.protected', { phone: tenant.contactCentre.phone })}</p>
          </Prose>
        </>
      )}
      <Section heading={t('login.staff-heading')}>
        <Prose>
          <p>{t('login.staff-text', { municipality: tenant.name })}</p>
        </Prose>
        <Actions>
          <ButtonLink href={`/logga-in/medarbetare${staffOnly ? query : ''}`} variant="secondary">
            {t('login.staff')}
          </ButtonLink>
        </Actions>
      </Section>
    </Page>
  )
}
