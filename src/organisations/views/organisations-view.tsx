import { organisationNumberInWords } from '../../forms/formats/organisation-number.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { EmptyState } from '../../ui/list/empty-state.tsx'
import { Notice } from '../../ui/list/notice.tsx'
import { type Row, RowList } from '../../ui/list/row-list.tsx'
import { Tag } from '../../ui/list/tag.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import type { Organisation } from '../model.ts'
import { addPath, changePath, removePath } from '../paths.ts'

type OrganisationsViewProps = {
  readonly organisations: readonly Organisation[]
  /** What the reader has just done. */
  readonly done: 'tillagd' | 'sparad' | 'borttagen' | undefined
}

const doneTexts = {
  tillagd: 'organisations.list.added',
  sparad: 'organisations.list.changed',
  borttagen: 'organisations.list.removed',
} as const

/** "Mina organisationer": those one acts for, each with what the register said of it. */
export function OrganisationsView({ organisations, done }: OrganisationsViewProps) {
  const texts = useTexts()
  const { t } = texts
  return (
    <Page
      title={t('organisations.list.title')}
      area="mine"
      back={{ href: '/mina-sidor', label: t('ui.menu.my-pages') }}
    >
      <PageHeading title={t('organisations.list.title')}>
        <p>{t('organisations.list.lead')}</p>
      </PageHeading>
      {done ? (
        <Notice tone="success" announce>
          <p>{t(doneTexts[done])}</p>
        </Notice>
      ) : null}
      {organisations.length === 0 ? (
        <EmptyState
          title={t('organisations.list.empty')}
          icon="people"
          action={{ href: addPath, label: t('organisations.list.add') }}
        >
          <p>{t('organisations.list.how')}</p>
        </EmptyState>
      ) : (
        <>
          <RowList rows={organisations.map((organisation) => rowOf(organisation, texts))} level={2} />
          <Actions>
            <ButtonLink href={addPath} variant="secondary">
              {t('organisations.list.add')}
            </ButtonLink>
          </Actions>
        </>
      )}
    </Page>
  )
}

function rowOf(organisation: Organisation, { t, format }: Texts): Row {
  const { id, name, number, role, verification, checkedAt } = organisation
  const checked = verification === 'register-confirmed' && checkedAt
  return {
    title: name,
    meta: [
      number && organisationNumberInWords(number),
      role,
      checked && t('organisations.list.checked-on', { when: format.date(checkedAt) }),
    ]
      .filter(Boolean)
      .join(' · '),
    tag: (
      <Tag tone={verification === 'self-declared' ? 'end' : 'done'}>
        {t(`organisations.verification.${verification}`)}
      </Tag>
    ),
    actions: [
      { label: t('ui.actions.change'), about: name, href: changePath(id) },
      { label: t('organisations.list.remove'), about: name, href: removePath(id), danger: true },
    ],
  }
}
