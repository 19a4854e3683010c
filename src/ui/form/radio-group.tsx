import type { Choice } from './choice.tsx'
import { type FieldProps, QuestionFrame } from './question-frame.tsx'
import { RadioChoices } from './radio-choices.tsx'

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
      <RadioChoices {...{ id, name, choices, value, inline }} wrong={problem !== undefined} />
    </QuestionFrame>
  )
}
