import type { ComponentChildren } from 'preact'
import { useTexts } from '../../ui/frame.ts'
import { Tabs } from '../../ui/list/tabs.tsx'
import { StatusTag } from '../../ui/list/tag.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { casePath } from '../case.ts'
import type { MyCase } from '../queries/get-my-case.ts'

/** The tabs of a case. */
export type CaseTab = 'overview' | 'messages' | 'history'

export type CaseFrameProps = {
  readonly of: MyCase
  readonly tab: CaseTab
  /** How many messages the reader has not read. */
  readonly unread: number
  readonly hasProblems?: boolean
  readonly children: ComponentChildren
}

/** What the pages of a citizen's case have in common: what it is, its number and status, who handles it, the tabs. */
export function CaseFrame({ of, tab, unread, hasProblems, children }: CaseFrameProps) {
  const { t, pick } = useTexts()
  const title = pick(of.service.definition.title)
  const path = casePath(of.caseId)
  return (
    <Page
      title={t('cases.frame.page-title', { tab: t(`cases.frame.${tab}`), title, number: of.number })}
      area="mine"
      back={{ href: '/mina-sidor', label: t('cases.frame.back') }}
      hasProblems={hasProblems}
    >
      <PageHeading title={title} over={t('cases.frame.over', { number: of.number })}>
        <StatusTag kind={of.status.kind}>{pick(of.status.name)}</StatusTag>{' '}
        {of.worker ? <span>{t('cases.overview.worker', { name: of.worker })}</span> : null}
      </PageHeading>
      <Tabs
        label={t('cases.frame.tabs')}
        tabs={[
          { href: path, label: t('cases.frame.overview'), current: tab === 'overview' },
          {
            href: `${path}/meddelanden`,
            label: t('cases.frame.messages'),
            note: unread > 0 ? t('cases.frame.unread', { count: unread }) : undefined,
            current: tab === 'messages',
          },
          { href: `${path}/historik`, label: t('cases.frame.history'), current: tab === 'history' },
        ]}
      />
      {children}
    </Page>
  )
}
