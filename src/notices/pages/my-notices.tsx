import { z } from 'zod'
import { page } from '../../platform/http/page.ts'
import type { TextKey } from '../../platform/texts/catalogue.ts'
import { Moment } from '../../ui/case/timeline.tsx'
import { useTexts } from '../../ui/frame.ts'
import { EmptyState } from '../../ui/list/empty-state.tsx'
import { Pagination } from '../../ui/list/pagination.tsx'
import { RowList } from '../../ui/list/row-list.tsx'
import { Tag } from '../../ui/list/tag.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { markMyNoticesRead } from '../commands/mark-my-notices-read.ts'
import { linkOnMyPages } from '../mail/compose-mail.ts'
import { isOfSigning, type NoticeKind, type SigningKind } from '../model.ts'
import { listMyNotices, type MyNotice } from '../queries/list-my-notices.ts'

/** All notices of a person; those that are new are marked, and read once they have been shown. */
export const myNoticesPage = page('/mina-sidor/notiser', {
  area: 'citizen',
  query: z.object({ sida: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  async get({ ctx, query }) {
    const list = await listMyNotices(ctx, query.sida)
    await markMyNoticesRead(
      ctx,
      list.notices.filter(({ unread }) => unread).map(({ eventId }) => eventId),
    )
    return <MyNotices {...list} page={query.sida} />
  },
})

type MyNoticesProps = { readonly notices: readonly MyNotice[]; readonly page: number; readonly pages: number }

function MyNotices({ notices, page: shown, pages }: MyNoticesProps) {
  const { t } = useTexts()
  return (
    <Page title={t('notices.page.title')} area="mine" back={{ href: '/mina-sidor', label: t('ui.menu.my-pages') }}>
      <PageHeading title={t('notices.page.title')}>
        <p>
          {t('notices.page.lead')} <a href="/mina-sidor/uppgifter">{t('notices.page.details')}</a>
        </p>
      </PageHeading>
      {notices.length === 0 ? (
        <EmptyState title={t('notices.page.empty')} icon="info">
          <p>{t('notices.page.empty-text')}</p>
        </EmptyState>
      ) : (
        <NoticeRows notices={notices} />
      )}
      <Pagination page={shown} pages={pages} href={(number) => `/mina-sidor/notiser?sida=${number}`} />
    </Page>
  )
}

function NoticeRows({ notices }: Pick<MyNoticesProps, 'notices'>) {
  const { t, format } = useTexts()
  return (
    <RowList
      level={2}
      rows={notices.map((notice) => {
        const title = t(`notices.page.${notice.kind}`, {
          number: notice.data.number ?? '',
          closes: notice.data.closesAt ? format.dateTime(new Date(notice.data.closesAt)) : '',
          day: notice.data.expiresAt ? format.date(new Date(notice.data.expiresAt)) : '',
        })
        return {
          title,
          meta: <Moment when={notice.createdAt} />,
          tag: notice.unread ? <Tag tone="wait">{t('notices.page.unread')}</Tag> : undefined,
          actions: [
            { label: t(labelOf(notice.kind)), about: title, href: linkOnMyPages(notice.kind, notice.subjectId) },
          ],
        }
      })}
    />
  )
}

function labelOf(kind: NoticeKind): TextKey {
  if (kind === 'draft-expiring' || kind === 'draft-closing') return 'notices.page.open-draft'
  if (isOfSigning(kind)) return labelsOfSigning[kind]
  return kind === 'message-from-staff' ? 'notices.page.open-message' : 'notices.page.open'
}

const labelsOfSigning: Readonly<Record<SigningKind, TextKey>> = {
  'signing-invited': 'notices.page.open-to-sign',
  'signing-reminder': 'notices.page.open-to-sign',
  'signing-voided': 'notices.page.open-mine',
  'signing-withdrawn': 'notices.page.open-mine',
  'signing-declined': 'notices.page.open-signing',
  'signing-overdue': 'notices.page.open-signing',
}
