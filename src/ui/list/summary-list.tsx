import type { ComponentChildren } from 'preact'
import { useTexts } from '../frame.ts'
import { Icon } from '../icon.tsx'
import { spokenName } from '../spoken-name.ts'
import { Heading, type HeadingLevel } from './heading.tsx'

type Change = { readonly href: string }

export type SummaryRow = {
  readonly term: string
  /** What is to be known of the answer, such as who doesn't see it. */
  readonly note?: string | undefined
  readonly value: ComponentChildren
  readonly change?: Change | undefined
}

export type SummaryGroup = {
  readonly heading: string
  readonly change?: Change | undefined
  readonly rows: readonly SummaryRow[]
}

type SummaryListProps = {
  readonly groups: readonly SummaryGroup[]
  readonly level?: HeadingLevel | undefined
}

/** Questions and answers to look through, with "Ändra" where they can still be changed. */
export function SummaryList({ groups, level = 2 }: SummaryListProps) {
  return (
    <>
      {groups.map((group) => (
        <section class="summary" key={group.heading}>
          <div class="summary-head">
            <Heading level={level} class="summary-heading">
              {group.heading}
            </Heading>
            {group.change ? <ChangeLink href={group.change.href} about={group.heading} /> : null}
          </div>
          <dl class="summary-rows">
            {group.rows.map((row) => (
              <div class="summary-row" key={row.term}>
                <dt>
                  {row.term}
                  {row.note ? (
                    <span class="hidden-mark">
                      <Icon name="lock" /> {row.note}
                    </span>
                  ) : null}
                </dt>
                <dd class="kept-lines">{row.value}</dd>
                {row.change ? (
                  <dd class="summary-change">
                    <ChangeLink href={row.change.href} about={row.term} />
                  </dd>
                ) : null}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

function ChangeLink({ href, about }: { readonly href: string; readonly about: string }) {
  const label = useTexts().t('ui.actions.change')
  return (
    <a class="row-link" href={href} aria-label={spokenName(label, about)}>
      {label}
    </a>
  )
}
