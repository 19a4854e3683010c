import { type HelpArticle, section } from './article.ts'

/** How one signs; the pages where that is done lead here. */
const signing: HelpArticle = {
  path: '/hjalp/lathundar/skriva-under',
  title: 'help.guide-sign.title',
  lead: 'help.guide-sign.lead',
  sections: [
    section('help.guide-sign.alone'),
    section('help.guide-sign.together'),
    section('help.guide-sign.asked'),
    section('help.guide-sign.reads'),
    section('help.guide-sign.missing'),
    section('help.guide-sign.change'),
    section('help.guide-sign.sent'),
  ],
}

/** Step-by-step guides ("lathundar"), each for something that exists (requirement B2.3). */
export const guides: readonly HelpArticle[] = [
  {
    path: '/hjalp/lathundar/logga-in',
    title: 'help.guide-login.title',
    lead: 'help.guide-login.lead',
    sections: [
      section('help.guide-login.in', { href: '/hjalp/e-legitimation', label: 'help.eid.title' }),
      section('help.guide-login.out'),
      section('help.guide-login.idle'),
    ],
  },
  {
    path: '/hjalp/lathundar/komplettera',
    title: 'help.guide-supplement.title',
    lead: 'help.guide-supplement.lead',
    sections: [section('help.guide-supplement.steps'), section('help.guide-supplement.late')],
  },
  {
    path: '/hjalp/lathundar/meddelande',
    title: 'help.guide-message.title',
    lead: 'help.guide-message.lead',
    sections: [section('help.guide-message.steps'), section('help.guide-message.answer')],
  },
  signing,
]
