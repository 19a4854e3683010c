import type { ComponentChildren } from 'preact'

type PanelProps = {
  readonly heading?: string | undefined
  readonly children: ComponentChildren
}

/** A box for what is known or belongs together beside the text. */
export function Panel({ heading, children }: PanelProps) {
  return (
    <div class="panel">
      {heading ? <h2 class="panel-heading">{heading}</h2> : null}
      {children}
    </div>
  )
}
