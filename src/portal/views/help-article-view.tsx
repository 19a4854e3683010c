import type { TextValues } from '../../platform/texts/catalogue.ts'
import { useTexts } from '../../ui/frame.ts'
import { LinkList } from '../../ui/list/link-list.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Written } from '../../ui/page/written.tsx'
import type { HelpArticle, HelpLink } from '../pages/help/article.ts'

const index: HelpLink = { href: '/hjalp', label: 'help.back' }

type HelpArticleViewProps = {
  readonly article: HelpArticle
  /** The municipality's facts that the words may hold. */
  readonly facts: TextValues
}

/** A page of information: sections of words, each with its links. */
export function HelpArticleView({ article, facts }: HelpArticleViewProps) {
  const { t } = useTexts()
  const { href, label } = article.parent ?? index
  return (
    <Page title={t(article.title)} area="help" width="text" back={{ href, label: t(label) }}>
      <PageHeading title={t(article.title)}>
        <p>{t(article.lead, facts)}</p>
      </PageHeading>
      {article.sections.map(({ heading, text, links }) => (
        <Section key={heading} heading={t(heading, facts)}>
          <Written text={t(text, facts)} />
          {links.length > 0 ? (
            <LinkList links={links.map(({ href, label }) => ({ href, label: t(label), icon: iconOf(href) }))} />
          ) : null}
        </Section>
      ))}
    </Page>
  )
}

const iconOf = (href: string) => (href.startsWith('/') ? 'arrow' : 'external')
