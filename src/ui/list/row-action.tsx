import { Button } from '../form/button.tsx'
import { spokenName } from '../spoken-name.ts'

/** What can be done with a row: a link that leads on, or a button that posts. */
export type RowAction = {
  readonly label: string
  /** What the row is, read aloud after the label: "Till ärende, Parkeringstillstånd 2026-000123". */
  readonly about?: string | undefined
  /** True when something is lost by it, or where it leads. */
  readonly danger?: boolean | undefined
} & (
  | { readonly href: string; readonly post?: undefined }
  | {
      readonly href?: undefined
      /** Address that the button posts to. */
      readonly post: string
      readonly fields?: Readonly<Record<string, string>> | undefined
    }
)

type RowActionProps = { readonly action: RowAction; readonly look: 'link' | 'button' }

/** One action of a row, as a quiet link or as a button. */
export function RowActionControl({ action, look }: RowActionProps) {
  const { label, about } = action
  const spoken = spokenName(label, about)
  if (action.href !== undefined) {
    return (
      <a
        class={look === 'button' ? 'ds-button' : 'row-link'}
        href={action.href}
        aria-label={spoken}
        data-danger={action.danger ? '' : undefined}
      >
        <span>{label}</span>
      </a>
    )
  }
  return (
    <form method="post" action={action.post}>
      {Object.entries(action.fields ?? {}).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {look === 'button' ? (
        <Button variant={action.danger ? 'danger' : 'primary'} label={spoken}>
          <span>{label}</span>
        </Button>
      ) : (
        <button class="row-link" type="submit" aria-label={spoken} data-danger={action.danger ? '' : undefined}>
          {label}
        </button>
      )}
    </form>
  )
}
