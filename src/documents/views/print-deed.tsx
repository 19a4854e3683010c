import { printPath } from '../../drafts/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Section } from '../../ui/page/section.tsx'

/** What ends the review of a form on paper: its PDF is made, and nothing is sent. */
export function PrintDeed({ draft }: { readonly draft: string }) {
  const { t } = useTexts()
  return (
    <Section heading={t('documents.print.what-happens-heading')}>
      <p>{t('documents.print.what-happens')}</p>
      <form method="post" action={printPath(draft)}>
        <Actions>
          <Button>{t('documents.print.make')}</Button>
        </Actions>
      </form>
    </Section>
  )
}
