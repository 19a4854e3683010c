import type { ComponentChildren } from 'preact'
import { type Fact, FactList } from '../form/known-facts.tsx'
import { Icon } from '../icon.tsx'

type ConfirmationProps = {
  /** The page's `h1`: "Vi har nu mottagit ditt ärende!" */
  readonly heading: string
  /** Case number, time of receipt. */
  readonly facts: readonly Fact[]
  /** What happens now. */
  readonly children?: ComponentChildren
}

/** The receipt: what was sent has arrived. */
export function Confirmation({ heading, facts, children }: ConfirmationProps) {
  return (
    <div class="confirmation">
      <span class="confirmation-mark">
        <Icon name="check" />
      </span>
      <h1>{heading}</h1>
      <FactList facts={facts} />
      {children}
    </div>
  )
}
