import type { ComponentChildren } from 'preact'

type SectionProps = {
  readonly heading: string
  readonly id?: string | undefined
  readonly children: ComponentChildren
}

/** A part of a page with its heading. */
export function Section({ heading, id, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <h2>{heading}</h2>
      {children}
    </section>
  )
}
