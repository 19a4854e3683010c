import { useTexts } from '../../../ui/frame.ts'
import { DataTable } from '../../../ui/list/data-table.tsx'
import { EmptyState } from '../../../ui/list/empty-state.tsx'
import { Tag } from '../../../ui/list/tag.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeading } from '../../../ui/page/page-heading.tsx'
import { type ListedService, openingPath } from '../../model.ts'
import { openingInShort } from '../../opening/opening-text.ts'

/** The e-services by name, each with whether it is open. Each row has one link. */
export function ServicesToCloseView({ services }: { readonly services: readonly ListedService[] }) {
  const { t } = useTexts()
  const title = t('catalogue.closing.services')
  return (
    <Page title={title} area="services" width="desk">
      {services.length === 0 ? (
        <>
          <PageHeading title={title} />
          <EmptyState title={t('catalogue.closing.none')} />
        </>
      ) : (
        <>
          <PageHeading title={title}>{t('catalogue.closing.services-text')}</PageHeading>
          <ServiceTable services={services} />
        </>
      )}
    </Page>
  )
}

function ServiceTable({ services }: { readonly services: readonly ListedService[] }) {
  const texts = useTexts()
  const { t, pick } = texts
  return (
    <DataTable
      caption={t('catalogue.closing.services')}
      columns={[
        { key: 'service', label: t('catalogue.closing.service'), header: true },
        { key: 'state', label: t('catalogue.closing.state') },
        { key: 'when', label: t('catalogue.closing.when') },
      ]}
      rows={services.map(({ serviceId, shortName, title: name, opening }) => ({
        id: serviceId,
        cells: {
          service: <a href={openingPath(shortName)}>{pick(name)}</a>,
          state:
            opening.kind === 'open' ? (
              <Tag tone="done">{t('catalogue.closing.open')}</Tag>
            ) : (
              <Tag tone="wait">{t('catalogue.closing.closed')}</Tag>
            ),
          when: openingInShort(opening, texts) ?? t('catalogue.closing.further-notice'),
        },
      }))}
    />
  )
}
