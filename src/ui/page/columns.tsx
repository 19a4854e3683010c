import type { ComponentChildren } from 'preact'

type ColumnsProps = {
  /** What stands over the aside when there is room, and over the text on a phone. */
  readonly first?: ComponentChildren
  readonly aside?: ComponentChildren
  /** What stands beside stays in sight while the text is read. */
  readonly stays?: boolean | undefined
  readonly children: ComponentChildren
}

/** One column of text and, when there is room, what stands quietly beside it; below it on a phone. */
export function Columns({ first, aside, stays, children }: ColumnsProps) {
  return (
    <div class={first ? 'columns has-first' : 'columns'}>
      {first ? <div class="columns-first">{first}</div> : null}
      <div class="columns-text">{children}</div>
      {aside ? <div class={stays ? 'columns-aside stays' : 'columns-aside'}>{aside}</div> : null}
    </div>
  )
}
