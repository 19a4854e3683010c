import type { Page } from '../platform/http/page.ts'
import { helpPages } from './pages/help/pages.ts'
import { myPagesPage } from './pages/my-pages.tsx'
import { bookingsPage } from './pages/profile/bookings.ts'
import { detailsPage } from './pages/profile/details.tsx'
import { queuePlacesPage } from './pages/profile/queue-places.ts'
import { startPage } from './pages/start.tsx'
import type { PortalPorts } from './ports.ts'

export { applyKeptDetails, detailsWith } from './pages/profile/details.tsx'

/** The citizens' pages that compose several domains: start page, help, Mina sidor, profile. */
export const portalPages = (ports: PortalPorts): readonly Page[] => [
  startPage,
  ...helpPages,
  myPagesPage,
  detailsPage(ports),
  bookingsPage,
  queuePlacesPage,
]
