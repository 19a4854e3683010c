import type { ComponentChildren } from 'preact'

type PanelProps = {
  readonly heading?: string | undefined
  readonly id?: string | undefined
  readonly children: ComponentChildren
}

/** A box for what is known or belongs together beside the text. */
export function Panel({ heading, id, children }: PanelProps) {
  return (
    <div class="panel" id={id}>
      {heading ? <h2 class="panel-heading">{heading}</h2> : null}
      {children}
    </div>
  )
}
