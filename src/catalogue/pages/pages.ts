import type { Page } from '../../platform/http/page.ts'
import type { CataloguePorts } from '../ports.ts'
import { cataloguePage } from './catalogue.tsx'
import { openingPage } from './opening.tsx'
import { ownFilePage } from './own-file.ts'
import { servicePage } from './service.tsx'
import { administrationPage, servicesToClosePage } from './services-to-close.tsx'

/** The pages of the catalogue. */
export const cataloguePages = (ports: CataloguePorts): readonly Page[] => [
  cataloguePage,
  servicePage(ports),
  openingPage,
  ownFilePage,
  servicesToClosePage,
  administrationPage,
]
