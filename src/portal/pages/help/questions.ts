import { type HelpArticle, section } from './article.ts'
import { testLink } from './eid-methods.ts'

/** "Frågor och svar" (requirement B2.3). */
export const questions: HelpArticle = {
  path: '/hjalp/fragor-och-svar',
  title: 'help.questions.title',
  lead: 'help.questions.lead',
  sections: [
    section('help.questions.form-or-service'),
    section('help.questions.browser', { href: '/hjalp/webblasare', label: 'help.browsers.title' }),
    section('help.questions.what-is-eid', { href: '/hjalp/e-legitimation', label: 'help.eid.title' }),
    section('help.questions.why-eid'),
    section('help.questions.which-eid'),
    section('help.questions.get-eid', { href: '/hjalp/e-legitimation', label: 'help.eid.title' }),
    section('help.questions.eid-trouble', testLink),
    section('help.questions.mandatory'),
    section('help.questions.saved'),
    section('help.questions.sent'),
    section('help.questions.sign', {
      href: '/hjalp/lathundar/skriva-under',
      label: 'help.guide-sign.title',
    }),
    section('help.questions.follow'),
    section('help.questions.supplement', {
      href: '/hjalp/lathundar/komplettera',
      label: 'help.guide-supplement.title',
    }),
    section('help.questions.protected'),
    section('help.questions.suggest'),
    section('help.questions.no-answer', { href: '/hjalp/kontakt', label: 'help.contact.title' }),
  ],
}
