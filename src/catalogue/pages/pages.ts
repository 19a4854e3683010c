import type { Page } from '../../platform/http/page.ts'
import { cataloguePage } from './catalogue.tsx'
import { openingPage } from './opening.tsx'
import { servicePage } from './service.tsx'

/** The pages of the catalogue. */
export const cataloguePages = (): readonly Page[] => [cataloguePage, servicePage, openingPage]
