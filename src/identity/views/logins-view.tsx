import type { Texts } from '../../platform/texts/texts.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { type Row, RowList } from '../../ui/list/row-list.tsx'
import { Tag } from '../../ui/list/tag.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { levelInWords } from '../level-in-words.ts'
import type { OwnSession } from '../queries/list-own-sessions.ts'

export const loginsPath = '/mina-sidor/uppgifter/inloggningar'

type LoginsViewProps = {
  readonly sessions: readonly OwnSession[]
  /** What the municipality calls its ways in. */
  readonly methods: readonly { readonly name: string; readonly title: string }[]
  /** After how many idle minutes a session is over. */
  readonly idleMinutes: number
  /** The reader has just ended one. */
  readonly ended: boolean
}

/** "Dina inloggningar". */
export function LoginsView({ sessions, methods, idleMinutes, ended }: LoginsViewProps) {
  const texts = useTexts()
  const { t } = texts
  const titleOf = (name: string) => methods.find((method) => method.name === name)?.title
  return (
    <Page title={t('logins.title')} area="mine" back={{ href: '/mina-sidor/uppgifter', label: t('ui.menu.details') }}>
      <PageHeading title={t('logins.title')}>
        <p>{t('logins.lead', { minutes: idleMinutes })}</p>
      </PageHeading>
      {ended ? (
        <Notice tone="success" announce>
          <p>{t('logins.ended')}</p>
        </Notice>
      ) : null}
      <RowList rows={sessions.map((session) => rowOf(session, titleOf(session.method), texts))} level={2} />
      <Section heading={t('logins.everywhere')}>
        <Prose>
          <p>{t('logins.everywhere-text')}</p>
        </Prose>
        <form method="post" action={loginsPath}>
          <input type="hidden" name="alla" value="ja" />
          <Actions>
            <Button variant="danger">{t('logins.everywhere')}</Button>
          </Actions>
        </form>
      </Section>
    </Page>
  )
}

function rowOf(session: OwnSession, method: string | undefined, { t, format }: Texts): Row {
  const title = session.browser
    ? t('logins.browser', { browser: session.browser.browser, system: session.browser.system })
    : t('logins.unknown-browser')
  const when = format.dateTime(session.startedAt)
  const level = levelInWords(session.level)
  const since = method ? t('logins.since-by', { when, method }) : t('logins.since', { when })
  return {
    title,
    meta: level ? `${since}, ${t(level)}` : since,
    tag: session.isThis ? <Tag tone="progress">{t('logins.this')}</Tag> : undefined,
    actions: [
      {
        label: t('ui.menu.log-out'),
        about: session.isThis ? t('logins.this') : `${title}, ${when}`,
        post: loginsPath,
        fields: { inloggning: session.id },
      },
    ],
  }
}
