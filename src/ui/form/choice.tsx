import type { ComponentChildren } from 'preact'

/** One thing to choose among. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly help?: string | undefined
  /** What belongs to the choice and is out of sight until it is chosen: a box to write in. Browsers that can't tell show it always. */
  readonly more?: ComponentChildren
  /** Of boxes to tick, the one that excludes the others: the page's script unticks what doesn't go together. */
  readonly alone?: boolean | undefined
}

type ChoiceRowProps = {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly value: string
  readonly label: ComponentChildren
  readonly help?: string | undefined
  readonly more?: ComponentChildren
  readonly alone?: boolean | undefined
  readonly checked: boolean
  readonly wrong: boolean
  readonly describedBy?: string | undefined
}

/** A radio button or a box to tick, with its words; the whole row can be pressed. */
export function ChoiceRow(props: ChoiceRowProps) {
  const { type, id, name, value, label, help, more, alone, checked, wrong, describedBy } = props
  const described = [help ? `${id}-note` : '', describedBy ?? ''].filter(Boolean).join(' ')
  const row = (
    <div class="choice">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        data-alone={alone ? '' : undefined}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={described || undefined}
      />
      <label for={id}>{label}</label>
      {help ? (
        <p class="choice-note" id={`${id}-note`}>
          {help}
        </p>
      ) : null}
    </div>
  )
  if (!more) return row
  return (
    <>
      {row}
      <div class="choice-more">{more}</div>
    </>
  )
}

/** The id of a choice: the first one has the question's own, so that an error summary reaches it. */
export const choiceId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)
