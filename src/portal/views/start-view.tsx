import { type CountedCategory, type ListedService, openingInShort, servicePath } from '../../catalogue/public.ts'
import { CategoryList } from '../../ui/catalogue/category-list.tsx'
import { ServiceList } from '../../ui/catalogue/service-list.tsx'
import { SearchForm } from '../../ui/form/search-form.tsx'
import { useTexts } from '../../ui/frame.ts'
import { EmptyState } from '../../ui/list/empty-state.tsx'
import { Banner } from '../../ui/page/banner.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Section } from '../../ui/page/section.tsx'

type StartViewProps = {
  readonly popular: readonly ListedService[]
  readonly categories: readonly CountedCategory[]
}

/** The municipality's start page. */
export function StartView({ popular, categories }: StartViewProps) {
  const { t } = useTexts()
  return (
    <Page title={t('portal.start.title')} area="start" banner={<Search popular={popular} />}>
      {popular.length === 0 ? (
        <EmptyState title={t('portal.start.empty')} icon="file">
          <p>{t('portal.start.empty.text')}</p>
        </EmptyState>
      ) : (
        <Services popular={popular} categories={categories} />
      )}
    </Page>
  )
}

function Search({ popular }: Pick<StartViewProps, 'popular'>) {
  const { t, pick } = useTexts()
  const words = popular.slice(0, 3).map(({ keyword }) => pick(keyword))
  return (
    <Banner>
      <PageHeading title={t('portal.start.heading')}>
        <p>{t('portal.start.lead')}</p>
      </PageHeading>
      <SearchForm
        banner
        action="/e-tjanster"
        label={t('portal.start.search')}
        hint={words.length > 0 ? t('portal.start.hint', { words: words.join(', ') }) : undefined}
      />
    </Banner>
  )
}

function Services({ popular, categories }: StartViewProps) {
  const texts = useTexts()
  const { t, pick } = texts
  return (
    <>
      <Section heading={t('portal.start.popular')}>
        <ServiceList
          services={popular.map(({ shortName, title, icon, kind, login, opening }) => ({
            href: servicePath(shortName),
            title: pick(title),
            icon,
            kind,
            login,
            opening: openingInShort(opening, texts),
          }))}
        />
      </Section>
      <Section heading={t('portal.start.categories')}>
        <CategoryList
          categories={categories.map(({ name, title, count }) => ({
            href: `/e-tjanster?omrade=${name}`,
            label: pick(title),
            count,
          }))}
        />
      </Section>
    </>
  )
}
