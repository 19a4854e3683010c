import { useTexts } from '../frame.ts'
import { described, type FieldProps, QuestionFrame } from './question-frame.tsx'

/** A date as it was typed, part by part; nothing is corrected. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

export type DatePart = keyof TypedDate

export type DateFieldProps = FieldProps & {
  readonly value?: TypedDate | undefined
  /** Which boxes are wrong; all when there is a problem and this is absent. */
  readonly wrong?: readonly DatePart[] | undefined
  /** True for the reader's own birthday, so that the browser can fill it in. */
  readonly birthday?: boolean | undefined
}

const parts: readonly DatePart[] = ['day', 'month', 'year']

/** A date in three boxes, posted as `<name>-day`, `<name>-month` and `<name>-year`; the first box has the question's id. */
export function DateField(props: DateFieldProps) {
  const { t } = useTexts()
  const { name, id = name, value, problem, wrong = parts, birthday } = props
  return (
    <QuestionFrame {...props} id={id} group>
      <div class="date-boxes">
        {parts.map((part) => {
          const box = part === 'day' ? id : `${id}-${part}`
          return (
            <div class="date-box" key={part}>
              <label class="date-label" for={box}>
                {t(`ui.date.${part}`)}
              </label>
              <input
                class="ds-input"
                id={box}
                type="text"
                inputmode="numeric"
                name={`${name}-${part}`}
                value={value?.[part] ?? ''}
                autocomplete={birthday ? `bday-${part}` : undefined}
                size={part === 'year' ? 4 : 2}
                aria-invalid={problem && wrong.includes(part) ? 'true' : undefined}
                {...(problem && wrong.includes(part) ? described(id, { problem }) : {})}
              />
            </div>
          )
        })}
      </div>
    </QuestionFrame>
  )
}
