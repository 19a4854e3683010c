import { page } from '../../../platform/http/page.ts'
import { HelpIndexView } from '../../views/help-index-view.tsx'
import { guides } from './guides.ts'
import { informationPages } from './information.ts'

/** All pages of information, and the guides. */
export const helpIndexPage = page('/hjalp', {
  area: 'public',
  get: () => <HelpIndexView articles={informationPages} guides={guides} />,
})
