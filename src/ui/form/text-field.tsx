import type { InputHTMLAttributes } from 'preact'
import { type FieldProps, QuestionFrame, wiring } from './question-frame.tsx'

export type TextFieldProps = FieldProps & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'tel' | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined
  /** Purpose token of HTML (`email`, `tel`, `name` …), asked for by WCAG 1.3.5. */
  readonly autocomplete?: string | undefined
  /** How much the answer is expected to fill: about 5, 10, 20 or 40 characters, or the whole column. */
  readonly width?: 'xs' | 's' | 'm' | 'l' | 'full' | undefined
  /** Words before and after the box: a sign, a unit. */
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  /** What the browser offers while one types; anything else may be typed, too. */
  readonly suggestions?: readonly string[] | undefined
}

/** A question that is answered on one line. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    id = name,
    value,
    type = 'text',
    inputmode,
    autocomplete,
    width = 'm',
    prefix,
    suffix,
    suggestions,
  } = props
  const unit = prefix || suffix ? `${id}-unit` : undefined
  const box = {
    class: 'ds-input',
    name,
    value: value ?? '',
    inputmode,
    autocomplete,
    spellcheck: type === 'text' ? undefined : false,
    'data-width': width,
    list: suggestions ? `${id}-suggestions` : undefined,
    ...wiring(id, props, unit),
  }
  return (
    <QuestionFrame {...props} id={id}>
      {unit ? (
        <div class="ds-field-affixes" data-width={width}>
          {prefix ? (
            <span class="ds-field-affix" id={suffix ? undefined : unit}>
              {prefix}
            </span>
          ) : null}
          <Box type={type} box={box} />
          {suffix ? (
            <span class="ds-field-affix" id={unit}>
              {suffix}
            </span>
          ) : null}
        </div>
      ) : (
        <Box type={type} box={box} />
      )}
      {suggestions ? (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </QuestionFrame>
  )
}

type BoxProps = {
  readonly type: 'text' | 'email' | 'tel'
  readonly box: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'list'>
}

/** One element for each type, since the types of HTML tell them apart. */
function Box({ type, box }: BoxProps) {
  if (type === 'email') return <input type="email" {...box} />
  if (type === 'tel') return <input type="tel" {...box} />
  return <input type="text" {...box} />
}
