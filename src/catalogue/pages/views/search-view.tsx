import { SearchForm } from '../../../ui/form/search-form.tsx'
import { useFrame, useTexts } from '../../../ui/frame.ts'
import { EmptyState } from '../../../ui/list/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeading } from '../../../ui/page/page-heading.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Written } from '../../../ui/page/written.tsx'
import type { ListedService } from '../../model.ts'
import { Services } from './services.tsx'

type SearchViewProps = {
  readonly search: string
  readonly found: readonly ListedService[]
}

/** What a search finds. The count stands in the page's title, too, which is the first thing read aloud. */
export function SearchView({ search, found }: SearchViewProps) {
  const { t } = useTexts()
  const count = t('catalogue.search.count', { count: found.length, search })
  return (
    <Page title={count} area="services" back={{ href: '/e-tjanster', label: t('catalogue.all') }}>
      <PageHeading title={t('catalogue.search.title')} />
      <SearchForm action="/e-tjanster" label={t('catalogue.search.label')} value={search} />
      {found.length === 0 ? (
        <NothingFound search={search} />
      ) : (
        <Section heading={count}>
          <Services level={3} services={found} />
        </Section>
      )}
    </Page>
  )
}

function NothingFound({ search }: { readonly search: string }) {
  const { contactCentre } = useFrame().municipality
  const { t } = useTexts()
  return (
    <EmptyState
      title={t('catalogue.search.count', { count: 0, search })}
      icon="search"
      action={{ href: '/e-tjanster', label: t('catalogue.all') }}
    >
      <Written text={t('catalogue.search.advice', { phone: contactCentre.phone })} />
    </EmptyState>
  )
}
