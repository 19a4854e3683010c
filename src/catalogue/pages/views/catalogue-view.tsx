import { SearchForm } from '../../../ui/form/search-form.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { EmptyState } from '../../../ui/list/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeading } from '../../../ui/page/page-heading.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { ListedService } from '../../model.ts'
import type { CountedCategory } from '../../queries/list-categories.ts'
import { Services } from './services.tsx'

type CatalogueViewProps = {
  readonly categories: readonly CountedCategory[]
  readonly services: readonly ListedService[]
}

/** All services, category by category. */
export function CatalogueView({ categories, services }: CatalogueViewProps) {
  const { t, pick } = useTexts()
  return (
    <Page title={t('catalogue.title')} area="services">
      <PageHeading title={t('catalogue.title')}>
        <p>{t('catalogue.lead')}</p>
      </PageHeading>
      <SearchForm action="/e-tjanster" label={t('catalogue.search.label')} />
      {categories.length === 0 ? (
        <EmptyState title={t('catalogue.empty.title')} icon="file">
          <p>{t('catalogue.empty.text')}</p>
        </EmptyState>
      ) : null}
      {categories.map(({ name, title }) => (
        <Section key={name} id={`omrade-${name}`} heading={pick(title)}>
          <Services level={3} services={services.filter(({ category }) => category === name)} />
        </Section>
      ))}
    </Page>
  )
}
