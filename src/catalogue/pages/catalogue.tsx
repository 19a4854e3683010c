import { z } from 'zod'
import { Id } from '../../forms/question.ts'
import { page } from '../../platform/http/page.ts'
import { listCategories } from '../queries/list-categories.ts'
import { listServices, searchServices } from '../queries/list-services.ts'
import { CatalogueView } from './views/catalogue-view.tsx'
import { CategoryView } from './views/category-view.tsx'
import { SearchView } from './views/search-view.tsx'

const Query = z.object({
  /** What is searched for; longer than anybody means is cut. */
  q: z
    .string()
    .transform((search) => search.trim().slice(0, 200))
    .catch(''),
  /** Short name of a category; what can't be one asks for all. */
  omrade: Id.catch(''),
})

/** The catalogue: everything by category, one category, or what a search finds. */
export const cataloguePage = page('/e-tjanster', {
  area: 'public',
  keptFor: 2,
  query: Query,
  async get({ ctx, query }) {
    if (query.q !== '') {
      const found = await searchServices(ctx, query.q)
      return <SearchView search={query.q} found={found} />
    }
    const categories = await listCategories(ctx)
    if (query.omrade !== '') {
      const services = await listServices(ctx, { category: query.omrade })
      return <CategoryView category={categories.find(({ name }) => name === query.omrade)} services={services} />
    }
    return <CatalogueView categories={categories} services={await listServices(ctx)} />
  },
})
