import type { VNode } from 'preact'

type ChoiceListProps = {
  readonly legend: string
  readonly name: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly problem: string | undefined
}

/** A group of radio buttons; with a problem, the group is described by it. */
export function ChoiceList({ legend, name, choices, problem }: ChoiceListProps): VNode {
  return (
    <fieldset aria-describedby={problem && `${name}-problem`}>
      <legend>{legend}</legend>
      {problem && (
        <p class="problem" id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input type="radio" name={name} value={choice.value} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
