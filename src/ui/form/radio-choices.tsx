import { type Choice, ChoiceRow, choiceId } from './choice.tsx'

type RadioChoicesProps = {
  readonly id: string
  readonly name: string
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
  readonly wrong: boolean
  /** Side by side when there is room, for two short answers as "Ja" and "Nej". */
  readonly inline?: boolean | undefined
}

/** The radio buttons of a question, without its words. */
export const RadioChoices = ({ id, name, choices, value, wrong, inline }: RadioChoicesProps) => (
  <div class={inline ? 'choices is-inline' : 'choices'}>
    {choices.map((choice, index) => (
      <ChoiceRow
        key={choice.value}
        type="radio"
        id={choiceId(id, index)}
        name={name}
        {...choice}
        checked={choice.value === value}
        wrong={wrong}
      />
    ))}
  </div>
)
