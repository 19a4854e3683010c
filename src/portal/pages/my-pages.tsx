import { page } from '../../platform/http/page.ts'
import { readMyPages } from '../queries/read-my-pages.ts'
import { MyPages } from '../views/my-pages-view.tsx'

/** The first page of Mina sidor: what to do, what is on its way, what is saved and what is finished. */
export const myPagesPage = page('/mina-sidor', {
  area: 'citizen',
  async get({ ctx }) {
    return <MyPages {...(await readMyPages(ctx))} />
  },
})
