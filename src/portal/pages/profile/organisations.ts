import { nothingPage } from './nothing-page.tsx'

/** "Mina organisationer". */
export const organisationsPage = nothingPage('/mina-sidor/organisationer', 'people', {
  title: 'portal.organisations.title',
  empty: 'portal.organisations.empty',
  how: 'portal.organisations.how',
})
