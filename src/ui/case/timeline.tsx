import type { ComponentChildren } from 'preact'
import { useTexts } from '../frame.ts'

export type TimelineEntry = {
  readonly title: string
  /** An instant, or a calendar date `2027-03-03`. */
  readonly when?: Date | string | undefined
  readonly text?: ComponentChildren
  /** True for what has not happened yet. */
  readonly next?: boolean | undefined
}

/** What has happened and what comes, in order. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTexts()
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li class={entry.next ? 'is-next' : undefined} key={`${entry.title} ${String(entry.when)}`}>
          <p class="timeline-title">
            {entry.title}
            {entry.next ? <span class="ds-sr-only"> ({t('ui.timeline.next')})</span> : null}
          </p>
          {entry.when ? <Moment when={entry.when} /> : null}
          {entry.text ? <div class="timeline-text">{entry.text}</div> : null}
        </li>
      ))}
    </ol>
  )
}

/** An instant or a calendar date, written for the reader and for machines. */
export function Moment({ when }: { readonly when: Date | string }) {
  const { format } = useTexts()
  return typeof when === 'string' ? (
    <time dateTime={when}>{format.date(when)}</time>
  ) : (
    <time dateTime={when.toISOString()}>{format.dateTime(when)}</time>
  )
}
