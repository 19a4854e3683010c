import { type HelpArticle, type HelpLink, type HelpSection, section } from './article.ts'

const parent: HelpLink = { href: '/hjalp/e-legitimation', label: 'help.eid.title' }

/** Where people see whether their e-legitimation works. */
export const testLink: HelpLink = { href: '/hjalp/testa-e-legitimation', label: 'login.test.title' }

const bankIdSite: HelpLink = { href: 'https://www.bankid.com', label: 'help.link.bankid' }
const frejaSite: HelpLink = { href: 'https://frejaeid.com', label: 'help.link.freja' }

/** What is the same with every e-legitimation. */
const cancelled: HelpSection = section('help.eid-trouble.cancelled')

/** One page for each e-legitimation: what it is, who can get it, and for each thing that goes wrong whose fault it is and whom to turn to (requirement B1.3). */
export const eidMethods: readonly HelpArticle[] = [
  {
    path: '/hjalp/e-legitimation/bankid',
    parent,
    title: 'help.bankid.title',
    lead: 'help.bankid.lead',
    sections: [
      section('help.bankid.what'),
      section('help.bankid.who', bankIdSite),
      section('help.bankid.how'),
      cancelled,
      section('help.bankid.expired'),
      section('help.bankid.not-found'),
      section('help.bankid.not-installed', {
        href: 'https://install.bankid.com',
        label: 'help.link.bankid-install',
      }),
      section('help.bankid.blocked'),
      section('help.bankid.fault', testLink),
    ],
  },
  {
    path: '/hjalp/e-legitimation/freja',
    parent,
    title: 'help.freja.title',
    lead: 'help.freja.lead',
    sections: [
      section('help.freja.what'),
      section('help.freja.who', frejaSite),
      section('help.freja.how'),
      cancelled,
      section('help.freja.expired'),
      section('help.freja.in-progress'),
      section('help.freja.low-level'),
      section('help.freja.not-found'),
      section('help.freja.not-installed', frejaSite),
      section('help.freja.blocked', frejaSite),
      section('help.freja.fault', testLink),
    ],
  },
  {
    path: '/hjalp/e-legitimation/foreign-id',
    parent,
    title: 'help.foreign-id.title',
    lead: 'help.foreign-id.lead',
    sections: [
      section('help.foreign-id.what'),
      section('help.foreign-id.who'),
      section('help.foreign-id.how'),
      section('help.foreign-id.number'),
      cancelled,
      section('help.foreign-id.expired'),
      section('help.foreign-id.not-found'),
      section('help.foreign-id.not-installed'),
      section('help.foreign-id.blocked'),
      section('help.foreign-id.fault', testLink),
    ],
  },
]
