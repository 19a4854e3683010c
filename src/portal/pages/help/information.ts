import { accessibility } from './accessibility.ts'
import type { HelpArticle } from './article.ts'
import { browsers } from './browsers.ts'
import { eid } from './eid.ts'
import { questions } from './questions.ts'

/** Where the contact centre is found. */
export const contactPath = '/hjalp/kontakt'

/** The pages of information, as the index lists them. */
export const informationPages: readonly HelpArticle[] = [questions, eid, browsers, accessibility]
