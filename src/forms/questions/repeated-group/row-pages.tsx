import { useTexts } from '../../../ui/frame.ts'
import { rowAction } from '../rows/act.ts'
import { RowButton } from '../rows/rows-frame.tsx'
import type { RowsQuestion } from '../rows/settings.ts'
import { rowsAPage } from './shown.ts'

type RowPagesProps = {
  readonly question: RowsQuestion
  readonly page: number
  readonly pages: number
  /** How many rows there are in all. */
  readonly count: number
}

/** The other pages of a long list of rows: those beside this one, and both ends. Buttons, since what is typed is saved on the way. */
export function RowPages({ question, page, pages, count }: RowPagesProps) {
  const { t } = useTexts()
  if (pages <= 1) return null
  const range = (of: number) => ({ from: (of - 1) * rowsAPage + 1, to: Math.min(of * rowsAPage, count) })
  const others = [...new Set([1, page - 1, page + 1, pages])].filter((of) => of >= 1 && of <= pages && of !== page)
  return (
    <nav class="row-pages" aria-label={t('forms.rows.pages')}>
      <p class="quiet-line">{t('forms.rows.shown', { ...range(page), of: count })}</p>
      {others.map((of) => (
        <RowButton key={of} question={question} what={rowAction.page(of)}>
          {t('forms.rows.show', range(of))}
        </RowButton>
      ))}
    </nav>
  )
}
