import { type HelpArticle, section } from './article.ts'

/** Which browsers work, and where each maker gives support (requirement B2.3). */
export const browsers: HelpArticle = {
  path: '/hjalp/webblasare',
  title: 'help.browsers.title',
  lead: 'help.browsers.lead',
  sections: [
    section('help.browsers.supported'),
    section('help.browsers.settings'),
    section(
      'help.browsers.support',
      { href: 'https://support.google.com/chrome', label: 'help.link.chrome' },
      { href: 'https://support.microsoft.com/microsoft-edge', label: 'help.link.edge' },
      { href: 'https://support.mozilla.org/products/firefox', label: 'help.link.firefox' },
      { href: 'https://support.apple.com/safari', label: 'help.link.safari' },
      { href: 'https://www.samsung.com/se/support/', label: 'help.link.samsung' },
    ),
  ],
}
