import { type HelpArticle, section } from './article.ts'
import { eidMethods, testLink } from './eid-methods.ts'

/** About e-legitimation: what, why, which, where to get one, and what to do when it fails (requirements B1.1–B1.3, B2.3). */
export const eid: HelpArticle = {
  path: '/hjalp/e-legitimation',
  title: 'help.eid.title',
  lead: 'help.eid.lead',
  sections: [
    section('help.eid.which', ...eidMethods.map(({ path, title }) => ({ href: path, label: title }))),
    section('help.eid.whose-page'),
    section(
      'help.eid.get',
      {
        href: 'https://www.skatteverket.se/privat/sjalvservice/allaetjanster/omelegitimation.4.18e1b10334ebe8bc80004811.html',
        label: 'help.link.tax-agency',
      },
      { href: 'https://elegitimation.se/skaffa-e-legitimation', label: 'help.link.get-eid' },
    ),
    section('help.eid.foreign'),
    section('help.eid.trouble', testLink),
    section('help.eid.without'),
  ],
}
