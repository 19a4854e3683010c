import type { ComponentChildren } from 'preact'

export type Fact = { readonly term: string; readonly value: ComponentChildren }

type KnownFactsProps = {
  readonly facts: readonly Fact[]
  /** Where the facts come from and when they were fetched, as a sentence. */
  readonly source?: string | undefined
}

/** What is known already and need not be typed, with its origin. */
export function KnownFacts({ facts, source }: KnownFactsProps) {
  return (
    <div class="panel known">
      <FactList facts={facts} />
      {source ? <p class="quiet-line">{source}</p> : null}
    </div>
  )
}

/** Terms and their values side by side, one below the other on a phone. */
export function FactList({ facts }: Pick<KnownFactsProps, 'facts'>) {
  return (
    <dl class="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
