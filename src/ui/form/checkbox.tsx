import { useTexts } from '../frame.ts'
import { ChoiceRow } from './choice.tsx'
import { Mandatory } from './mandatory.tsx'
import type { FieldProps } from './question-frame.tsx'

export type CheckboxProps = Omit<FieldProps, 'help'> & {
  readonly help?: string | undefined
  /** What is posted when ticked; `ja` when absent. */
  readonly value?: string | undefined
  readonly checked?: boolean | undefined
}

/** A single box to tick: an assurance, a wish. */
export function Checkbox({ name, id = name, label, help, problem, mandatory, value = 'ja', checked }: CheckboxProps) {
  const { t } = useTexts()
  return (
    <div class={problem ? 'question is-wrong' : 'question'} id={`${id}-question`}>
      {problem ? (
        <p class="question-problem ds-validation-message" id={`${id}-problem`}>
          {t('ui.form.problem', { problem })}
        </p>
      ) : null}
      <ChoiceRow
        type="checkbox"
        id={id}
        name={name}
        value={value}
        label={
          <>
            {label}
            {mandatory ? <Mandatory /> : null}
          </>
        }
        help={help}
        checked={checked ?? false}
        wrong={problem !== undefined}
        describedBy={problem ? `${id}-problem` : undefined}
      />
    </div>
  )
}
