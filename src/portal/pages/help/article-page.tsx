import { type Page, page } from '../../../platform/http/page.ts'
import { getTenant } from '../../../tenants/public.ts'
import { HelpArticleView } from '../../views/help-article-view.tsx'
import { assessedOn } from './accessibility.ts'
import type { HelpArticle } from './article.ts'

/** The page of an article, with the municipality's own facts in its words. */
export const articlePage = (article: HelpArticle): Page =>
  page(article.path, {
    area: 'public',
    async get({ ctx }) {
      const { name, region, contactCentre, session } = await getTenant(ctx)
      const { pick, format } = ctx.texts
      const facts = {
        municipality: name,
        region,
        phone: contactCentre.phone,
        hours: pick(contactCentre.hours),
        email: contactCentre.email,
        idleMinutes: session.idleMinutes,
        assessedOn: format.date(assessedOn),
      }
      return <HelpArticleView article={article} facts={facts} />
    },
  })
