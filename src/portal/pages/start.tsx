import { listCategories, listPopular } from '../../catalogue/public.ts'
import { page } from '../../platform/http/page.ts'
import { StartView } from '../views/start-view.tsx'

/** How many services are shown as the most used: two rows on a wide screen. */
const mostUsed = 6

/** The start page: search, the most used services, all areas. */
export const startPage = page('/', {
  area: 'public',
  keptFor: 2,
  async get({ ctx }) {
    const [popular, categories] = [await listPopular(ctx, mostUsed), await listCategories(ctx)]
    return <StartView popular={popular} categories={categories} />
  },
})
