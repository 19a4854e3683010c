import type { Page } from '../../../platform/http/page.ts'
import { articlePage } from './article-page.tsx'
import { contactPage } from './contact.tsx'
import { eidMethods } from './eid-methods.ts'
import { guides } from './guides.ts'
import { helpIndexPage } from './help-index.tsx'
import { informationPages } from './information.ts'

/** All pages of help and information. */
export const helpPages: readonly Page[] = [
  helpIndexPage,
  contactPage,
  ...informationPages.map(articlePage),
  ...eidMethods.map(articlePage),
  ...guides.map(articlePage),
]
