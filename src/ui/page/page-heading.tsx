import type { ComponentChildren } from 'preact'

type PageHeadingProps = {
  readonly title: string
  /** A quiet line over the heading: whose step, which case. */
  readonly over?: string | undefined
  /** Lead or status below it. */
  readonly children?: ComponentChildren
}

/** The page's one `h1`. */
export function PageHeading({ title, over, children }: PageHeadingProps) {
  return (
    <div class="page-heading">
      {over ? <p class="over">{over}</p> : null}
      <h1>{title}</h1>
      {children ? <div class="lead">{children}</div> : null}
    </div>
  )
}
