import { type Choice, ChoiceRow, choiceId } from './choice.tsx'
import { type FieldProps, QuestionFrame } from './question-frame.tsx'

export type CheckboxGroupProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly values?: readonly string[] | undefined
}

/** A question with any number of answers, posted as one value of the same name for each. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { name, id = name, choices, values = [], problem } = props
  return (
    <QuestionFrame {...props} id={id} group>
      <div class="choices">
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="checkbox"
            id={choiceId(id, index)}
            name={name}
            {...choice}
            checked={values.includes(choice.value)}
            wrong={problem !== undefined}
          />
        ))}
      </div>
    </QuestionFrame>
  )
}
