import { z } from 'zod'
import { page, type Page as Route } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { testPath } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { LoginReason } from '../reason.ts'
import { LinkedText } from '../views/linked-text.tsx'
import { endedWords } from './ended-words.ts'

const Query = z.object({
  resultat: z
    .union([z.literal('fungerar'), LoginReason])
    .optional()
    .catch(undefined),
  med: z.string().optional().catch(undefined),
})

/** `/hjalp/testa-e-legitimation`: identifies somebody and forgets them at once. */
export const testEidPage = (ports: IdentityPorts): Route =>
  page(testPath, {
    area: 'public',
    query: Query,
    async get({ ctx, query, request }) {
      const { citizenLogin, contactCentre } = await getTenant(ctx)
      const methods = citizenLogin.methods.map(({ name, title }) => ({ name, title: ctx.texts.pick(title) }))
      return (
        <TestView
          methods={methods}
          phone={contactCentre.phone}
          result={query.resultat}
          words={query.resultat && (await endedWords(ctx, ports, request))}
          worked={methods.find(({ name }) => name === query.med)?.title}
        />
      )
    },
  })

type TestProps = {
  readonly methods: readonly { readonly name: string; readonly title: string }[]
  readonly phone: string
  readonly result: z.infer<typeof Query>['resultat']
  /** The issuer's own words for why it didn't work. */
  readonly words: string | undefined
  /** The method that worked. */
  readonly worked: string | undefined
}

/** Reasons whose titles speak of a login, which a test isn't. */
const isOfLogin = (reason: LoginReason): boolean => ['avbruten', 'misslyckad', 'okand'].includes(reason)

function TestView({ methods, phone, result, words, worked }: TestProps) {
  const { t } = useTexts()
  return (
    <Page title={t('login.test.title')} width="text" area="help">
      <PageHeading title={t('login.test.title')} />
      {result === 'fungerar' ? (
        <Notice tone="success" heading={t('login.test.works.title')} announce>
          <p>{t('login.test.works.text', { method: worked ?? '' })}</p>
        </Notice>
      ) : result ? (
        <Notice
          tone="warning"
          heading={t(isOfLogin(result) ? 'login.test.not-done' : `login.reason.${result}.title`)}
          announce
        >
          <LinkedText text={words ?? t(`login.reason.${result}.text`, { phone })} />
          {result === 'avbruten' ? null : <p>{t('login.test.whose-fault')}</p>}
        </Notice>
      ) : null}
      <Prose>
        <p>{t('login.test.text')}</p>
      </Prose>
      <Section heading={t('login.test.choose')}>
        <Actions>
          {methods.map(({ name, title }) => (
            <ButtonLink key={name} href={`/logga-in/med/${name}?prov=ja`} variant="secondary">
              {t('login.test.with', { method: title })}
            </ButtonLink>
          ))}
        </Actions>
      </Section>
      <Section heading={t('login.help')}>
        <Prose>
          <p>
            <a href="/hjalp/e-legitimation">{t('login.about')}</a>
          </p>
        </Prose>
      </Section>
    </Page>
  )
}
