import { page, type Page as RegisteredPage } from '../../../platform/http/page.ts'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import { useTexts } from '../../../ui/frame.ts'
import type { IconName } from '../../../ui/icon.tsx'
import { EmptyState } from '../../../ui/list/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeading } from '../../../ui/page/page-heading.tsx'

type Words = { readonly title: TextKey; readonly empty: TextKey; readonly how: TextKey }

/** A part of Mina sidor that holds nothing: says so, and how something gets there. */
export const nothingPage = (path: string, icon: IconName, words: Words): RegisteredPage =>
  page(path, { area: 'citizen', get: () => <Nothing icon={icon} words={words} /> })

function Nothing({ icon, words }: { readonly icon: IconName; readonly words: Words }) {
  const { t } = useTexts()
  return (
    <Page title={t(words.title)} area="mine" back={{ href: '/mina-sidor', label: t('ui.menu.my-pages') }}>
      <PageHeading title={t(words.title)} />
      <EmptyState title={t(words.empty)} icon={icon} action={{ href: '/e-tjanster', label: t('portal.my.find') }}>
        <p>{t(words.how)}</p>
      </EmptyState>
    </Page>
  )
}
