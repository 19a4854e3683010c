import type { ComponentChildren } from 'preact'
import { useTexts } from '../frame.ts'

export type NoticeTone = 'info' | 'warning' | 'success' | 'danger'

type NoticeProps = {
  readonly tone: NoticeTone
  /** A heading in the notice; a word for its tone is read aloud when absent. */
  readonly heading?: string | undefined
  /** True when the notice answers something the reader just did: it is then read aloud at once. */
  readonly announce?: boolean | undefined
  readonly children: ComponentChildren
}

/** Something to know beside the text. */
export function Notice({ tone, heading, announce, children }: NoticeProps) {
  const { t } = useTexts()
  return (
    <div class="ds-alert notice" data-color={tone} role={announce ? roleOf(tone) : undefined}>
      {heading ? <h2 class="notice-heading">{heading}</h2> : <span class="ds-sr-only">{t(`ui.notice.${tone}`)}: </span>}
      {children}
    </div>
  )
}

const roleOf = (tone: NoticeTone) => (tone === 'danger' ? 'alert' : 'status')
