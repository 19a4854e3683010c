import type { Texts } from '../../../platform/texts/texts.ts'
import type { Choice } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { partId } from '../../names.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import type { WithOther } from '../other-option.ts'
import { firstProblem, type Labels, labels } from './labels.tsx'

type Props = FieldProps<unknown, Question & WithOther>

/** The words around a group of options: what is wrong with the text beside the other one is said there. */
export const labelsOfOptions = (props: Props, texts: Texts): Labels =>
  labels({ ...props, problems: props.problems.filter(({ part }) => part !== 'other') }, texts)

/** Options as the design system's fields take them; the other one has its box. `other` is what was typed in it. */
export function choicesOf(props: Props, other: string, texts: Texts): readonly Choice[] {
  const { options, otherOption } = props.question
  const choices = options.map(({ id, label, help }) => ({
    value: id,
    label: texts.pick(label),
    help: help && texts.pick(help),
  }))
  if (!otherOption) return choices
  const { id, label, help } = otherOption
  const more = <OtherBox {...props} other={other} texts={texts} />
  return [...choices, { value: id, label: texts.pick(label), help: help && texts.pick(help), more }]
}

function OtherBox({
  question,
  name,
  id,
  problems,
  other,
  texts,
}: Props & { readonly other: string; readonly texts: Texts }) {
  const { otherOption } = question
  if (!otherOption) return null
  const { textLabel, maxLength } = otherOption
  return (
    <TextField
      name={`${name}.other`}
      id={partId(id, 'other')}
      label={textLabel ? texts.pick(textLabel) : texts.t('forms.other.label')}
      problem={firstProblem(
        question,
        problems.filter(({ part }) => part === 'other'),
        texts,
      )}
      value={other}
      width={maxLength <= 20 ? 's' : 'm'}
    />
  )
}
