import type { Texts } from '../../../platform/texts/texts.ts'
import type { Choice } from '../../../ui/form/choice.tsx'
import { QuestionFrame } from '../../../ui/form/question-frame.tsx'
import { RadioChoices } from '../../../ui/form/radio-choices.tsx'
import { useFrame, useTexts } from '../../../ui/frame.ts'
import { NotFetched } from '../../../ui/list/not-fetched.tsx'
import { Notice } from '../../../ui/list/notice.tsx'
import { partId } from '../../names.ts'
import { problemText } from '../../problem.ts'
import type { FieldProps } from '../../question-type.ts'
import { firstProblem, helpOf } from '../frame/labels.tsx'
import { type OfferedChild, offeredChildren } from './offered.ts'
import type { ChildQuestion } from './settings.ts'

type Props = FieldProps<string, ChildQuestion>

/** What is posted by who has chosen a child and wants none. */
export const nobody = 'inget'

/**
 * The children that can be chosen, those that can't with the reason, and always that there may be more. Without any child, only that: the
 * same page for who has none, for a protected person and when the register fails (B1.4).
 */
export function ChildField(props: Props) {
  const texts = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  const { question, id, problems } = props
  const offered = offeredChildren(question, props.facts)
  const choices = choicesOf(props, offered, texts)
  const isAny = offered.length > 0
  const why = isAny ? (
    <Outside question={question} offered={offered} />
  ) : props.facts.withoutNumber ? (
    <WithoutNumber phone={phone} />
  ) : (
    <NotFetched />
  )
  return (
    <QuestionFrame
      id={partId(id, 'group')}
      label={texts.pick(question.label)}
      {...(isAny ? helpOf(question, texts, texts.t('forms.child.not-all', { phone })) : helpOf(question, texts))}
      problem={firstProblem(question, problems, texts)}
      mandatory={question.mandatory}
      group
    >
      {choices.length > 0 ? (
        <>
          <RadioChoices id={id} name={props.name} choices={choices} value={props.typed} wrong={problems.length > 0} />
          {why}
        </>
      ) : (
        // What takes the focus for the question when nothing can be chosen.
        <div id={id} tabindex={-1}>
          {why}
        </div>
      )}
    </QuestionFrame>
  )
}

/** Whoever has no Swedish number is told so, and by whom they can apply all the same: waiting for the register would not help. */
function WithoutNumber({ phone }: { readonly phone: string }) {
  const { t } = useTexts()
  return (
    <Notice tone="info">
      <p>{t('forms.child.without-number', { phone })}</p>
    </Notice>
  )
}

/** Those who can be chosen; and nobody, where a choice may be taken back. */
const choicesOf = (
  { question, typed }: Props,
  offered: readonly OfferedChild[],
  { t, format }: Texts,
): readonly Choice[] => [
  ...offered
    .filter(({ outside }) => !outside)
    .map(({ child: { id, name, birthDate } }) => ({
      value: id,
      label: t('forms.child.named', { name, date: format.date(birthDate) }),
    })),
  ...(typed !== '' && !question.mandatory ? [{ value: nobody, label: t('forms.child.nobody') }] : []),
]

/** Words instead of buttons that can't be pressed: everybody is told why, also who listens to the page. */
function Outside({ question, offered }: Pick<Props, 'question'> & { readonly offered: readonly OfferedChild[] }) {
  const texts = useTexts()
  const outside = offered.flatMap(({ child, outside: reason }) => (reason ? [{ id: child.id, reason }] : []))
  if (outside.length === 0) return null
  return (
    <div class="panel known">
      <p>
        <strong>{texts.t('forms.child.outside')}</strong>
      </p>
      {outside.map(({ id, reason }) => (
        <p key={id}>{problemText(question, reason, texts)}</p>
      ))}
    </div>
  )
}
