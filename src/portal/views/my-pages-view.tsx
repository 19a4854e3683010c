import { casePath, describeEvent } from '../../cases/public.ts'
import { deletePath, signingPath, standingText, stepPath } from '../../drafts/public.ts'
import { OwnWarnings } from '../../people/public.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { type Invitation, invitationPath, type OwnRequestLine } from '../../signing/public.ts'
import { useTexts } from '../../ui/frame.ts'
import { EmptyState } from '../../ui/list/empty-state.tsx'
import { type Row, RowList } from '../../ui/list/row-list.tsx'
import { StatusTag, Tag } from '../../ui/list/tag.tsx'
import { type Todo, TodoList } from '../../ui/list/todo-list.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { CaseOnMyPages, DraftOnMyPages, MyPagesView } from '../queries/read-my-pages.ts'

/** "Mina ärenden". */
export function MyPages(view: MyPagesView) {
  const { toSign, signed, waiting, ongoing, saved, finished, unreadNotices, warnings } = view
  const texts = useTexts()
  const { t } = texts
  const todos = [
    ...saved.flatMap((draft) => ownTodoOf(draft, texts)),
    ...toSign.map((it) => toSignOf(it, texts)),
    ...waiting.map((row) => todoOf(row, texts)),
  ]
  const isEmpty = toSign.length + signed.length + ongoing.length + saved.length + finished.length === 0
  return (
    <Page title={t('portal.my.title')} area="mine">
      <PageHeading title={t('portal.my.title')}>
        <Shortcuts unreadNotices={unreadNotices} />
      </PageHeading>
      <OwnWarnings warnings={warnings} />
      {todos.length > 0 ? (
        <Section heading={t('portal.my.todo')}>
          <TodoList items={todos} />
        </Section>
      ) : null}
      <Section heading={t('portal.my.ongoing')}>
        {isEmpty ? (
          <EmptyState
            title={t('portal.my.empty')}
            icon="file"
            action={{ href: '/e-tjanster', label: t('portal.my.find') }}
          >
            <p>{t('portal.my.empty-text')}</p>
          </EmptyState>
        ) : signed.length + ongoing.length > 0 ? (
          <RowList rows={[...signed.map((it) => signedRow(it, texts)), ...ongoing.map((row) => caseRow(row, texts))]} />
        ) : (
          <p>{t('portal.my.empty-ongoing')}</p>
        )}
      </Section>
      {saved.length > 0 ? (
        <Section heading={t('portal.my.saved')}>
          <p>{t('portal.my.saved-note')}</p>
          <RowList rows={saved.map((draft) => draftRow(draft, texts))} />
        </Section>
      ) : null}
      {finished.length > 0 ? (
        <Section heading={t('portal.my.finished')}>
          <RowList rows={finished.map((row) => caseRow(row, texts))} />
        </Section>
      ) : null}
    </Page>
  )
}

function Shortcuts({ unreadNotices }: Pick<MyPagesView, 'unreadNotices'>) {
  const { t } = useTexts()
  return (
    <nav aria-label={t('portal.my.shortcuts')}>
      <p>
        <a href="/mina-sidor/bokningar">{t('portal.bookings.title')}</a>
        {'\u00a0· '}
        <a href="/mina-sidor/koplatser">{t('portal.queue-places.title')}</a>
        {'\u00a0· '}
        <a href="/mina-sidor/organisationer">{t('ui.menu.organisations')}</a>
        {'\u00a0· '}
        <a href="/mina-sidor/notiser">
          {unreadNotices > 0 ? t('portal.my.notices-unread', { count: unreadNotices }) : t('portal.my.notices')}
        </a>
      </p>
    </nav>
  )
}

function todoOf(row: CaseOnMyPages, { t, pick, format }: Texts): Todo {
  const title = t('portal.my.supplement', { number: row.number })
  const path = casePath(row.caseId)
  const byMessage = row.service.definition.supplement === 'message'
  return {
    title,
    text: t('portal.my.supplement-until', {
      title: pick(row.service.definition.title),
      day: format.date(row.supplementUntil ?? ''),
    }),
    action: byMessage
      ? { label: t('portal.my.write'), about: title, href: `${path}/meddelanden` }
      : { label: t('portal.my.change'), about: title, post: `${path}/andra` },
  }
}

function toSignOf({ draft, title, from, dueAt }: Invitation, { t, pick, format }: Texts): Todo {
  const name = t('portal.my.sign', { title: pick(title) })
  const day = format.date(dueAt)
  return {
    title: name,
    text: from === undefined ? t('portal.my.sign-until', { day }) : t('portal.my.sign-for', { name: from, day }),
    action: { label: t('portal.my.sign-read'), about: name, href: invitationPath(draft) },
  }
}

/** What an own application that waits for signatures waits for from the reader: their own signature, or how to go on without somebody else's. */
function ownTodoOf(draft: DraftOnMyPages, texts: Texts): readonly Todo[] {
  const { t } = texts
  const { id, signatures } = draft
  if (!signatures) return []
  const { isOwnTurn, stuckBy } = signatures
  const what = titleOf(draft, texts)
  if (isOwnTurn) {
    const title = t('portal.my.sign', { title: what })
    const action = { label: t('portal.my.sign-own'), about: title, href: signingPath(id) }
    return [{ title, text: t('portal.my.sign-own-text'), action }]
  }
  if (stuckBy === undefined) return []
  const title = t('portal.my.stuck', { title: what })
  const action = { label: t('portal.my.stuck-choose'), about: title, href: signingPath(id) }
  return [{ title, text: t(`portal.my.stuck-${stuckBy}`), action }]
}

/** What the reader has signed isn't sent until the others have, too; it is theirs to read until then. */
function signedRow({ draft, title }: Invitation, { t, pick }: Texts): Row {
  const name = pick(title)
  return {
    title: name,
    meta: t('portal.my.signed'),
    tag: <Tag tone="wait">{t('portal.my.waits')}</Tag>,
    actions: [{ label: t('portal.my.read'), about: name, href: invitationPath(draft) }],
  }
}

function caseRow(row: CaseOnMyPages, texts: Texts): Row {
  const { t, pick, format } = texts
  const title = pick(row.service.definition.title)
  const latest =
    row.latest && `${describeEvent(row.latest, row.service, texts).title} ${format.dateTime(row.latest.at)}`
  const unread = row.unread > 0 ? t('portal.my.unread', { count: row.unread }) : undefined
  return {
    title,
    meta: [row.number, latest, unread].filter(Boolean).join(' · '),
    tag: <StatusTag kind={row.status.kind}>{pick(row.status.name)}</StatusTag>,
    actions: [{ label: t('portal.my.to-case'), about: `${title} ${row.number}`, href: casePath(row.caseId) }],
  }
}

function titleOf({ title, caseId }: DraftOnMyPages, { t, pick }: Texts): string {
  const name = pick(title)
  return caseId === undefined ? name : t('portal.my.draft-supplement', { title: name })
}

const countOf = ({ signed, of }: OwnRequestLine, { t }: Texts): string => t('portal.my.signatures', { signed, of })

function draftRow(draft: DraftOnMyPages, texts: Texts): Row {
  const { t, format } = texts
  const title = titleOf(draft, texts)
  const { signatures } = draft
  if (draft.state === 'sealed') {
    return {
      title,
      // Who signs alone has nobody to count.
      meta: signatures && signatures.of > 1 ? countOf(signatures, texts) : undefined,
      tag: <Tag tone="wait">{t(signatures?.isOwnTurn ? 'portal.my.own-turn' : 'portal.my.waits')}</Tag>,
      actions: [{ label: t('portal.my.to-signatures'), about: title, href: signingPath(draft.id) }],
    }
  }
  return {
    title,
    meta: [
      draft.stepNumber && t('portal.my.step', draft.stepNumber),
      draft.opening && standingText(draft.opening, texts),
      t('portal.my.deleted-on', { day: format.date(draft.expiresAt) }),
    ]
      .filter(Boolean)
      .join(' '),
    actions: [
      { label: t('portal.my.continue'), about: title, href: stepPath(draft.id, draft.step) },
      { label: t('portal.my.delete'), about: title, href: deletePath(draft.id), danger: true },
    ],
  }
}
