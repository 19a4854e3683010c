import type { ComponentChildren } from 'preact'
import { type Step, Steps } from '../../ui/case/steps.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Columns } from '../../ui/page/columns.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import type { SupplementRequest } from '../ports.ts'
import { SupplementNotice } from './supplement-notice.tsx'

/** Why a draft of a case is open: what was asked for, or that the citizen changes something of their own accord. */
export type Supplementing = { readonly request: SupplementRequest | undefined }

export type DraftLayoutProps = {
  /** The step's own heading. */
  readonly title: string
  /** The e-service's title. */
  readonly service: string
  readonly place: { readonly number: number; readonly of: number }
  readonly steps: readonly Step[]
  /** The way back, over the heading. */
  readonly back?: ComponentChildren
  /** Undefined for a new application. */
  readonly supplementing?: Supplementing | undefined
  readonly hasProblems?: boolean | undefined
  /** What stands below the list of steps. */
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

/** What the pages of a draft have in common, the review, too: the way back, "Steg 2 av 4", the list of steps beside the form. */
export function DraftLayout(props: DraftLayoutProps) {
  const { title, service, place, steps, back, supplementing, hasProblems, aside, children } = props
  const { t } = useTexts()
  const step = t('ui.steps.current', { number: place.number, count: place.of })
  return (
    <Page title={t('drafts.page-title', { title, service, step })} area="services" hasProblems={hasProblems}>
      {back ? <div class="back">{back}</div> : null}
      <Columns
        aside={
          <>
            <Steps steps={steps} />
            {aside}
          </>
        }
      >
        <PageHeading title={title} over={t('drafts.over', { service, step })} />
        {supplementing ? <SupplementNotice {...supplementing} /> : null}
        {children}
      </Columns>
    </Page>
  )
}
