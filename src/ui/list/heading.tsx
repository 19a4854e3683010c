import type { ComponentChildren } from 'preact'

/** The level of the headings inside a list: one below the section's own. */
export type HeadingLevel = 2 | 3 | 4

type HeadingProps = {
  readonly level: HeadingLevel
  readonly class: string
  readonly children: ComponentChildren
}

/** A heading whose level depends on where its list stands. */
export function Heading({ level, class: name, children }: HeadingProps) {
  if (level === 2) return <h2 class={name}>{children}</h2>
  if (level === 3) return <h3 class={name}>{children}</h3>
  return <h4 class={name}>{children}</h4>
}
