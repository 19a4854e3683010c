import { type HelpArticle, section } from './article.ts'

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
]
