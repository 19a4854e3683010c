import { nothingPage } from './nothing-page.tsx'

/** "Mina bokningar". */
export const bookingsPage = nothingPage('/mina-sidor/bokningar', 'calendar', {
  title: 'portal.bookings.title',
  empty: 'portal.bookings.empty',
  how: 'portal.bookings.how',
})
