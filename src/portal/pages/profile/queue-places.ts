import { nothingPage } from './nothing-page.tsx'

/** "Mina köplatser". */
export const queuePlacesPage = nothingPage('/mina-sidor/koplatser', 'clock', {
  title: 'portal.queue-places.title',
  empty: 'portal.queue-places.empty',
  how: 'portal.queue-places.how',
})
