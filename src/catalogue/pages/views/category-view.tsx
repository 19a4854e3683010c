import { useTexts } from '../../../ui/frame.ts'
import { EmptyState } from '../../../ui/list/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeading } from '../../../ui/page/page-heading.tsx'
import type { Category } from '../../category.ts'
import type { ListedService } from '../../model.ts'
import { Services } from './services.tsx'

type CategoryViewProps = {
  /** Undefined when the municipality has nothing under such a name. */
  readonly category: Category | undefined
  readonly services: readonly ListedService[]
}

/** The services of one category. */
export function CategoryView({ category, services }: CategoryViewProps) {
  const { t, pick } = useTexts()
  const title = category ? pick(category.title) : t('catalogue.category.unknown.title')
  return (
    <Page title={title} area="services" back={{ href: '/e-tjanster', label: t('catalogue.back') }}>
      <PageHeading title={title} />
      {services.length === 0 ? (
        <EmptyState
          title={t('catalogue.category.empty')}
          icon="file"
          action={{ href: '/e-tjanster', label: t('catalogue.all') }}
        />
      ) : (
        <Services level={2} services={services} />
      )}
    </Page>
  )
}
