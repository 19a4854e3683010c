import type { ComponentChildren } from 'preact'
import { Heading, type HeadingLevel } from './heading.tsx'
import { type RowAction, RowActionControl } from './row-action.tsx'

export type Row = {
  readonly title: string
  /** Number, date, what happened last: a quiet line. */
  readonly meta?: ComponentChildren
  readonly tag?: ComponentChildren
  readonly actions: readonly RowAction[]
}

type RowListProps = { readonly rows: readonly Row[]; readonly level?: HeadingLevel | undefined }

/** Cases, drafts and the like: title, a quiet line, where it stands, what can be done. */
export function RowList({ rows, level = 3 }: RowListProps) {
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li class={isWhole(row) ? 'row is-whole' : 'row'} key={row.actions.map(keyOf).join()}>
          <div class="row-what">
            <Heading level={level} class="row-title">
              {row.title}
            </Heading>
            {row.meta ? <p class="row-meta">{row.meta}</p> : null}
          </div>
          {row.tag ? <div class="row-tag">{row.tag}</div> : null}
          <div class="row-actions">
            {row.actions.map((action) => (
              <RowActionControl key={action.label} action={action} look="link" />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A row that only leads on can be pressed anywhere; one whose button does something only there. */
const isWhole = ({ actions: [only, ...more] }: Row): boolean => only?.href !== undefined && more.length === 0

const keyOf = (action: RowAction): string =>
  action.href ?? [action.post, ...Object.values(action.fields ?? {})].join(' ')
