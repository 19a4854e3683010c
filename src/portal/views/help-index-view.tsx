import { useFrame, useTexts } from '../../ui/frame.ts'
import { LinkList } from '../../ui/list/link-list.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { HelpArticle } from '../pages/help/article.ts'
import { contactPath } from '../pages/help/information.ts'

type HelpIndexViewProps = { readonly articles: readonly HelpArticle[]; readonly guides: readonly HelpArticle[] }

/** The way to every page of information and every guide. */
export function HelpIndexView({ articles, guides }: HelpIndexViewProps) {
  const { t } = useTexts()
  const municipality = useFrame().municipality.name
  const links = (listed: readonly HelpArticle[]) =>
    listed.map(({ path, title, lead }) => ({ href: path, label: t(title), text: t(lead, { municipality }) }))
  return (
    <Page title={t('help.title')} area="help" width="text">
      <PageHeading title={t('help.title')}>
        <p>{t('help.lead')}</p>
      </PageHeading>
      <Section heading={t('help.information')}>
        <LinkList
          links={[
            ...links(articles),
            { href: contactPath, label: t('help.contact.title'), text: t('help.contact.lead') },
          ]}
        />
      </Section>
      <Section heading={t('help.guides')}>
        <LinkList links={links(guides)} />
      </Section>
    </Page>
  )
}
