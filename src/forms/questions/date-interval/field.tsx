import { DateField, type DatePart, type TypedDate } from '../../../ui/form/date-field.tsx'
import { QuestionFrame } from '../../../ui/form/question-frame.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { partId } from '../../names.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { datePartsName } from '../date/typed-date.ts'
import { firstProblem, helpOf } from '../frame/labels.tsx'

type Typed = { readonly from: TypedDate; readonly to: TypedDate }

/** Two dates, each in three boxes, below the question's own words. */
export function DateIntervalField(props: FieldProps<Typed, Question>) {
  const texts = useTexts()
  const { question, id, problems } = props
  const ofTo = problems.filter(({ part }) => part?.startsWith('to'))
  return (
    <QuestionFrame
      id={partId(id, 'group')}
      label={texts.pick(question.label)}
      {...helpOf(question, texts)}
      mandatory={question.mandatory}
      group
    >
      <div class="ends">
        <End {...props} end="from" id={id} problems={problems.filter((problem) => !ofTo.includes(problem))} />
        <End {...props} end="to" id={partId(id, 'to')} problems={ofTo} />
      </div>
    </QuestionFrame>
  )
}

type EndProps = FieldProps<Typed, Question> & { readonly end: 'from' | 'to' }

function End({ end, question, name, id, typed, problems }: EndProps) {
  const texts = useTexts()
  return (
    <DateField
      name={datePartsName(`${name}.${end}`)}
      id={id}
      label={texts.t(`forms.interval.${end}`)}
      problem={firstProblem(question, problems, texts)}
      value={typed[end]}
      wrong={boxOf(problems[0])}
    />
  )
}

/** The one box that is wrong; undefined when all are. */
function boxOf(problem: AnswerProblem | undefined): readonly DatePart[] | undefined {
  const box = problem?.part?.replace(/^to-?/, '')
  return box === 'month' || box === 'year' ? [box] : undefined
}
