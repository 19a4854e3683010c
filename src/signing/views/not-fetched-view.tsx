import { useTexts } from '../../ui/frame.ts'
import { NotFetched } from '../../ui/list/not-fetched.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'

/** Nothing can be signed with others now, in the one refusal's words. */
export function NotFetchedView({ back }: { readonly back: string }) {
  const { t } = useTexts()
  const title = t('signing.not-fetched.title')
  return (
    <Page title={title} area="mine" width="text" back={{ href: back, label: t('signing.not-fetched.back') }}>
      <PageHeading title={title} />
      <NotFetched />
    </Page>
  )
}
