import { useTexts } from '../frame.ts'

export type View = {
  readonly href: string
  readonly label: string
  readonly count?: number | undefined
  /** True when there are more than `count`: "1 000+". */
  readonly more?: boolean | undefined
  readonly current?: boolean | undefined
}

type ViewListProps = { readonly label: string; readonly views: readonly View[] }

/** What a case worker chooses among, with how much lies in each. */
export function ViewList({ label, views }: ViewListProps) {
  const { format } = useTexts()
  return (
    <nav class="views" aria-label={label}>
      <ul>
        {views.map((view) => (
          <li key={view.href}>
            <a href={view.href} aria-current={view.current ? 'page' : undefined}>
              {view.label}
              {view.count === undefined ? null : (
                <span class="count">
                  {' '}
                  {format.number(view.count)}
                  {view.more ? '+' : null}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
