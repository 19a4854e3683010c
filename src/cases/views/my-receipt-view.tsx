import { type OwnWarning, OwnWarnings } from '../../people/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { casePath } from '../case.ts'
import type { MyCase } from '../queries/get-my-case.ts'
import type { Submission } from '../queries/list-submissions.ts'
import { ReceiptFrame } from './receipt-view.tsx'

type MyReceiptViewProps = {
  readonly of: MyCase
  readonly latest: Submission
  /** Where the sender can have new contact details kept. */
  readonly detailsAt?: string | undefined
  readonly warnings: readonly OwnWarning[]
}

/** The receipt of somebody logged in, for what they sent last: what happens next, and where to follow it. */
export function MyReceiptView({ of, latest, detailsAt, warnings }: MyReceiptViewProps) {
  const { t, pick } = useTexts()
  const path = casePath(of.caseId)
  return (
    <ReceiptFrame
      wording={latest.sequence === 1 ? of.service.definition.receipt : 'supplemented'}
      number={of.number}
      receivedAt={latest.receivedAt}
      area="mine"
    >
      <p>
        <a href={`${path}/pdf`}>{t('cases.receipt.pdf')}</a>
      </p>
      {/* Others are told on Mina sidor; who may not be known again needs the number on this page. */}
      <OwnWarnings warnings={warnings.filter((warning) => warning === 'fleeting')} />
      {detailsAt ? (
        <Notice tone="info" heading={t('cases.receipt.details')}>
          <p>{t('cases.receipt.details-text')}</p>
          <p>
            <a href={detailsAt}>{t('cases.receipt.details-keep')}</a>
          </p>
        </Notice>
      ) : null}
      <Section heading={t('cases.receipt.next')}>
        <Prose>
          <p>{pick(of.status.meaning)}</p>
          <p>{t('cases.receipt.follow')}</p>
        </Prose>
      </Section>
      <Actions>
        <ButtonLink href={path} label={`${t('cases.receipt.to-case')}, ${of.number}`}>
          {t('cases.receipt.to-case')}
        </ButtonLink>
        <ButtonLink href="/mina-sidor" variant="secondary">
          {t('cases.receipt.my-cases')}
        </ButtonLink>
      </Actions>
    </ReceiptFrame>
  )
}
