import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { methodPath, staffPath } from '../paths.ts'
import type { LoginReason } from '../reason.ts'
import { LinkedText } from './linked-text.tsx'

type LoginProps = {
  readonly municipality: { readonly name: string; readonly region: string; readonly phone: string }
  /** The ways in, the first one first; `isElsewhere` when they are on somebody else's page. */
  readonly methods: readonly { readonly name: string; readonly title: string; readonly isElsewhere: boolean }[]
  readonly till: string | undefined
  readonly reason: LoginReason | undefined
  /** The e-ID issuer's own words for the reason. */
  readonly words: string | undefined
  /** What the login is for, when it goes on by itself: to an e-service, with what was written too late, or as a logged-in person's proof of who they are. */
  readonly begun: 'service' | 'kept' | 'again' | undefined
}

/** What nobody has done wrong. */
const kindReasons: readonly (LoginReason | undefined)[] = ['sparad', 'utgangen']

/** The login page: why one stands here again, whose page comes, and the ways in. */
export function LoginView({ municipality, methods, till, reason, words, begun }: LoginProps) {
  const { t } = useTexts()
  const { name, region, phone } = municipality
  const staffOnly = till?.startsWith('/handlaggning') ?? false
  const title = t(begun === 'again' ? 'login.again.title' : 'login.title')
  return (
    <Page
      title={title}
      width="text"
      back={begun === 'again' ? { href: till ?? '/mina-sidor', label: t('login.again.back') } : undefined}
    >
      <PageHeading title={title} />
      {reason ? (
        <Notice
          tone={kindReasons.includes(reason) ? 'info' : 'warning'}
          heading={t(`login.reason.${reason}.title`)}
          announce
        >
          <LinkedText
            text={
              words ??
              (begun === 'again' && reason === 'avbruten'
                ? t('login.again.cancelled')
                : t(`login.reason.${reason}.text`, { phone }))
            }
          />
        </Notice>
      ) : null}
      {staffOnly ? null : (
        <Ways methods={methods} region={region} phone={phone} till={till} begun={begun} reason={reason} />
      )}
      {begun === 'again' ? null : (
        <Section heading={t('login.staff-heading')}>
          <Prose>
            <p>{t('login.staff-text', { municipality: name })}</p>
          </Prose>
          <Actions>
            <ButtonLink href={`${staffPath}${staffOnly ? queryOf(till) : ''}`} variant="secondary">
              {t('login.staff')}
            </ButtonLink>
          </Actions>
        </Section>
      )}
    </Page>
  )
}

type WaysProps = Pick<LoginProps, 'methods' | 'till' | 'begun' | 'reason'> & Omit<LoginProps['municipality'], 'name'>

/** The ways in, each a button; before them whose page comes and what happens then. */
function Ways({ methods, region, phone, till, begun, reason }: WaysProps) {
  const { t } = useTexts()
  const [first, ...others] = methods
  const link = ({ name }: { readonly name: string }) => `${methodPath(name)}${queryOf(till)}`
  return (
    <>
      <Prose>
        {begun === 'again' ? <p>{t('login.again.text')}</p> : null}
        {first?.isElsewhere ? <p>{t('login.whose-page', { region })}</p> : null}
        {begun === 'service' ? (
          <p>{t('login.goes-on')}</p>
        ) : begun === 'kept' && reason !== 'sparad' ? (
          <p>{t('login.kept')}</p>
        ) : till && till !== '/' && begun === undefined ? (
          <p>{t('login.comes-back')}</p>
        ) : null}
      </Prose>
      {first ? (
        <Actions>
          <ButtonLink href={link(first)} icon="lock">
            {t(begun === 'again' ? 'login.order.title' : 'login.with', { method: first.title })}
          </ButtonLink>
        </Actions>
      ) : null}
      {first?.isElsewhere ? (
        <Prose>
          <p>{t('login.methods')}</p>
        </Prose>
      ) : null}
      {others.length > 0 ? (
        <Section heading={t('login.directly')}>
          <Actions>
            {others.map((method) => (
              <ButtonLink key={method.name} href={link(method)} variant="secondary">
                {t(begun === 'again' ? 'login.order.title' : 'login.with', { method: method.title })}
              </ButtonLink>
            ))}
          </Actions>
        </Section>
      ) : null}
      <Section heading={t('login.help')}>
        <Prose>
          <ul>
            <li>
              <a href="/hjalp/e-legitimation">{t('login.about')}</a>
            </li>
            <li>
              <a href="/hjalp/testa-e-legitimation">{t('login.test.title')}</a>
            </li>
          </ul>
          <p>{t('login.protected', { phone })}</p>
        </Prose>
      </Section>
    </>
  )
}

const queryOf = (till: string | undefined): string => (till ? `?till=${encodeURIComponent(till)}` : '')
