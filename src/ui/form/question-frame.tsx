import type { ComponentChildren } from 'preact'
import { useTexts } from '../frame.ts'
import { Mandatory } from './mandatory.tsx'

/** What every field takes. */
export type FieldProps = {
  /** Name of the posted value. */
  readonly name: string
  /** Id of the first control, where an error summary links to; the name when absent. */
  readonly id?: string | undefined
  readonly label: string
  readonly help?: ComponentChildren
  /** What is wrong, in plain words, without "Fel:". */
  readonly problem?: string | undefined
  readonly mandatory?: boolean | undefined
}

type QuestionFrameProps = Pick<FieldProps, 'label' | 'help' | 'problem' | 'mandatory'> & {
  /** Id of the first control; help and problem get `<id>-help` and `<id>-problem`, the whole question `<id>-question`. */
  readonly id: string
  /** True when the question has several controls: a fieldset with a legend instead of a label. */
  readonly group?: boolean | undefined
  readonly children: ComponentChildren
}

/** Label or legend, help, what is wrong, and the control; a bar stands beside a question that must be mended. */
export function QuestionFrame({ id, label, help, problem, mandatory, group, children }: QuestionFrameProps) {
  const heading = (
    <>
      {label}
      {mandatory ? <Mandatory /> : null}
    </>
  )
  const inner = (
    <>
      {help ? (
        <div class="question-help" id={`${id}-help`}>
          {help}
        </div>
      ) : null}
      {problem ? <Problem id={id} problem={problem} /> : null}
      {children}
    </>
  )
  const classes = problem ? 'question is-wrong' : 'question'
  if (!group) {
    return (
      <div class={`${classes} ds-field`} id={`${id}-question`}>
        <label class="question-label ds-label" for={id}>
          {heading}
        </label>
        {inner}
      </div>
    )
  }
  return (
    <fieldset class={`${classes} ds-fieldset`} id={`${id}-question`} {...described(id, { help, problem })}>
      <legend class="question-label ds-label">{heading}</legend>
      {inner}
    </fieldset>
  )
}

/** The attribute that ties help and problem to a control or group. */
export function described(id: string, { help, problem }: Pick<FieldProps, 'help' | 'problem'>, also?: string) {
  const ids = [help ? `${id}-help` : '', problem ? `${id}-problem` : '', also ?? ''].filter(Boolean)
  return { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined }
}

/** The attributes that tie a single control to its help and its problem. */
export function wiring(id: string, props: Pick<FieldProps, 'help' | 'problem'>, also?: string) {
  return { id, ...described(id, props, also), 'aria-invalid': props.problem ? ('true' as const) : undefined }
}

function Problem({ id, problem }: { readonly id: string; readonly problem: string }) {
  const { t } = useTexts()
  return (
    <p class="question-problem ds-validation-message" id={`${id}-problem`}>
      {t('ui.form.problem', { problem })}
    </p>
  )
}
