import type { ComponentChildren } from 'preact'

type RowCardsProps = { readonly label: string; readonly children: ComponentChildren }

/** A list of rows, of which one may be open. */
export function RowCards({ label, children }: RowCardsProps) {
  return (
    <ol class="row-cards" aria-label={label}>
      {children}
    </ol>
  )
}

type ClosedRowProps = {
  /** Its element; where the page leads when the row is meant. */
  readonly id: string
  readonly title: string
  readonly meta?: string | undefined
  readonly tag?: ComponentChildren
  readonly actions: ComponentChildren
}

/** A row in one line, with what can be done to it. */
export function ClosedRow({ id, title, meta, tag, actions }: ClosedRowProps) {
  return (
    <li class="row-card" id={id} tabIndex={-1}>
      <div class="row-card-what">
        <p class="row-card-title">{title}</p>
        {meta ? <p class="row-meta">{meta}</p> : null}
        {tag}
      </div>
      <div class="row-card-actions">{actions}</div>
    </li>
  )
}

type OpenRowProps = {
  readonly id: string
  readonly title: string
  readonly fields: ComponentChildren
  readonly actions: ComponentChildren
}

/** A row whose questions are being answered. */
export function OpenRow({ id, title, fields, actions }: OpenRowProps) {
  return (
    <li class="row-card is-open" id={id} tabIndex={-1}>
      <fieldset>
        <legend class="row-card-title">{title}</legend>
        {fields}
        <div class="row-card-actions">{actions}</div>
      </fieldset>
    </li>
  )
}
