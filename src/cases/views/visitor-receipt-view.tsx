import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Prose } from '../../ui/page/prose.tsx'
import type { Receipt } from '../queries/find-receipt.ts'
import { ReceiptFrame } from './receipt-view.tsx'

type VisitorReceiptViewProps = { readonly receipt: Receipt; readonly path: string }

/** The receipt of somebody not logged in: number and time, and within the visit the copy. Nothing else may stand here. */
export function VisitorReceiptView({ receipt, path }: VisitorReceiptViewProps) {
  const { t } = useTexts()
  return (
    <ReceiptFrame wording={receipt.wording} number={receipt.number} receivedAt={receipt.receivedAt} area="services">
      <Prose>
        {receipt.isSameVisit ? (
          <p>
            <a href={`${path}/pdf`}>{t('cases.receipt.pdf')}</a>. {t('cases.receipt.pdf-visit')}
          </p>
        ) : null}
        <p>{t('cases.receipt.visitor')}</p>
      </Prose>
      <p class="quiet-line">{t('cases.receipt.kept')}</p>
      <Actions>
        <ButtonLink href="/" variant="secondary">
          {t('cases.receipt.start')}
        </ButtonLink>
      </Actions>
    </ReceiptFrame>
  )
}
