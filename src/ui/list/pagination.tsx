import { useTexts } from '../frame.ts'
import { Icon } from '../icon.tsx'

type PaginationProps = {
  /** The page that is shown, from 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

/** The pages of a long list: first, last and those around the shown one. Renders nothing when all fits on one. */
export function Pagination({ page, pages, href }: PaginationProps) {
  const { t } = useTexts()
  if (pages <= 1) return null
  const step = (to: number, key: 'ui.pages.previous' | 'ui.pages.next', icon: 'back' | 'arrow') => (
    <li class="page-step">
      <a href={href(to)} rel={icon === 'back' ? 'prev' : 'next'}>
        <Icon name={icon} />
        <span>{t(key)}</span>
      </a>
    </li>
  )
  return (
    <nav class="pages" aria-label={t('ui.pages.label')}>
      <ul>
        {page > 1 ? step(page - 1, 'ui.pages.previous', 'back') : null}
        {shownPages(page, pages).map((shown) =>
          typeof shown === 'string' ? (
            <li class="page-gap" key={shown} aria-hidden="true">
              …
            </li>
          ) : (
            <li class="page-number" key={shown}>
              <a
                href={href(shown)}
                aria-label={t('ui.pages.page', { page: shown })}
                aria-current={shown === page ? 'page' : undefined}
              >
                {shown}
              </a>
            </li>
          ),
        )}
        {page < pages ? step(page + 1, 'ui.pages.next', 'arrow') : null}
      </ul>
    </nav>
  )
}

type Shown = number | 'gap-before' | 'gap-after'

function shownPages(page: number, pages: number): readonly Shown[] {
  const around = [page - 1, page, page + 1].filter((number) => number > 1 && number < pages)
  const before: readonly Shown[] = page - 1 > 2 ? ['gap-before'] : []
  const after: readonly Shown[] = page + 1 < pages - 1 ? ['gap-after'] : []
  return [1, ...before, ...around, ...after, pages]
}
