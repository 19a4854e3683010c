import type { ComponentChildren } from 'preact'

/** One thing to choose among. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly help?: string | undefined
}

type ChoiceRowProps = {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly value: string
  readonly label: ComponentChildren
  readonly help?: string | undefined
  readonly checked: boolean
  readonly wrong: boolean
  readonly describedBy?: string | undefined
}

/** A radio button or a box to tick, with its words; the whole row can be pressed. */
export function ChoiceRow({ type, id, name, value, label, help, checked, wrong, describedBy }: ChoiceRowProps) {
  const described = [help ? `${id}-note` : '', describedBy ?? ''].filter(Boolean).join(' ')
  return (
    <div class="choice">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
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
}

/** The id of a choice: the first one has the question's own, so that an error summary reaches it. */
export const choiceId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)
