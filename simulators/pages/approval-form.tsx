import type { VNode } from 'preact'
import { ChoiceList } from './choice-list.tsx'

type ApprovalFormProps = {
  readonly action: string
  /** What else is posted, so that the answer finds what it answers. */
  readonly hidden: Readonly<Record<string, string>>
  readonly persons: readonly { readonly id: string; readonly label: string }[]
  readonly problem: string | undefined
  /** The button that approves, when it isn't to identify oneself. */
  readonly approve?: { readonly label: string; readonly value: string }
}

const identify = { label: 'Legitimera', value: 'legitimera' }

/** Where somebody chooses which test person they are, and approves or declines. Posts `person` and `svar`: the button's value or `avbryt`. */
export function ApprovalForm({ action, hidden, persons, problem, approve = identify }: ApprovalFormProps): VNode {
  return (
    <form method="post" action={action} class="apart">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ChoiceList
        legend="Testperson"
        name="person"
        choices={persons.map(({ id, label }) => ({ value: id, label }))}
        problem={problem}
      />
      <p class="buttons">
        <button type="submit" name="svar" value={approve.value}>
          {approve.label}
        </button>
        <button class="quiet" type="submit" name="svar" value="avbryt">
          Avbryt
        </button>
      </p>
    </form>
  )
}
