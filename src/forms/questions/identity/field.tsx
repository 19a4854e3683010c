import { ChoiceRow } from '../../../ui/form/choice.tsx'
import { DateField, type DatePart } from '../../../ui/form/date-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { partId } from '../../names.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { FieldProps } from '../../question-type.ts'
import { datePartsName } from '../date/typed-date.ts'
import { firstProblem, helpOf, labels } from '../frame/labels.tsx'
import { formats } from '../text/formats.ts'
import { readAs } from './read-as.ts'
import { birthPart } from './read-identity.ts'
import type { IdentityQuestion } from './settings.ts'
import { birthField, noneField, type TypedIdentity } from './typed.ts'

type Props = FieldProps<TypedIdentity, IdentityQuestion>

/** A box for the number, and below it a tick for who has none, with the day of birth out of sight until it is ticked. */
export function IdentityField(props: Props) {
  const texts = useTexts()
  const { t } = texts
  const { name, id, typed, problems, question, facts } = props
  const ofNumber = problems.filter(({ part }) => part === undefined)
  return (
    <>
      <TextField
        {...labels({ ...props, problems: ofNumber }, texts)}
        {...helpOf(question, texts, ...readAs(typed.number, facts.today, texts))}
        value={typed.number}
        {...formats['identity-number'].box}
      />
      <ChoiceRow
        type="checkbox"
        id={partId(id, 'none')}
        name={noneField(name)}
        value="yes"
        label={t('forms.identity.none')}
        checked={typed.none === 'yes'}
        wrong={false}
        more={<Birth {...props} />}
      />
    </>
  )
}

function Birth({ question, name, id, typed, problems }: Props) {
  const texts = useTexts()
  const ofBirth = problems.filter(({ part }) => part?.startsWith(birthPart))
  const box = boxOf(ofBirth[0])
  return (
    <DateField
      name={datePartsName(birthField(name))}
      id={partId(id, birthPart)}
      label={texts.t('forms.identity.birth-date')}
      problem={firstProblem(question, ofBirth, texts)}
      mandatory
      value={typed.birth}
      wrong={box && [box]}
    />
  )
}

/** Which of the three boxes is wrong; undefined when the date as a whole is. */
const boxOf = (problem: AnswerProblem | undefined): DatePart | undefined =>
  (['month', 'year'] as const).find((part) => problem?.part === partId(birthPart, part))
