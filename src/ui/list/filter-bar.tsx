import type { ComponentChildren } from 'preact'
import { Button } from '../form/button.tsx'

type FilterBarProps = {
  readonly action: string
  /** What the button says. */
  readonly submit: string
  /** Fields, in a row when there is room. */
  readonly children: ComponentChildren
}

/** A form by GET over a list: what is chosen stands in the address. */
export function FilterBar({ action, submit, children }: FilterBarProps) {
  return (
    <search>
      <form class="filters" action={action} method="get">
        {children}
        <Button variant="secondary">{submit}</Button>
      </form>
    </search>
  )
}
