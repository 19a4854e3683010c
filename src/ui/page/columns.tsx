import type { ComponentChildren } from 'preact'

type ColumnsProps = {
  readonly aside: ComponentChildren
  readonly children: ComponentChildren
}

/** One column of text and, when there is room, what stands quietly beside it; below it on a phone. */
export function Columns({ aside, children }: ColumnsProps) {
  return (
    <div class="columns">
      <div class="columns-text">{children}</div>
      <div class="columns-aside">{aside}</div>
    </div>
  )
}
