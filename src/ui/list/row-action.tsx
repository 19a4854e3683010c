import { Button } from '../form/button.tsx'

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
  const words = (
    <>
      {action.label}
      {action.about ? <span class="ds-sr-only">, {action.about}</span> : null}
    </>
  )
  if (action.href !== undefined) {
    return (
      <a
        class={look === 'button' ? 'ds-button' : 'row-link'}
        href={action.href}
        data-danger={action.danger ? '' : undefined}
      >
        <span>{words}</span>
      </a>
    )
  }
  return (
    <form method="post" action={action.post}>
      {Object.entries(action.fields ?? {}).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {look === 'button' ? (
        <Button variant={action.danger ? 'danger' : 'primary'}>
          <span>{words}</span>
        </Button>
      ) : (
        <button class="row-link" type="submit" data-danger={action.danger ? '' : undefined}>
          {words}
        </button>
      )}
    </form>
  )
}
