import type { ComponentChildren } from 'preact'
import type { ServiceDefinition } from '../../catalogue/public.ts'
import { Confirmation } from '../../ui/case/confirmation.tsx'
import { Moment } from '../../ui/case/timeline.tsx'
import { useTexts } from '../../ui/frame.ts'
import type { Area } from '../../ui/page/navigation.ts'
import { Page } from '../../ui/page/page.tsx'

type ReceiptFrameProps = {
  /** How the service thanks; `supplemented` after a supplement. */
  readonly wording: ServiceDefinition['receipt'] | 'supplemented'
  readonly number: string
  readonly receivedAt: Date
  readonly area: Area
  /** What can be done and what comes now. */
  readonly children: ComponentChildren
}

/** A receipt: that it has come in, under which number, and when (B3.6). */
export function ReceiptFrame({ wording, number, receivedAt, area, children }: ReceiptFrameProps) {
  const { t } = useTexts()
  const heading = t(`cases.receipt.${wording}`)
  return (
    <Page title={heading} area={area} width="text">
      <Confirmation
        heading={heading}
        facts={[
          { term: t('cases.receipt.number'), value: number },
          { term: t('cases.receipt.when'), value: <Moment when={receivedAt} /> },
        ]}
      >
        {children}
      </Confirmation>
    </Page>
  )
}
