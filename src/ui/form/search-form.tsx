import { useTexts } from '../frame.ts'
import { Button } from './button.tsx'

type SearchFormProps = {
  readonly action: string
  /** What is searched for, as the field's label: read aloud, and shown unless the form stands in a banner. */
  readonly label: string
  readonly value?: string | undefined
  /** Examples of words, below the box. */
  readonly hint?: string | undefined
  /** In a banner the box is larger and its label is only read aloud: the page's heading says it already. */
  readonly banner?: boolean | undefined
}

/** A search by GET with the parameter `q`. */
export function SearchForm({ action, label, value, hint, banner }: SearchFormProps) {
  const { t } = useTexts()
  return (
    <search>
      <form class={banner ? 'search is-banner' : 'search'} action={action} method="get">
        <label class={banner ? 'ds-sr-only' : 'ds-label'} for="q">
          {label}
        </label>
        <div class="search-box">
          <input
            class="ds-input"
            type="search"
            id="q"
            name="q"
            value={value ?? ''}
            autocomplete="off"
            aria-describedby={hint ? 'q-hint' : undefined}
          />
          <Button icon="search">{t('ui.search.submit')}</Button>
        </div>
        {hint ? (
          <p class="search-hint" id="q-hint">
            {hint}
          </p>
        ) : null}
      </form>
    </search>
  )
}
