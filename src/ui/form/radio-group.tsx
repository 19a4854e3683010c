import { type Choice, ChoiceRow, choiceId } from './choice.tsx'
import { type FieldProps, QuestionFrame } from './question-frame.tsx'

export type RadioGroupProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
  /** Side by side when there is room, for two short answers as "Ja" and "Nej". */
  readonly inline?: boolean | undefined
}

/** A question with one answer of a few. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, id = name, choices, value, problem, inline } = props
  return (
    <QuestionFrame {...props} id={id} group>
      <div class={inline ? 'choices is-inline' : 'choices'}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="radio"
            id={choiceId(id, index)}
            name={name}
            {...choice}
            checked={choice.value === value}
            wrong={problem !== undefined}
          />
        ))}
      </div>
    </QuestionFrame>
  )
}
