import { useTexts } from '../frame.ts'
import type { Choice } from './choice.tsx'
import { type FieldProps, QuestionFrame, wiring } from './question-frame.tsx'

export type SelectFieldProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
  /** The first line, which means no answer; "Välj" when absent, left out when null. */
  readonly empty?: string | null | undefined
}

/** A question with one answer of many, in a drop-down list. */
export function SelectField(props: SelectFieldProps) {
  const { t } = useTexts()
  const { name, id = name, choices, value, empty = t('ui.form.choose') } = props
  return (
    <QuestionFrame {...props} id={id}>
      <select class="ds-input" name={name} data-width="m" {...wiring(id, props)}>
        {empty === null ? null : <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option
            key={choice.value}
            value={choice.value}
            selected={choice.value === value}
            data-more={choice.more ? '' : undefined}
          >
            {choice.label}
          </option>
        ))}
      </select>
      {choices.map(({ value: of, more }) =>
        more ? (
          <div class="choice-more" key={of}>
            {more}
          </div>
        ) : null,
      )}
    </QuestionFrame>
  )
}
