import type { ComponentChildren } from 'preact'
import { useTexts } from '../frame.ts'

export type DiffRow = {
  readonly term: string
  /** The answers before and after; absent when there was none. */
  readonly before?: ComponentChildren
  readonly after?: ComponentChildren
}

/** What changed between two submissions, said in words and not by colour. */
export function Diff({ rows }: { readonly rows: readonly DiffRow[] }) {
  const { t } = useTexts()
  return (
    <ul class="diff">
      {rows.map((row) => (
        <li key={row.term}>
          <p class="diff-term">{row.term}</p>
          <dl>
            <div class="diff-before">
              <dt>{t('ui.case.before')}</dt>
              <dd class="kept-lines">{row.before ?? t('ui.case.no-answer')}</dd>
            </div>
            <div class="diff-after">
              <dt>{t('ui.case.after')}</dt>
              <dd class="kept-lines">{row.after ?? t('ui.case.no-answer')}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}
