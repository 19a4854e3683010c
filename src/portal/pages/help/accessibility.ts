import { type HelpArticle, section } from './article.ts'

/** The day of the latest assessment, which the statement must give (MDFFS 2019:2). */
export const assessedOn = '2026-11-22'

/** The accessibility statement that the law demands (2018:1937, section 13). Every sentence of it must be true of the program as it is. */
export const accessibility: HelpArticle = {
  path: '/hjalp/tillganglighet',
  title: 'help.accessibility.title',
  lead: 'help.accessibility.lead',
  sections: [
    section('help.accessibility.how'),
    section('help.accessibility.gaps'),
    section('help.accessibility.tested'),
    section('help.accessibility.report'),
    section('help.accessibility.supervision', {
      href: 'https://www.digg.se/tdosanmalan',
      label: 'help.link.supervision',
    }),
  ],
}
