import type { ComponentChildren } from 'preact'

type ColumnsProps = {
  readonly aside: ComponentChildren
  /** What stands beside stays in sight while the text is read. */
  readonly stays?: boolean | undefined
  readonly children: ComponentChildren
}

/** One column of text and, when there is room, what stands quietly beside it; below it on a phone. */
export function Columns({ aside, stays, children }: ColumnsProps) {
  return (
    <div class="columns">
      <div class="columns-text">{children}</div>
      <div class={stays ? 'columns-aside stays' : 'columns-aside'}>{aside}</div>
    </div>
  )
}
