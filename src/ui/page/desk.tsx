import type { ComponentChildren } from 'preact'

type DeskProps = {
  /** What is chosen among, a `ViewList`. */
  readonly views: ComponentChildren
  readonly children: ComponentChildren
}

/** The case worker's page: views at the side, the work beside them. */
export function Desk({ views, children }: DeskProps) {
  return (
    <div class="desk">
      <div class="desk-views">{views}</div>
      <div class="desk-work">{children}</div>
    </div>
  )
}
