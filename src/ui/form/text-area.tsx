import { useTexts } from '../frame.ts'
import { type FieldProps, QuestionFrame, wiring } from './question-frame.tsx'

export type TextAreaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  /** Most characters of the answer; said in words. What is longer is kept and refused by the server, never cut off. */
  readonly limit?: number | undefined
}

/** A question that is answered in several lines. */
export function TextArea(props: TextAreaProps) {
  const { t } = useTexts()
  const { name, id = name, value, rows = 6, limit } = props
  const limitId = limit === undefined ? undefined : `${id}-limit`
  return (
    <QuestionFrame {...props} id={id}>
      {/* HTML drops the first line break of a text area: one is put there, so that an answer that begins with a line break keeps it. */}
      <textarea class="ds-input" name={name} rows={rows} data-limit={limit} {...wiring(id, props, limitId)}>
        {`\n${value ?? ''}`}
      </textarea>
      {limit === undefined ? null : (
        <p class="question-limit" id={limitId}>
          {t('ui.form.characters', { limit })}
        </p>
      )}
    </QuestionFrame>
  )
}
