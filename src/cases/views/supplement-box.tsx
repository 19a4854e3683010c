import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { casePath } from '../case.ts'
import type { Supplement } from '../queries/get-my-case.ts'

type SupplementBoxProps = { readonly caseId: string; readonly asked: Supplement }

/** What the municipality waits for, the last day, what happens when it passes, and the way to answer (A2.3). */
export function SupplementBox({ caseId, asked }: SupplementBoxProps) {
  const { t, format } = useTexts()
  const day = format.date(asked.until)
  return (
    <Notice tone="warning" heading={t('cases.supplement.heading')}>
      <p class="kept-lines">{asked.text}</p>
      {asked.isLate ? (
        <p>{t('cases.supplement.late', { day })}</p>
      ) : (
        <p>
          <strong>{t('cases.supplement.until', { day })}</strong> {t('cases.supplement.otherwise')}
        </p>
      )}
      {asked.way === 'form' ? (
        <form method="post" action={`${casePath(caseId)}/andra`}>
          <Actions>
            <Button>{t('cases.supplement.change')}</Button>
          </Actions>
        </form>
      ) : (
        <Actions>
          <ButtonLink href={`${casePath(caseId)}/meddelanden`}>{t('cases.supplement.message')}</ButtonLink>
        </Actions>
      )}
    </Notice>
  )
}
